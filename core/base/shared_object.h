#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace interleave {

enum class ObjectKind : std::uint8_t { variable, lock, semaphore, queue };

// Something that the tasks of a run share.
struct SharedObject {
  std::string name;
  ObjectKind kind = ObjectKind::variable;
  std::int64_t number = 0;  // a variable's value at the beginning, a semaphore's permits, a queue's room; 0: no bounds
  std::uint32_t process = 0;  // whose it is, from 1; 0: all tasks share it

  friend bool operator==(const SharedObject&, const SharedObject&) = default;
};

// Says of each whose it is, where they are those of process 1, then as many of process 2, and so on, of 1 or more
// processes. False where these cannot have as many each.
inline bool deal_out(std::span<SharedObject> objects, std::size_t processes) {
  if (objects.size() % processes != 0) return false;
  const std::size_t each = objects.size() / processes;
  for (std::size_t i = 0; i < objects.size(); ++i) objects[i].process = static_cast<std::uint32_t>(i / each + 1);
  return true;
}

constexpr std::string_view noun(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::variable:
      return "variable";
    case ObjectKind::lock:
      return "lock";
    case ObjectKind::semaphore:
      return "semaphore";
    case ObjectKind::queue:
      break;
  }
  return "queue";
}

// Also of which process it is, where each has one of that name: "tickets of process 2".
inline std::string full_name(const SharedObject& object) {
  return object.process == 0 ? object.name : object.name + " of process " + std::to_string(object.process);
}

}  // namespace interleave

#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/ids.h"
#include "core/base/shared_object.h"
#include "core/scenario/scenario.h"

namespace interleave {

// All that the tasks of a scenario share: its variables, semaphores and queues in the order of the file, then its
// locks, which are declared by being used, in the order in which tasks name them.
class SharedObjects {
 public:
  explicit SharedObjects(const Scenario& scenario);

  const std::vector<SharedObject>& all() const { return objects_; }

  // What the name means where it is used so; none where no task says it.
  ObjectId find(SharedUse use, const std::string& name) const;

 private:
  void add(SharedUse use, ObjectKind kind, const std::vector<Declaration>& declarations);
  // Whose steps they are: those of a function that a step calls, or, without that, the task's.
  struct Place {
    const Task& task;
    const verb::Call* call = nullptr;
    const Place* caller = nullptr;
  };
  void find_functions_with_locks();
  void add_locks(const Place& place, const std::vector<Step>& steps);
  const std::string& text_of(const SharedName& name, const Place& place) const;

  const Scenario& scenario_;
  std::unordered_map<std::string_view, std::size_t> functions_;  // by name
  std::vector<bool> has_locks_;                                  // of the functions, with those that they call
  std::vector<SharedObject> objects_;
  std::array<std::map<std::string, ObjectId>, 3> ids_;  // by use
};

}  // namespace interleave

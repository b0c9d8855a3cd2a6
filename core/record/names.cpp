#include "core/record/names.h"

#include <array>
#include <cstddef>

namespace interleave {
namespace {

template <class Enum, std::size_t N>
std::string_view word(const std::array<std::string_view, N>& words, Enum value) {
  return words.at(static_cast<std::size_t>(value));
}

}  // namespace

std::string_view name(State state) {
  static constexpr std::array<std::string_view, 4> words = {"queued", "ready", "running", "waiting"};
  return word(words, state);
}

std::string_view name(Cause cause) {
  static constexpr std::array<std::string_view, 10> words = {"",     "loop",       "core",      "gil",   "sleep",
                                                             "lock", "await_task", "semaphore", "queue", "schedule"};
  return word(words, cause);
}

std::string_view name(Outcome outcome) {
  static constexpr std::array<std::string_view, 5> words = {"finished", "failed", "cancelled", "deadlocked",
                                                            "not_started"};
  return word(words, outcome);
}

std::string_view name(AccessKind access) {
  static constexpr std::array<std::string_view, 6> words = {"read", "written", "acquired", "released", "put", "got"};
  return word(words, access);
}

std::string_view name(ClockKind clock) {
  static constexpr std::array<std::string_view, 2> words = {"virtual", "real"};
  return word(words, clock);
}

}  // namespace interleave

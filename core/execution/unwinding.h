#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "core/base/ids.h"
#include "core/execution/value.h"

namespace interleave {

// Why a task leaves its steps before their end.
struct Unwinding {
  enum class Reason : std::uint8_t { none, failed, returned, cancelled };
  Reason reason = Reason::none;
  std::string error = {};      // where it failed
  TaskId from = TaskId::none;  // where it failed because this task had; or who cancelled it, if a task did
  Value value = {};            // where it returned

  friend bool operator==(const Unwinding&, const Unwinding&) = default;
};

inline Unwinding failure(std::string error, TaskId from = TaskId::none) {
  return {.reason = Unwinding::Reason::failed, .error = std::move(error), .from = from};
}

inline Unwinding cancelled_by(TaskId task) { return {.reason = Unwinding::Reason::cancelled, .from = task}; }

}  // namespace interleave

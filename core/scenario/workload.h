#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/scenario/scenario.h"

namespace interleave {

// Why a scenario, correct in its form, asks for more than a run may have: which task does, and, where one step is to
// blame, which.
struct WorkloadError {
  TaskId task = TaskId::none;
  StepId step = StepId::none;
  std::string message;
};

// Counts what the tasks will do, without doing it: executed steps (each pass of a repeat is at least one), time slices
// where tasks compete for cores, seconds. Passes that are all alike are counted once and multiplied; the cost is at
// most that of as many steps as the scenario may have.
std::optional<WorkloadError> check_workload(const Scenario& scenario);

// In all tasks, where they compete for cores.
std::uint64_t most_time_slices(const Scenario& scenario);

// Whether the scenario stays within those limits with an interpreter's lock too, also where it says that it has none.
bool has_room_for_gil(const Scenario& scenario);

}  // namespace interleave

#pragma once

#include <set>
#include <string>
#include <unordered_set>
#include <utility>

#include "core/base/ids.h"
#include "core/base/mode.h"
#include "core/scenario/scenario.h"

namespace interleave {

// What the steps of a scenario do with its tasks, as far as the text of a program depends on that.
struct TaskDealings {
  bool has_handles =
      false;  // tasks are started, awaited or cancelled by others, so the program has them by their names
  bool awaits_in_time = false;  // one or several
  bool awaits_lists = false;
  bool awaits_lists_in_time = false;
  bool has_loops = false;  // over tasks as they end
  bool raises = false;
  bool tries = false;
  bool returns = false;
  bool returns_past_finally = false;  // where something is to be done on the way out
  bool times_out = false;             // some step waits only for so long
  bool tasks_time_out = false;        // some task of a loop has only so much time
  bool acquires_in_time = false;
  bool awaits_unstarted = false;  // waits for a task that may not have been started then
  bool cancels = false;
  bool calls = false;    // some step calls a function
  bool forgets = false;  // and does not await it

  // Steps that name a task which may not have been started then.
  std::set<std::pair<StepId, std::string>> unsure;
  // Steps that start a task which may have been started before.
  std::unordered_set<StepId> may_be_again;
  std::unordered_set<TaskId> never_started;  // those that wait to be, and nobody does

  bool is_unsure(StepId step, const std::string& task) const { return unsure.contains({step, task}); }
  // Whether any of the steps is of the kind that this is about at all.
  bool any() const { return has_handles || raises || tries || returns || times_out || calls; }
};

TaskDealings task_dealings(const Scenario& scenario, Mode mode);

}  // namespace interleave

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/timeline/timeline.h"

// How tasks ended, and waits of theirs that ended too early.
namespace interleave {

// As an outcome; of failures that one stands for itself of which the reason is that a wait was not over in time.
enum class TaskEnd : std::uint8_t { finished, failed, timed_out, cancelled, deadlocked, not_started };

// None while the task goes on.
std::optional<TaskEnd> end_of(const TaskTrack& task);

// Whether the run has ended in a failure or a deadlock: then how long it took can be compared with nothing.
bool went_wrong(const Timeline& timeline);

// The failed task that this one failed with, as it awaited its end; none where it failed by itself, and where it did
// not fail.
TaskId failed_with(const Timeline& timeline, TaskId task);

// The tasks for whose ends the span waits, in the step's order, but for those that had ended before it; of any other
// span none.
std::vector<TaskId> awaited_tasks(const Timeline& timeline, const Span& span);

// The position of the wait that the task's cancellation cut; none where it was in none.
std::optional<std::size_t> cancelled_in(const TaskTrack& task);

// Whether the task did more after that moment than to have a turn: it cleaned up, or went on.
bool goes_on_after(const TaskTrack& task, Time at);

// A wait for others that ended because its time was up.
struct Timeout {
  TaskId task = TaskId::none;
  std::size_t span = 0;  // position in the task's spans
  Time at{};

  friend bool operator==(const Timeout&, const Timeout&) = default;
};

// Those of the task, by time.
std::vector<Timeout> timeouts_of(const Timeline& timeline, TaskId task);

}  // namespace interleave

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/record/record.h"

// What happened in a run, by task and by worker, on the scenario's clock. Grows while the run lasts; once finished it
// never changes. Not thread-safe: one thread owns it.
namespace interleave {

// One step's stay in one state, or a task's wait for a turn; never of zero length.
struct Span {
  Time begin{};
  Time end = kNever;  // kNever while it is open
  TaskId task = TaskId::none;
  WorkerId worker = WorkerId::none;  // the one the task runs on or holds; none where the worker is free
  StepId step = StepId::none;        // none for waits that belong to no step: queued, ready before the first turn
  State state = State::queued;
  Cause cause = Cause::none;

  friend bool operator==(const Span&, const Span&) = default;
};

struct TaskTrack {
  std::string name;
  std::optional<Time> submitted, started, finished;
  std::optional<Outcome> outcome;  // none while the run goes on and the task has not ended
  std::string error;
  std::vector<Span> spans;         // by begin, without overlap, contiguous from submission to the last step's end
};

// A turn that a task had on a worker, marked where it began: also one that took no time.
struct Turn {
  Time at{};
  TaskId task = TaskId::none;
};

struct WorkerTrack {
  std::string name;
  Time created{};
  std::optional<Time> retired;
  std::vector<Span> spans;   // of the tasks that ran on it or held it, by begin, without overlap
  std::vector<Turn> turns;   // by time
};

struct OutputLine {
  Time time{};
  TaskId task = TaskId::none;
  std::string text;
};

struct MaxWorkersChange {
  Time time{};
  int max_workers = 1;
};

class Timeline {
 public:
  explicit Timeline(RunInfo info);

  void append(const Batch& batch);
  // Closes what is open at the end's moment and gives every task its outcome. Nothing may be appended afterwards.
  void finish(const RunEnd& end);

  const RunInfo& info() const { return info_; }
  bool finished() const { return end_.has_value(); }
  const std::optional<RunEnd>& end() const { return end_; }

  std::span<const TaskTrack> tasks() const { return tasks_; }
  std::span<const WorkerTrack> workers() const { return workers_; }
  std::span<const OutputLine> output() const { return output_; }
  std::span<const MaxWorkersChange> changes() const { return changes_; }

  // How far the record reaches: the makespan when finished, else the scenario time up to which events are known.
  Time horizon() const { return horizon_; }

 private:
  RunInfo info_;
  std::optional<RunEnd> end_;
  std::vector<TaskTrack> tasks_;
  std::vector<WorkerTrack> workers_;
  std::vector<OutputLine> output_;
  std::vector<MaxWorkersChange> changes_;
  std::vector<ClockChange> clock_;
  Time horizon_{};
};

}  // namespace interleave

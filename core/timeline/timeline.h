#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/record/record.h"
#include "core/timeline/clock_map.h"
#include "core/timeline/counter_track.h"
#include "core/timeline/longest_wait.h"
#include "core/timeline/span.h"
#include "core/timeline/span_index.h"

// What happened in a run, by task and by worker, on the scenario's clock. Grows while the run lasts; once finished,
// what happened never changes. Not thread-safe: one thread owns it.
namespace interleave {

// What a task waits for from a moment on: something that tasks share, or the end of a task.
struct WaitTarget {
  Time at{};
  ObjectId object = ObjectId::none;
  TaskId task = TaskId::none;

  friend bool operator==(const WaitTarget&, const WaitTarget&) = default;
};

// What a task returned: a whole number, or a text.
struct TaskResult {
  bool is_text = false;
  std::string text;

  friend bool operator==(const TaskResult&, const TaskResult&) = default;
};

// A task's cancellation: from when on it was leaving its steps, and because of which task; none where the main program
// left.
struct Cancellation {
  Time at{};
  TaskId by = TaskId::none;

  friend bool operator==(const Cancellation&, const Cancellation&) = default;
};

struct TaskTrack {
  std::string name;
  std::optional<Time> submitted, started, finished;
  std::optional<Time> created;     // when the main program came to submit it; older recordings do not say
  std::optional<Outcome> outcome;  // none while the run goes on and the task has not ended
  std::string error;
  std::vector<Span> spans;              // by begin, without overlap, contiguous from submission to the last step's end
  std::vector<Duration> waited_before;  // for each span: queued or ready, up to its beginning
  SpanIndex sums;                       // over the spans; the timeline keeps it up to date
  std::vector<WaitTarget> targets;      // of those spans that wait for others, by time
  std::vector<std::size_t> timeouts;    // the positions of those spans that waited until their time was up
  std::optional<TaskResult> result;
  TaskId started_by = TaskId::none;
  std::optional<Cancellation> cancelled;  // the last one
  std::optional<TaskId> taken_by;         // the task that handled this one's failure
};

// What the task waits for in that span of its own; nothing where that is known of no other.
WaitTarget wait_target(const TaskTrack& track, const Span& span);
inline ObjectId target_of(const TaskTrack& track, const Span& span) { return wait_target(track, span).object; }

// A turn that a task had on a worker, marked where it began: also one that took no time.
struct Turn {
  Time at{};
  TaskId task = TaskId::none;
};

// What a worker spent on tasks that it ran, and on being held: by waiting ones, and by ready ones.
struct WorkerTime {
  Duration busy{0};
  Duration held{0};
  Duration held_ready{0};

  // What a task in that state adds to.
  Duration& part(State state) { return state == State::running ? busy : state == State::ready ? held_ready : held; }
};

struct WorkerTrack {
  std::string name;
  Time created{};
  std::optional<Time> retired;
  std::vector<Span> spans;         // of the tasks that ran on it or held it, by begin, without overlap
  SpanIndex sums;                  // over the spans; the timeline keeps it up to date
  std::vector<Turn> turns;         // by time
  std::vector<WorkerTime> before;  // for each span: the worker's time up to its beginning
};

struct OutputLine {
  Time time{};
  TaskId task = TaskId::none;
  std::string text;
};

// A use that a task made of something that tasks share. Of a lock and a semaphore, `value` is how many permits are
// left; else what was read, written, put or got.
struct Access {
  Time time{};
  std::int64_t value = 0;
  TaskId task = TaskId::none;
  StepId step = StepId::none;
  ObjectId object = ObjectId::none;
  AccessKind kind = AccessKind::read;

  friend bool operator==(const Access&, const Access&) = default;
};

// A write that goes by what another task has overtaken; see event.h. Positions among the accesses.
struct StaleWriteMark {
  StaleWrite kind = StaleWrite::lost_update;
  std::size_t write = 0;
  std::size_t read = 0;   // by the same task
  std::size_t other = 0;  // the write that came between

  friend bool operator==(const StaleWriteMark&, const StaleWriteMark&) = default;
};

// Whatever one task did before, is before all that the other does from here on: it started that, or had ended when that
// took note of it or was given its worker. `accesses` is how many there were by then.
struct OrderLink {
  std::size_t accesses = 0;
  TaskId before = TaskId::none;
  TaskId behind = TaskId::none;

  friend bool operator==(const OrderLink&, const OrderLink&) = default;
};

struct MaxWorkersChange {
  Time time{};
  int max_workers = 1;

  friend bool operator==(const MaxWorkersChange&, const MaxWorkersChange&) = default;
};

// All that a finished timeline is made of, so that a saved one can be made again exactly.
struct TimelineParts {
  RunInfo info;
  RunEnd end;
  std::vector<TaskTrack> tasks;  // as many as info.tasks
  std::vector<WorkerTrack> workers;
  std::vector<OutputLine> output;
  std::vector<Access> accesses;
  std::vector<StaleWriteMark> stale_writes;
  std::vector<OrderLink> links;
  std::vector<MaxWorkersChange> changes;
  CounterTrack counters;
  LongestWait longest_wait;
};

class Timeline {
 public:
  explicit Timeline(RunInfo info);
  // Finished already. The parts keep what the comments above promise of them.
  explicit Timeline(TimelineParts parts);

  // Another task, of which nothing has happened yet: events may name it from now on.
  TaskId add_task(TaskInfo task);
  void append(const Batch& batch);
  // Closes what is open at the end's moment and gives every task its outcome. Nothing may be appended afterwards.
  void finish(const RunEnd& end);

  // Says of the program what was not known yet: takes its tasks, as many of the same names, its steps and its cores.
  void describe(RunInfo program);

  const RunInfo& info() const { return info_; }
  bool finished() const { return end_.has_value(); }
  const std::optional<RunEnd>& end() const { return end_; }

  std::span<const TaskTrack> tasks() const { return tasks_; }
  std::span<const WorkerTrack> workers() const { return workers_; }
  std::span<const OutputLine> output() const { return output_; }
  // Of everything that tasks share, in the order in which they happened.
  std::span<const Access> accesses() const { return accesses_; }
  std::span<const StaleWriteMark> stale_writes() const { return stale_writes_; }
  // Where tasks share variables.
  std::span<const OrderLink> links() const { return links_; }
  std::span<const MaxWorkersChange> changes() const { return changes_; }

  // How far the record reaches: the makespan when finished, else the scenario time up to which events are known.
  Time horizon() const { return horizon_; }

  // When the sleep is due that the task is in with its worker free, while the run goes on; else kNever.
  Time due(TaskId task) const { return progress_[index(task)].due; }

  // Sums over all tasks, for Moment.
  const CounterTrack& counters() const { return counters_; }
  const LongestWait& longest_wait() const { return longest_wait_; }

 private:
  // What is known of a task beyond its track while the run goes on.
  struct Progress {
    Time since{};           // where its next span begins: its last turn, or the end of its last span
    Time opened{};          // when its open span was opened, or opened again
    Time due = kNever;      // of the sleep it is in, with its worker free
    Duration waited{0};     // queued or ready, in closed spans
    bool open = false;      // its last span has no end yet
    bool new_turn = false;  // a turn began since its last span
    bool touched = false;   // in touched_
  };
  // A task with a moment to order it by. In a heap, the earliest first, it may no longer hold: then it is passed over.
  struct Entry {
    Time at{};
    TaskId task = TaskId::none;
  };

  // Events; timeline.cpp.
  void apply(const Event& event);
  void submit(TaskId task, Time at, const Event& event);
  TaskId last_on(WorkerId worker);
  Time begin_turn(TaskId task, WorkerId worker, Time at);
  void enter(TaskId task, Time at, const Event& event);
  void note_target(TaskId task, const Event& event);
  static void note_timeout(TaskTrack& task, StepId step);
  void note_access(Time at, const Event& event);
  void link(TaskId before, TaskId behind);
  void end_task(TaskId task, Time at, const Event& event);
  void give_own_objects();
  void create_worker(WorkerId worker, Time at, const std::string& name);
  void retire_worker(WorkerId worker, Time at);
  void stop(TaskId task, const RunEnd& end);

  // Spans and sums; timeline_spans.cpp.
  void open(const Span& span, Time due);
  void close(TaskId task, Time at);
  void close_span(TaskId id, Time at);
  void wake(TaskId task);
  void count(const Span& span, Time at, int difference);
  void advance(Time horizon);
  void look_at_touched();
  void wake_sleepers();
  void settle_longest_wait();

  TaskTrack& track(TaskId task) { return tasks_[index(task)]; }
  Progress& progress(TaskId task) { return progress_[index(task)]; }
  WorkerTrack& lane(WorkerId worker);

  RunInfo info_;
  std::size_t own_objects_ = 0;  // of each process, where they share none
  std::optional<RunEnd> end_;
  std::vector<TaskTrack> tasks_;
  std::vector<WorkerTrack> workers_;
  std::vector<OutputLine> output_;
  std::vector<Access> accesses_;
  std::vector<StaleWriteMark> stale_writes_;
  std::vector<OrderLink> links_;
  std::vector<MaxWorkersChange> changes_;
  Time horizon_{};

  ClockMap clock_;
  CounterTrack counters_;
  LongestWait longest_wait_;
  std::vector<Progress> progress_;
  std::vector<TaskId> touched_;  // tasks that opened a span since the last advance()
  std::vector<Entry> sleepers_;  // heap by when they are due
  std::vector<Entry> waiters_;   // heap by when their wait for a turn began, moved back by what they had waited before
};

}  // namespace interleave

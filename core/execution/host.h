#pragma once

#include <algorithm>
#include <coroutine>
#include <cstdint>
#include <string>

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/execution/task_run.h"
#include "core/record/event_log.h"
#include "core/runtime/runtime.h"

namespace interleave {

// What tasks run on: a worker, its log, and how it treats an awaited sleep. Records what the task on it does. Belongs
// to the worker's thread.
//
// Its logical time is where the worker would be if nothing were ever late: at the beginning of a turn the moment at
// which it was due (a submission, the end of a sleep) or until which the worker was occupied, whichever is later; after
// a wait its deadline, after a computation the present. Waits are due from there, so that lateness does not add up. On
// the virtual clock it is the present.
class Host : public CoreObserver {
 public:
  // What becomes of the worker while a task on it sleeps.
  enum class Sleepers : std::uint8_t { hold_worker, free_worker };

  // `log` is null when nothing is to be recorded.
  Host(Runtime& runtime, WorkerId id, EventLog* log, Sleepers sleepers = Sleepers::hold_worker)
      : runtime_(runtime),
        id_(id),
        frees_worker_(sleepers == Sleepers::free_worker),
        has_gil_(runtime.has_gil()),
        log_(log) {}
  virtual ~Host() = default;
  Host(const Host&) = delete;
  Host& operator=(const Host&) = delete;

  Runtime& runtime() const { return runtime_; }
  Worker& worker() const { return *worker_; }
  WorkerId id() const { return id_; }
  EventLog* log() const { return log_; }
  void set_worker(Worker& worker) { worker_ = &worker; }
  // On record, things that tasks share are numbered from there: of a worker that has its own ones.
  void set_first_object(std::size_t first) { first_object_ = first; }
  Time logical_time() const { return logical_time_; }
  // A turn that was due then; or the worker's wait until then; or its computation, is over.
  void begin_at(Time due) { logical_time_ = std::max(occupied_until_, due); }
  void advance_to(Time due) { logical_time_ = occupied_until_ = std::max(logical_time_, due); }
  void catch_up() { logical_time_ = occupied_until_ = runtime_.now(); }

  // Whether a sleeping task leaves its worker to others. Then suspend() is how it sleeps.
  bool frees_worker() const { return frees_worker_; }
  // Puts the task aside until it is due and lets the worker go on with something else.
  virtual void suspend(TaskRun& task, std::coroutine_handle<> self);
  // What a task has to do with others, of which only an event loop makes turns of their own; under the guard of tasks'
  // dealings. That somebody whom it runs is told of a task's end; that a step of the task has that deadline, or has it
  // no more; and that a task ends as soon as it can, which here means before it began: whether that is so.
  virtual void tell_later(const Watcher& watcher, TaskRun& ended);
  virtual void set_deadline(TaskRun& task);
  virtual void drop_deadline() {}
  // The task has begun, and has so much time in all.
  virtual void set_timeout(TaskRun& /*task*/) {}
  virtual bool cancel(TaskRun& task, TaskId by);
  // The task must be run to its end before who waits for it goes on, by the same worker; null where nobody must.
  virtual TaskRun* to_run_first(TaskRun& /*waiter*/) { return nullptr; }
  // A task on it that stands in line may go on. Any worker, under the guard of what the task waited for.
  virtual void call(TaskRun& task);

  void started(const TaskRun& task);
  virtual void printed(const TaskRun& task, const Operation& print);
  void sleeps(const TaskRun& task, StepId step);
  void blocks(const TaskRun& task, StepId step);
  void computes(const TaskRun& task, StepId step);
  void waits_in_line(const TaskRun& task, const Operation& operation, Cause cause);
  // It could go on with a step that counts, or end, and it is not its turn; or it would have to wait for the step.
  void stands(const TaskRun& task, const Operation& operation, Cause cause);
  // Of any task, on whatever host, while others are kept out of what it is about.
  void accessed(const TaskRun& task, const Operation& operation, AccessKind access, std::int64_t value);
  // The write just before goes by a read that another task has overtaken.
  virtual void marked(const TaskRun& task, StepId step, ObjectId read, StaleWrite mark, MarkedWrite accesses);
  void joined(const TaskRun& task, TaskId ended);
  void awaits(const TaskRun& task, StepId step, TaskId target);
  // The task could go on with the step, and has no turn.
  void record_ready(const TaskRun& task, StepId step, Cause cause);
  // The task asks for the interpreter's lock, to begin or to go on behind what it was in; or the host does for itself.
  void asks_for_gil(TaskId task);
  // Whether each task asks for it to begin; else the host has it meanwhile.
  bool is_lock_the_tasks() const { return has_gil_ && !frees_worker_; }
  // Whether there is that lock at all.
  bool has_gil() const { return has_gil_; }
  // It has the lock now. Whether it had to wait for that: then it has caught up with the present.
  bool got_gil();
  // Its wait or computation is over and it has a turn.
  void resumed(const TaskRun& task);
  // The same at the moment of the event recorded last, which spares a reading of the clock. Only where this thread has
  // acquired nothing since: else the record would not be causally closed.
  void resumed_at_once(const TaskRun& task);
  void ended(const TaskRun& task, Outcome outcome);
  void failed(const TaskRun& task, std::string error);
  // Before it ends.
  void returned(const TaskRun& task, Value value);
  // A task that was to run somewhere ends before its first turn.
  void never_began(const TaskRun& task);
  // From here on it is being cancelled, by that task or by none.
  void is_cancelled(const TaskRun& task, TaskId by);
  // The wait of its present step was not over in time.
  void timed_out(const TaskRun& task);
  // Somebody handled the failure of that task.
  virtual void failure_taken(TaskId failed, TaskId by);
  // Whether another host is told of the end of a task that runs here, and makes the end of it.
  virtual bool hands_over_end(TaskRun& /*task*/, Unwinding& /*why*/) { return false; }
  // Whether a task is awaited by running it then and there.
  virtual bool runs_awaited() const { return false; }
  // Whether a task that waits for another's end keeps its worker meanwhile.
  bool keeps_worker_awaiting() const { return !frees_worker() && !runs_awaited(); }

  void waits_for_core() override;
  void waits_for_gil() override;
  void has_core() override;
  // With its computation over, the task goes on: resumed, as far as the record is concerned.
  void leaves_core() override;

 private:
  std::int64_t new_stamp() { return latest_stamp_ = runtime_.stamp(); }
  ObjectId on_record(ObjectId object) const { return object_id(first_object_ + index(object)); }
  void record_entered(TaskId task, StepId step, State state, Cause cause);
  void record_resumed(const TaskRun& task, std::int64_t stamp);
  void record_ended(const TaskRun& task, Outcome outcome, const Text* error);

  Runtime& runtime_;
  Worker* worker_ = nullptr;
  WorkerId id_;
  const bool frees_worker_;
  const bool has_gil_;
  EventLog* log_;
  std::size_t first_object_ = 0;
  Time logical_time_{};
  Time occupied_until_{};  // by waits that hold it and by computations
  std::int64_t latest_stamp_ = 0;
  // What the runtime tells about: the task, and the step that it computes in or comes from.
  TaskId observed_ = TaskId::none;
  StepId observed_step_ = StepId::none;
  bool held_up_ = false;  // waited for the interpreter's lock
};

}  // namespace interleave

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/execution/step_order.h"
#include "core/execution/task_run.h"
#include "core/runtime/clock_stop.h"
#include "core/runtime/runtime.h"

namespace interleave {

// Where the order of steps is given, each task on a worker stands before a step that counts until it is its turn, which
// comes when the step before has been taken and the task is there, so that nobody comes early; behind the schedule's
// end nobody is held up any more. On an event loop, which knows what may end next, the order alone says which wait
// does. With exact time the clock stands still while anybody could go, so that nobody comes late either.
class Gate final : public StepOrder, public ClockStop {
 public:
  Gate(const Program& program, Mode mode, Settings settings);

  // Whether the task goes on with the step that counts, or its time is up, or neither for now. Before it does, whatever
  // follows from the step before comes: it yields.
  enum class Pass : std::uint8_t { stands, goes, times_out };
  Pass pass(TaskRun& task, const Operation& operation, Time now);
  // It stands before it. Once it has to wait for its turn, that is put on record, and until when it does if nobody
  // calls it.
  void stand(TaskRun& task, Host& host, const Operation& operation, Time deadline);
  Time wait(const TaskRun& task, Time now);
  // It goes on; whether its standing is on record. Where it has to wait for something else first, nobody else goes on.
  bool leave(TaskRun& task);
  void choose(TaskRun& task) { chosen_ = &task; }
  bool has_chosen(const TaskRun& task) const { return chosen_ == &task; }
  void note_end() override { has_changed_ = true; }
  // Behind whatever a task has done: calls whose turn it is, where that may be somebody else now.
  void look();

  bool holds_end(TaskRun& task, Host& host, Unwinding& why) override;
  bool stands_before_end(const TaskRun& task) const { return ends_[index(task.id)].has_value(); }
  bool may_end(const TaskRun& task) const { return !orders() || is_next({.task = task.id}); }
  bool may_time_out(const TaskRun& task) const { return !orders() || is_next({task.id, Token::Kind::timeout}); }
  Unwinding take_end(TaskRun& task);
  // Whether the task's wait for the end of another goes on though its time is up.
  bool holds_timeout(TaskRun& task, Host& host);
  // Whether the main program does not go on yet with the tasks of which that is the first; it is called then.
  bool holds_arrival(const TaskRun& first, Worker& main, Runtime& runtime);

  void no_more_arrivals() { arriving_ = nullptr; }

  // What could be next now.
  std::vector<Token> possible() const;
  bool stops_clock() const override { return is_exact() && orders() && !possible().empty(); }
  // What the task stands before, its end being to give back; null where it stands before nothing.
  const Operation* standing_before(TaskId task) const;

 private:
  void note_step() override;

  struct Standing {
    TaskRun* task = nullptr;
    Host* host = nullptr;
    Operation operation;
    Time deadline = kNever;
    bool awaits = false;         // the end of a task, and the time for that is up
    bool is_recorded = false;    // that it stands
    bool waits_in_line = false;  // on record
  };

  bool is_next(const Token& token) const { return next() != nullptr && *next() == token && chosen_ == nullptr; }
  static bool is_possible(const TaskRun& task, const Operation& operation);
  bool is_time_up(const Standing& standing) const;
  static std::span<TaskId> to_take(const TaskRun& task, const Operation& operation);
  static void put_next(TaskRun& task, const Operation& operation, TaskId taken);
  void record(Standing& standing) const;

  bool has_changed_ = false;         // since it has called anybody
  const TaskRun* chosen_ = nullptr;  // who goes on, but waits for something else
  std::vector<Standing> standing_;   // in the order in which they came
  std::vector<std::optional<Unwinding>> ends_;
  const TaskRun* arriving_ = nullptr;
  Worker* main_ = nullptr;
  Runtime* runtime_ = nullptr;
};

// The order of a task's steps is a gate, where there is one.
inline Gate& gate_of(const TaskRun& task) { return static_cast<Gate&>(*task.order()); }

}  // namespace interleave

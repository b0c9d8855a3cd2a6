#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <vector>

#include "core/execution/counted_steps.h"
#include "core/execution/launcher.h"
#include "core/execution/program.h"
#include "core/execution/shared_state.h"
#include "core/execution/task_ends.h"
#include "core/execution/task_runs.h"
#include "core/explore/explored_executor.h"
#include "core/explore/explored_host.h"
#include "core/explore/packing.h"
#include "core/explore/run_result.h"
#include "core/explore/task_packing.h"
#include "core/explore/text_table.h"
#include "core/record/schedule.h"
#include "core/run/run_settings.h"
#include "core/runtime/guard.h"

namespace interleave {

inline constexpr std::size_t kMostExploredTasks = 64;

// A run in a mode with threads, that can go any way: it stands where every task is before a step that counts, waits for
// the end of another, or is over, and goes on by one such step at a time. What a step does is what the interpreter says
// (take_step, SharedState, TaskEnds); nobody ever stands in line here, for a step that would have to wait is not
// possible.
//
// It has no time, so that a step may come as late as it likes; with exact time some tasks are due later, and time goes
// on to the next moment once nobody can go at this one. Moments are told from that at which it was loaded.
//
// Where it stands, it can be packed as bytes: the same bytes go on in the same ways. Values that do not matter any more
// are left out, and of reads only whether another task has written the variable since.
class World final : StepWitness {
 public:
  // The program outlives it, and has at most so many tasks as there may be.
  World(const Program& program, const RunSettings& run, bool with_lines);
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  // From the start on, once, until everybody stands.
  void begin();
  // All that is possible, in the order of tasks; nothing where the run is over.
  void find_moves(std::vector<Token>& moves) const;
  // One of those.
  void take(const Token& move);

  // Packed behind what is there.
  void save(Bytes& to);
  // The bytes stay where they are until others are loaded. They are of this world.
  void load(const std::uint8_t* from);
  // Back to what was loaded.
  void restore();

  // A step that is possible now and touches a variable.
  struct Touch {
    TaskId task = TaskId::none;
    StepId step = StepId::none;
    std::uint32_t at = 0;  // the instruction
    bool writes = false;
    std::size_t variable = 0;  // told from others, also from those of another process
  };
  void find_touches(std::vector<Touch>& touches) const;

  RunResult result() const;

 private:
  struct Plan;

  void has_printed(const TaskRun& task, const Operation& print) override;
  void has_marked(StaleWrite mark) override;
  void has_taken_failure(TaskId failed) override;
  bool holds_end(TaskRun& task, Unwinding& why) override;

  static const Instruction& instruction_of(const TaskRun& task) { return task.code->instructions[task.state.at]; }
  static bool is_begun(const TaskRun& task) { return task.dealings->has_begun && !task.dealings->is_over; }
  // Whether its wait, its computation or the start of its process goes on.
  static bool is_delayed(const TaskRun& task) { return task.state.stage == Stage::blocking; }
  // With exact time: whether it stands before a step, or in one, that has a timeout.
  bool has_deadline(const TaskRun& task) const {
    return is_exact_ && task.state.stage == Stage::going && instruction_of(task).timeout != kNoTimeout;
  }

  std::uint64_t bit(const TaskRun& task) const { return std::uint64_t{1} << index(task.id); }
  void touch(const TaskRun& task) { touched_ |= bit(task); }
  bool is_among(std::uint64_t tasks, const TaskRun& task) const { return (tasks & bit(task)) != 0; }

  void close();
  void give_worker(const ExploredExecutor::Beginning& next);
  void begin(TaskRun& task);
  void go_on(TaskRun& task);
  void stand(TaskRun& task, const Operation& operation);
  void fail(TaskRun& task, std::string_view why);
  void take_step_of(TaskRun& task, const Operation& operation);
  void note_end(const TaskRun& task);
  bool must_wait(const TaskRun& task, const Operation& operation) const;
  void look_again_at_awaiting();
  void submit();
  TaskRun* next_arrival() const;
  void submit_next();
  void find_moves(const TaskRun& task, std::vector<Token>& moves) const;
  SharedState& shared_of(const TaskRun& task);

  // With exact time.
  void set_now(Time now);
  TaskRun* next_due() const;
  void wake(TaskRun& task);
  bool goes_too_far(const Operation& operation) const;
  Time next_moment(const TaskRun& task) const;
  Time arrival_due() const { return Time{} + by_time_[submitted_]->source->after - before_; }
  bool is_arrival_due() const { return !is_exact_ || arrival_due() <= runtime_.now(); }
  bool waits_for_arrival() const;
  bool go_to_next_moment();
  void save_time(Packer& to) const;
  void load_time(Unpacker& from);
  void save_moments(Packer& to, const TaskRun& task) const;
  void load_moments(Unpacker& from, TaskRun& task) const;

  void save_rest(Packer& to) const;
  void load_rest(Unpacker& from);
  void load_shared(Unpacker& from);
  void save(Packer& to, const TaskRun& task) const;
  void load(Unpacker& from, TaskRun& task);
  // Where nothing more can be marked, they do not matter.
  bool looks_at_origins() const { return !(lost_updates_ && stale_); }

  const Program& program_;
  const Mode mode_;
  const bool is_exact_;
  CountedSteps counted_;
  StillRuntime runtime_;
  GuardMutex mutex_;
  Launcher launcher_;
  std::uint64_t touched_ = 0;  // tasks of which something has changed since they were loaded
  ExploredExecutor executor_;
  std::deque<SharedState> shared_;  // of the processes, or of all
  TaskRuns tasks_;
  std::vector<TaskRun*> by_id_;
  TaskEnds ends_;
  ExploredHost host_;

  std::vector<TaskState> fresh_;  // by task: before it has begun
  mutable TaskPacking packing_;
  std::vector<TaskRun*> by_time_;  // what the main program submits
  std::uint64_t readers_ = 0;      // tasks that read variables
  std::uint64_t awaiting_ = 0;     // tasks that await others

  Duration before_{};                 // from the start of the run to the moment at which it was loaded
  std::uint64_t moments_ = 0;         // that have come behind the last step that counts
  std::vector<Token> moves_;          // of the moment
  std::size_t submitted_ = 0;         // by the main program
  std::vector<Unwinding> held_ends_;  // by task
  std::uint64_t holding_ = 0;         // tasks that stand before their ends
  std::uint64_t taken_ = 0;           // whose failures somebody has handled
  bool lets_end_ = false;
  bool some_ended_ = false;
  bool lost_updates_ = false;
  bool stale_ = false;
  std::uint32_t output_ = 0;
  const bool with_lines_;

  const std::uint8_t* loaded_ = nullptr;
  bool loaded_origins_ = false;               // whether old reads mattered there
  std::vector<const std::uint8_t*> places_;   // by task, where it stands in what was loaded, and the end
  std::vector<std::int64_t> loaded_numbers_;  // of what all share there, where there is one memory
  std::vector<std::int64_t> numbers_;
  OutputTable outputs_;
};

}  // namespace interleave

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
#include "core/runtime/guard.h"

namespace interleave {

inline constexpr std::size_t kMostExploredTasks = 64;

// A run without time in a mode with threads, that can go any way: it stands where every task is before a step that
// counts, waits for the end of another, or is over, and goes on by one such step at a time. What a step does is what
// the interpreter says (take_step, SharedState, TaskEnds); nobody ever stands in line here, for a step that would have
// to wait is not possible.
//
// Where it stands, it can be packed as bytes: the same bytes go on in the same ways. Values that do not matter any more
// are left out, and of reads only whether another task has written the variable since.
class World final : StepWitness {
 public:
  // The program outlives it, and has at most so many tasks as there may be.
  World(const Program& program, Mode mode, int max_workers, bool with_lines);
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

  std::uint64_t bit(const TaskRun& task) const { return std::uint64_t{1} << index(task.id); }
  void touch(const TaskRun& task) { touched_ |= bit(task); }
  bool is_among(std::uint64_t tasks, const TaskRun& task) const { return (tasks & bit(task)) != 0; }

  void close();
  void begin(TaskRun& task);
  void go_on(TaskRun& task);
  void take_step_of(TaskRun& task, const Operation& operation);
  void note_end(const TaskRun& task);
  bool must_wait(const TaskRun& task, const Operation& operation) const;
  void look_again_at_awaiting();
  void submit();
  TaskRun* next_arrival() const;
  void submit_next();
  void find_moves(const TaskRun& task, std::vector<Token>& moves) const;
  SharedState& shared_of(const TaskRun& task);

  void save_rest(Packer& to) const;
  void load_rest(Unpacker& from);
  void save(Packer& to, const TaskRun& task) const;
  void load(Unpacker& from, TaskRun& task);
  // Where nothing more can be marked, they do not matter.
  bool looks_at_origins() const { return !(lost_updates_ && stale_); }

  const Program& program_;
  const Mode mode_;
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
  std::vector<const std::uint8_t*> places_;  // by task, where it stands in what was loaded, and the end
  mutable std::vector<std::int64_t> numbers_;
  OutputTable outputs_;
};

}  // namespace interleave

#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/execution/program.h"
#include "core/execution/task_run.h"
#include "core/explore/liveness.h"
#include "core/explore/packing.h"
#include "core/explore/text_table.h"

namespace interleave {

// The part of a task's state that matters from some instruction on, as bytes: its values, of what old reads they and
// its decisions come, and why it is cleaning up.
class TaskPacking {
 public:
  // The program outlives it.
  explicit TaskPacking(const Program& program);

  // Before that instruction. `with_origins`: whether old reads still matter.
  void save(Packer& to, const TaskRun& task, std::uint32_t at, bool with_origins);
  void load(Unpacker& from, TaskRun& task, std::uint32_t at, bool with_origins) const;
  void save(Packer& to, const Unwinding& why);
  Unwinding load_unwinding(Unpacker& from) const;

  const LiveParts& live(const TaskRun& task, std::uint32_t at) const { return (*live_[index(task.id)])[at]; }
  // Whether somebody takes what the task returns.
  bool gives_result(TaskId task) const { return gives_result_[index(task)]; }
  // Whether somebody goes through tasks as they end, that one among them.
  bool is_taken_as_it_ends(TaskId task) const { return is_taken_as_it_ends_[index(task)]; }
  // Errors, by their numbers.
  TextTable& texts() { return texts_; }

 private:
  static void save_origins(Packer& to, const TaskRun& task, std::size_t slot);
  static void load_origins(Unpacker& from, TaskRun& task, std::size_t slot);

  std::vector<std::unique_ptr<std::vector<LiveParts>>> all_live_;
  std::vector<const std::vector<LiveParts>*> live_;  // by task
  std::vector<bool> gives_result_;                   // by task
  std::vector<bool> is_taken_as_it_ends_;            // by task
  TextTable texts_;
};

}  // namespace interleave

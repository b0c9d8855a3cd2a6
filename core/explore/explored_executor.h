#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <vector>

#include "core/base/mode.h"
#include "core/execution/executor.h"
#include "core/explore/packing.h"

namespace interleave {

// Who has which worker, without workers: on threads everybody who was submitted has one at once; of a pool at most
// max_workers do, and the others queue, first in, first out. A process is told from others, as the jobs that it had
// leave something behind: a job goes to the lowest-numbered one that is free, and a process is made where none is.
class ExploredExecutor final : public Executor {
 public:
  // `touched` gets the bit of every task of which something changes here; it outlives this.
  ExploredExecutor(Mode mode, int max_workers, std::uint64_t& touched);

  void submit(std::span<TaskRun* const> tasks, EventLog* log) override;
  bool withdraw(TaskRun& task) override;

  // A task that has got a worker and not begun, if any; and whether that is a process which is made for it.
  struct Beginning {
    TaskRun* task = nullptr;
    bool makes_process = false;
  };
  Beginning next_to_begin();
  // The task has ended, and the next one in the queue has its worker.
  void end(const TaskRun& task);

  // The processes that there are; and which one has the task.
  std::size_t processes() const { return jobs_.size(); }
  std::size_t process_of(const TaskRun& task) const;

  void save(Packer& to) const;
  // `tasks` by id.
  void load(Unpacker& from, std::span<TaskRun* const> tasks);

 private:
  static constexpr std::uint32_t kNobody = 0xffff'ffffU;

  void place(TaskRun& task);
  void touch(const TaskRun& task) { touched_ |= std::uint64_t{1} << index(task.id); }

  const bool has_limit_;
  const bool has_processes_;
  const std::size_t max_workers_;
  std::uint64_t& touched_;
  std::size_t running_ = 0;          // tasks that have a worker
  std::vector<std::uint32_t> jobs_;  // of the processes: which task each has
  std::deque<TaskRun*> queue_;
  std::deque<Beginning> to_begin_;
};

}  // namespace interleave

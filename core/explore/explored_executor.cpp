#include "core/explore/explored_executor.h"

#include <algorithm>

namespace interleave {

ExploredExecutor::ExploredExecutor(Mode mode, int max_workers, std::uint64_t& touched)
    : has_limit_(traits(mode).has_max_workers),
      has_processes_(!traits(mode).shares_memory),
      max_workers_(static_cast<std::size_t>(max_workers)),
      touched_(touched) {}

void ExploredExecutor::submit(std::span<TaskRun* const> tasks, EventLog* /*log*/) {
  for (TaskRun* const task : tasks) {
    touch(*task);
    place(*task);
  }
}

void ExploredExecutor::place(TaskRun& task) {
  if (has_limit_ && running_ == max_workers_) {
    queue_.push_back(&task);
    return;
  }
  ++running_;
  to_begin_.push_back({&task});
  if (!has_processes_) return;
  const auto number = static_cast<std::uint32_t>(index(task.id));
  const auto free = std::find(jobs_.begin(), jobs_.end(), kNobody);
  to_begin_.back().makes_process = free == jobs_.end();
  free == jobs_.end() ? jobs_.push_back(number) : static_cast<void>(*free = number);
}

bool ExploredExecutor::withdraw(TaskRun& task) {
  const auto found = std::find(queue_.begin(), queue_.end(), &task);
  if (found == queue_.end()) return false;
  queue_.erase(found);
  touch(task);
  return true;
}

ExploredExecutor::Beginning ExploredExecutor::next_to_begin() {
  if (to_begin_.empty()) return {};
  const Beginning next = to_begin_.front();
  to_begin_.pop_front();
  touch(*next.task);
  return next;
}

void ExploredExecutor::end(const TaskRun& task) {
  TaskRun* const next = queue_.empty() ? nullptr : queue_.front();
  if (has_processes_) jobs_[process_of(task)] = next == nullptr ? kNobody : static_cast<std::uint32_t>(index(next->id));
  if (next == nullptr) {
    --running_;
    return;
  }
  queue_.pop_front();
  to_begin_.push_back({next});
}

std::size_t ExploredExecutor::process_of(const TaskRun& task) const {
  return static_cast<std::size_t>(std::find(jobs_.begin(), jobs_.end(), index(task.id)) - jobs_.begin());
}

void ExploredExecutor::save(Packer& to) const {
  if (!has_limit_) return;
  to.number(running_);
  to.number(queue_.size());
  for (const TaskRun* const task : queue_) to.number(index(task->id));
  if (!has_processes_) return;
  to.number(jobs_.size());
  for (const std::uint32_t job : jobs_) to.number(job == kNobody ? 0 : job + 1U);
}

void ExploredExecutor::load(Unpacker& from, std::span<TaskRun* const> tasks) {
  if (!has_limit_) return;
  running_ = from.number();
  queue_.clear();
  for (std::uint64_t left = from.number(); left > 0; --left) queue_.push_back(tasks[from.number()]);
  if (!has_processes_) return;
  jobs_.resize(from.number());
  for (std::uint32_t& job : jobs_) job = static_cast<std::uint32_t>(from.number()) - 1U;
}

}  // namespace interleave

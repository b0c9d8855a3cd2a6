#include "core/explore/loop_state.h"

#include <algorithm>
#include <span>
#include <vector>

#include "core/execution/task_ends.h"

namespace interleave {
namespace {

class LoopPacker {
 public:
  LoopPacker(Packer& to, const LoopHistory& history, TaskPacking& packing)
      : to_(to), history_(history), packing_(packing) {}

  void save(const Execution& execution) {
    std::vector<std::int64_t> numbers;
    execution.describe_executor(numbers);
    execution.shared().describe(numbers);
    for (const std::int64_t number : numbers) to_.integer(number);
    flags({history_.lost_updates, history_.stale});
    to_.number(history_.taken);
    to_.number(history_.output);
    const std::span<const TaskRun> tasks = execution.tasks().all();
    for (const TaskRun& task : tasks) save(task);
    save_order_of_ends(tasks);
  }

 private:
  void flags(std::initializer_list<bool> all) {
    std::uint64_t bits = 0;
    for (const bool one : all) bits = bits << 1U | (one ? 1U : 0U);
    to_.number(bits);
  }
  void id(TaskId task) { to_.number(static_cast<std::uint32_t>(task) + 1U); }

  void save(const TaskRun& task) {
    const Dealings& own = *task.dealings;
    flags({own.is_submitted, own.has_begun, own.is_over, own.is_called, own.gave_up, own.must_cancel, own.is_expiring,
           own.has_expired, own.looks_again, own.gather_is_cut, own.is_left_behind});
    save_watchers(own);
    if (own.is_over) return save_end(task);
    to_.number(own.cancels);
    to_.number(own.cancels_before);
    id(own.cancelled_by);
    to_.byte(static_cast<std::uint8_t>(task.state.stage));
    if (own.on_thread != nullptr) return save_beside(*own.on_thread);
    if (!own.has_begun) return;
    to_.number(own.unfinished);
    id(own.broken);
    id(own.target);
    // It waits in the step before, which it may have to leave.
    const std::uint32_t at = task.state.at - 1;
    to_.number(at);
    packing_.save(to_, task, at, !(history_.lost_updates && history_.stale));
    for (const std::uint32_t slot : packing_.live(task, at).eaches) save_each(own, slot);
  }

  void save_beside(const OnThread& thread) {
    flags({thread.has_ended, thread.is_left_alone});
    packing_.save(to_, thread.why);
  }

  void save_each(const Dealings& own, std::size_t slot) {
    if (slot >= own.each.size()) return to_.number(0);
    const Dealings::Each& each = own.each[slot];
    to_.number(each.ended.size() * 2 + (each.is_awaited ? 1 : 0));
    for (const TaskId ended : each.ended) id(ended);
  }

  void save_end(const TaskRun& task) {
    const Dealings& own = *task.dealings;
    to_.byte(static_cast<std::uint8_t>(own.outcome));
    if (own.outcome == Outcome::failed) {
      to_.number(packing_.texts().number_of(own.error));
      id(own.failed_from);
    }
    if (!packing_.gives_result(task.id)) return;
    to_.byte(static_cast<std::uint8_t>(own.result.kind));
    to_.integer(own.result.number);
  }

  // Those that still mean something.
  void save_watchers(const Dealings& own) {
    for (const Watcher& watcher : own.watchers) {
      const Dealings& its = *watcher.waiter->dealings;
      const bool is_each = watcher.kind == Watcher::Kind::each;
      const bool is_group = watcher.kind == Watcher::Kind::group;
      const std::uint32_t number = is_each ? its.each[watcher.slot].number : its.wait;
      if (!is_group && number != watcher.number) continue;
      id(watcher.waiter->id);
      to_.number(static_cast<std::uint64_t>(watcher.kind) << 16U | watcher.slot);
    }
    to_.number(0xffff'ffffU);
  }

  void save_order_of_ends(std::span<const TaskRun> tasks) {
    std::vector<const TaskRun*> ended;
    for (const TaskRun& task : tasks) {
      if (task.dealings->is_over) ended.push_back(&task);
    }
    std::sort(ended.begin(), ended.end(),
              [](const TaskRun* a, const TaskRun* b) { return a->dealings->end_number < b->dealings->end_number; });
    for (const TaskRun* const task : ended) {
      if (packing_.is_taken_as_it_ends(task->id)) id(task->id);
    }
  }

  Packer& to_;
  const LoopHistory& history_;
  TaskPacking& packing_;
};

}  // namespace

void save_loop(Packer& to, const Execution& execution, const LoopHistory& history, TaskPacking& packing) {
  LoopPacker(to, history, packing).save(execution);
}

}  // namespace interleave

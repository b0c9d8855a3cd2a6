// The order in which the waits of an event loop end. Where it is given, none ends while a turn is there: the loop goes
// as far as it can, and then the next one does, when it is due or as soon as it can be.
#include <algorithm>
#include <utility>

#include "core/execution/event_loop.h"
#include "core/execution/task_ends.h"

namespace interleave {

// An arrival has the name of the first task that is submitted then.
Token EventLoop::token_of(const LoopTurn& turn) const {
  const TaskId task = turn.task == TaskId::none ? plan_.front()->id : turn.task;
  if (turn.kind == LoopTurn::Kind::expire) return {task, Token::Kind::timeout};
  if (turn.kind == LoopTurn::Kind::expires) return {task, Token::Kind::own_timeout};
  return {.task = task};
}

void EventLoop::note(const LoopTurn& turn) {
  if (order_ != nullptr && !order_->orders()) order_->took(token_of(turn));
}

// The wait that ends next, if it is there and due; else when it is.
Time EventLoop::ring_ordered() {
  drop_void();
  std::vector<Token> waits;
  waits.reserve(held_.size());
  for (const Timers::Timer& timer : held_) waits.push_back(token_of(timer.value));
  std::sort(waits.begin(), waits.end());
  order_->set_pending(std::move(waits));
  const Token* const next = order_->next();
  const auto found = std::find_if(held_.begin(), held_.end(), [&](const Timers::Timer& timer) {
    return next != nullptr && token_of(timer.value) == *next;
  });
  if (found == held_.end()) return kNever;
  const Time now = runtime().now();
  if (found->deadline > now) return found->deadline;
  const LoopTurn turn = found->value;
  held_.erase(found);
  order_->set_pending({});
  order_->took(*next);
  TaskRun& task = task_of(turn);
  if (turn.kind == LoopTurn::Kind::ring) task.state.due = std::max(task.state.due, now);
  if (turn.kind == LoopTurn::Kind::expire) task.dealings->deadline = std::max(task.dealings->deadline, now);
  push(turn);
  return now;
}

void EventLoop::drop_void() {
  std::erase_if(held_, [this](const Timers::Timer& timer) {
    return timer.value.kind != LoopTurn::Kind::hear && is_void(timer.value);
  });
}

// Where nobody gives the order any more.
void EventLoop::release_held() {
  drop_void();
  for (const Timers::Timer& timer : std::exchange(held_, {})) {
    if (timer.value.kind == LoopTurn::Kind::hear) {
      ring(timer.value);
    } else {
      timers_.add(timer.deadline, timer.value);
    }
  }
}

// There is no turn, and of timers and threads only who waits for them: that is the gate's to say.
void EventLoop::describe(std::vector<std::int64_t>& numbers) const {
  const auto add = [&numbers](auto value) { numbers.push_back(static_cast<std::int64_t>(value)); };
  add(plan_.size());
  add(unfinished_);
  add(awaited_ == nullptr ? TaskId::none : awaited_->id);
  add(in_group_);
  add(left_behind_);
  add(is_aborted_ | awaits_rest_ << 1 | rounds_left_.has_value() << 2 | main_dealings_.is_called << 3 |
      main_dealings_.gave_up << 4);
  add(main_dealings_.unfinished);
  add(main_dealings_.broken);
  add(submitted_.size());
  for (const TaskRun* const task : submitted_) add(task->id);
}

}  // namespace interleave

// The order in which the waits of an event loop end. Where it is given, none ends while a turn is there: the loop goes
// as far as it can, and then the next one does, when it is due or as soon as it can be. With exact time they end as
// they are due, and it is given in which order those of one moment do.
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

// The one of those, which are all that could, that is to end next; null where it is none of them.
EventLoop::Timers::Timer* EventLoop::next_of(std::vector<Timers::Timer>& timers) {
  std::vector<Token> waits;
  waits.reserve(timers.size());
  for (const Timers::Timer& timer : timers) waits.push_back(token_of(timer.value));
  std::sort(waits.begin(), waits.end());
  order_->set_pending(std::move(waits));
  const Token* const next = order_->next();
  const auto found = std::find_if(timers.begin(), timers.end(), [&](const Timers::Timer& timer) {
    return next != nullptr && token_of(timer.value) == *next;
  });
  return found == timers.end() ? nullptr : &*found;
}

LoopTurn EventLoop::take(std::vector<Timers::Timer>& timers, Timers::Timer& next) {
  const LoopTurn turn = next.value;
  timers.erase(timers.begin() + (&next - timers.data()));
  order_->set_pending({});
  order_->took(*order_->next());
  return turn;
}

// With exact time.
void EventLoop::ring_due_in_order() {
  std::erase_if(due_, [this](const Timers::Timer& timer) { return is_void(timer.value); });
  while (!due_.empty() && is_ordered()) {
    Timers::Timer* const next = next_of(due_);
    stands_still_ = next == nullptr;
    if (stands_still_) return;
    push(take(due_, *next));
  }
  for (const Timers::Timer& timer : due_) ring(timer.value);
}

// The main program, which was held up, has somebody to submit already: whether it goes on at once.
bool EventLoop::comes_late_at_once() {
  if (holds_timers()) return false;
  const Token token = token_of({});
  stands_still_ = is_ordered() && (order_->next() == nullptr || *order_->next() != token);
  if (stands_still_) {
    order_->set_pending({token});
  } else if (order_ != nullptr) {
    order_->took(token);
  }
  return true;
}

// The wait that ends next, if it is there and due; else when it is.
Time EventLoop::ring_ordered() {
  drop_void();
  Timers::Timer* const next = next_of(held_);
  if (next == nullptr) return kNever;
  const Time now = runtime().now();
  if (next->deadline > now) return next->deadline;
  const LoopTurn turn = take(held_, *next);
  TaskRun& task = task_of(turn);
  if (turn.kind == LoopTurn::Kind::ring) task.state.due = std::max(task.state.due, now);
  if (turn.kind == LoopTurn::Kind::expire) task.dealings->deadline = std::max(task.dealings->deadline, now);
  push(turn);
  return now;
}

void EventLoop::drop_void() {
  std::erase_if(held_, [this](const Timers::Timer& timer) { return is_void(timer.value); });
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

// There is no turn, and of timers and threads only who waits for them: that is the gate's to say. With exact time there
// may be turns, and it matters when timers are due.
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
  if (order_->is_exact()) describe_time(numbers);
}

// Whether anything comes of the turn, where it is not one that tells.
bool EventLoop::means_something(const LoopTurn& turn) const {
  switch (turn.kind) {
    case LoopTurn::Kind::ring:
    case LoopTurn::Kind::expire:
    case LoopTurn::Kind::expires:
      return !is_void(turn);
    case LoopTurn::Kind::go_on:
    case LoopTurn::Kind::tell:
    case LoopTurn::Kind::leave:
    case LoopTurn::Kind::hear:
      break;
  }
  return true;
}

// Whether anything comes of the turn that tells.
bool EventLoop::means_something(const News& news) {
  const Watcher& watcher = news.watcher;
  if (watcher.kind == Watcher::Kind::group) return true;
  const Dealings& own = *watcher.waiter->dealings;
  return watcher.number == (watcher.kind == Watcher::Kind::each ? own.each[watcher.slot].number : own.wait);
}

void EventLoop::describe_time(std::vector<std::int64_t>& numbers) const {
  const auto add = [&numbers](auto... values) {
    numbers.insert(numbers.end(), {static_cast<std::int64_t>(values)...});
  };
  const Time now = runtime().now();
  // It tells one moment from another only for those that are to come.
  add(plan_.empty() ? 0 : std::min(now, plan_.back()->state.due).time_since_epoch().count());
  add(rounds_left_.value_or(0), left_in_round_);
  auto news = news_.begin();
  ready_.for_each([&](const LoopTurn& turn) {
    if (turn.kind == LoopTurn::Kind::tell) {
      const News& told = *news++;
      if (means_something(told)) add(turn.task, turn.kind, told.watcher.kind, told.watcher.slot, told.ended->id);
    } else if (means_something(turn)) {
      add(turn.task, turn.kind);
    }
  });
  std::vector<std::pair<Duration, Token>> left;
  timers_.for_each([&](const Timers::Timer& timer) {
    if (!is_void(timer.value)) left.emplace_back(timer.deadline - now, token_of(timer.value));
  });
  std::sort(left.begin(), left.end());
  add(-2);
  for (const auto& [due, token] : left) add(due.count(), token.task, token.kind);
}

}  // namespace interleave

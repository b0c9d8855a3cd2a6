#include "core/execution/gate.h"

#include <algorithm>
#include <utility>

#include "core/execution/host.h"
#include "core/execution/shared_state.h"
#include "core/execution/task_ends.h"

namespace interleave {
namespace {

constexpr auto is_of(const TaskRun& task) {
  return [&task](const auto& standing) { return standing.task == &task; };
}

}  // namespace

Gate::Gate(const Program& program, Mode mode, Settings settings)
    : StepOrder(program, mode, std::move(settings)), ends_(program.scenario().tasks.size()) {}

void Gate::note_step() {
  chosen_ = nullptr;
  has_changed_ = true;
}

bool Gate::is_possible(const TaskRun& task, const Operation& operation) {
  return operation.object == ObjectId::none || task.shared->is_possible(operation.verb, operation.object);
}

Gate::Pass Gate::pass(TaskRun& task, const Operation& operation, Time now) {
  if (!orders()) return Pass::goes;
  const bool is_other = chosen_ != nullptr && chosen_ != &task;
  if (is_other || next() == nullptr || next()->task != task.id) return Pass::stands;
  const bool takes_next = operation.kind == Operation::Kind::takes_next;
  switch (next()->kind) {
    case Token::Kind::step:
      return !takes_next && is_possible(task, operation) ? Pass::goes : Pass::stands;
    case Token::Kind::takes:
      if (!takes_next || !task.ends().run(next()->taken).dealings->is_over) return Pass::stands;
      put_next(task, operation, next()->taken);
      return Pass::goes;
    case Token::Kind::timeout: {
      const bool is_late = operation.timeout && now >= task.dealings->deadline && !is_possible(task, operation);
      return is_late ? Pass::times_out : Pass::stands;
    }
    case Token::Kind::own_timeout:
      break;
  }
  return Pass::stands;
}

// Those that have ended, and that it has not taken.
std::span<TaskId> Gate::to_take(const TaskRun& task, const Operation& operation) {
  std::vector<TaskId>& ended = task.dealings->each[operation.slot].ended;
  return std::span(ended).subspan(std::min(static_cast<std::size_t>(operation.value), ended.size()));
}

// Of those that one is the next.
void Gate::put_next(TaskRun& task, const Operation& operation, TaskId taken) {
  const std::span<TaskId> left = to_take(task, operation);
  const auto found = std::find(left.begin(), left.end(), taken);
  if (found != left.end()) std::rotate(left.begin(), found, found + 1);
}

void Gate::stand(TaskRun& task, Host& host, const Operation& operation, Time deadline) {
  standing_.push_back({&task, &host, operation, deadline});
}

Time Gate::wait(const TaskRun& task, Time now) {
  const auto found = std::find_if(standing_.begin(), standing_.end(), is_of(task));
  record(*found);
  return found->deadline <= now ? kNever : found->deadline;
}

void Gate::record(Standing& standing) const {
  const bool waits = !is_possible(*standing.task, standing.operation);
  if (standing.is_recorded && waits == standing.waits_in_line) return;
  standing.is_recorded = true;
  standing.waits_in_line = waits;
  const Operation& operation = standing.operation;
  const Cause cause = waits ? cause_of_wait(standing.task->shared->kind(operation.object)) : Cause::schedule;
  standing.host->stands(*standing.task, operation, cause);
}

bool Gate::leave(TaskRun& task) {
  const auto found = std::find_if(standing_.begin(), standing_.end(), is_of(task));
  if (found == standing_.end()) return false;
  const bool is_recorded = found->is_recorded;
  standing_.erase(found);
  return is_recorded;
}

void Gate::look() {
  if (chosen_ != nullptr || !std::exchange(has_changed_, false)) return;
  const bool orders_now = orders();
  for (Standing& standing : standing_) {
    if (!orders_now || (next() != nullptr && next()->task == standing.task->id)) {
      standing.host->runtime().unpark(standing.host->worker());
    }
    if (orders_now && standing.is_recorded) record(standing);
  }
  const bool is_main = arriving_ != nullptr && (!orders_now || is_next({.task = arriving_->id}));
  if (is_main) runtime_->unpark(*main_);
}

bool Gate::holds_end(TaskRun& task, Host& host, Unwinding& why) {
  const bool has_begun = task.dealings == nullptr || task.dealings->has_begun;
  if (!has_begun || !orders() || !counted().end_counts(task.id)) return false;
  if (is_next({.task = task.id}) && !host.runtime().has_others_ready()) return false;
  ends_[index(task.id)] = std::move(why);
  task.state.stage = Stage::standing;
  stand(task, host, {.verb = Verb::give_back}, kNever);
  return true;
}

Unwinding Gate::take_end(TaskRun& task) {
  Unwinding why = std::move(*ends_[index(task.id)]);
  ends_[index(task.id)].reset();
  return why;
}

bool Gate::holds_timeout(TaskRun& task, Host& host) {
  if (!orders() || (may_time_out(task) && !host.runtime().has_others_ready())) return false;
  if (std::none_of(standing_.begin(), standing_.end(), is_of(task))) {
    standing_.push_back({&task, &host, {.verb = Verb::await}, kNever, true});
  }
  return true;
}

bool Gate::holds_arrival(const TaskRun& first, Worker& main, Runtime& runtime) {
  if (!orders() || is_next({.task = first.id})) {
    arriving_ = nullptr;
    return false;
  }
  arriving_ = &first;
  main_ = &main;
  runtime_ = &runtime;
  return true;
}

bool Gate::is_time_up(const Standing& standing) const {
  if (standing.awaits) return true;
  return standing.operation.timeout && (!is_exact() || standing.deadline <= standing.host->runtime().now());
}

std::vector<Token> Gate::possible() const {
  std::vector<Token> tokens = pending();
  for (const Standing& standing : standing_) {
    const TaskRun& task = *standing.task;
    if (standing.operation.kind == Operation::Kind::takes_next) {
      for (const TaskId other : to_take(task, standing.operation)) {
        tokens.push_back({task.id, Token::Kind::takes, other});
      }
    } else if (!standing.awaits && is_possible(task, standing.operation)) {
      tokens.push_back({.task = task.id});
    } else if (is_time_up(standing)) {
      tokens.push_back({task.id, Token::Kind::timeout});
    }
  }
  if (arriving_ != nullptr) tokens.push_back({.task = arriving_->id});
  std::sort(tokens.begin(), tokens.end());
  return tokens;
}

const Operation* Gate::standing_before(TaskId task) const {
  const auto found = std::find_if(standing_.begin(), standing_.end(),
                                  [task](const Standing& standing) { return standing.task->id == task; });
  return found == standing_.end() ? nullptr : &found->operation;
}

}  // namespace interleave

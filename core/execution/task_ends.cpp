#include "core/execution/task_ends.h"

#include <algorithm>
#include <utility>

#include "core/base/utf8.h"
#include "core/execution/shared_state.h"
#include "core/execution/step_order.h"

namespace interleave {
namespace {

// Whether the end of that task, which has begun, is a step that counts.
bool counts_as_end(const TaskRun& task) {
  const bool has_begun = task.dealings == nullptr || task.dealings->has_begun;
  return has_begun && task.order()->counted().end_counts(task.id);
}

}  // namespace

std::string TaskEnds::start(const TaskRun& starter, Host& host, const Operation& operation) {
  TaskRun& task = run(task_id(operation.target));
  {
    const Guard guard(mutex_);
    if (std::exchange(task.dealings->is_submitted, true)) return in_quotes(task.source->name) + " was started already";
    task.dealings->started_by = starter.id;
  }
  task.state.due = host.logical_time();
  executor_.start(task, host.log());
  return "";
}

std::string TaskEnds::cancel(TaskRun& task, Host& host, const Operation& operation) {
  TaskRun& other = run(task_id(operation.target));
  if (host.frees_worker()) {
    const Guard guard(mutex_);
    // To cancel who awaits is to cancel what it awaits, and so on without end: asyncio raises then, too.
    if (leads_back(other)) return "tasks that await each other cannot be cancelled";
    host.cancel(other, task.id);
  } else if (executor_.withdraw(other)) {
    host.is_cancelled(other, task.id);
    end(other, host, cancelled_by(task.id));
  }
  return "";
}

const AwaitedTasks* TaskEnds::awaited_by(const TaskRun& task) {
  const bool is_elsewhere = task.dealings->on_thread != nullptr;
  if (is_elsewhere || task.state.stage != Stage::in_line || task.dealings->is_called) return nullptr;
  const Instruction& instruction = task.code->instructions[task.state.at - 1];
  return instruction.verb == Verb::await ? &task.code->awaited[instruction.target] : nullptr;
}

// Whether a way along tasks that await the next one comes to where it was.
bool TaskEnds::leads_back(const TaskRun& from) const {
  enum class Seen : std::uint8_t { no, on_the_way, behind };
  struct Stop {
    const TaskRun* task = nullptr;
    std::size_t next = 0;  // of those that it awaits
  };
  if (awaited_by(from) == nullptr) return false;
  std::vector<Seen> seen(tasks_.size());
  std::vector<Stop> way = {{&from}};
  seen[index(from.id)] = Seen::on_the_way;
  while (!way.empty()) {
    Stop& stop = way.back();
    const AwaitedTasks* const tasks = awaited_by(*stop.task);
    if (tasks == nullptr || stop.next == tasks->tasks.size()) {
      seen[index(stop.task->id)] = Seen::behind;
      way.pop_back();
      continue;
    }
    const TaskRun& next = run(tasks->tasks[stop.next++]);
    Seen& state = seen[index(next.id)];
    if (state == Seen::on_the_way) return true;
    if (state == Seen::behind) continue;
    state = Seen::on_the_way;
    way.push_back({&next});
  }
  return false;
}

TaskEnds::Await TaskEnds::await(TaskRun& task, Host& host, const Operation& operation) {
  const Guard guard(mutex_);
  const bool gathers = host.frees_worker() && awaited(task, operation).is_list;
  return gathers ? gather(task, host, operation) : await_one_after_another(task, host, operation);
}

TaskEnds::Await TaskEnds::await_one_after_another(TaskRun& task, Host& host, const Operation& operation) {
  const AwaitedTasks& tasks = awaited(task, operation);
  for (std::size_t at = 0; at < tasks.tasks.size(); ++at) {
    TaskRun& other = run(tasks.tasks[at]);
    if (&other == &task && host.frees_worker()) return {.leaves = failure("it awaits itself")};
    if (!other.dealings->is_over) {
      wait(task, host, operation, other.id);
      watch(task, other, {.waiter = &task, .kind = Watcher::Kind::await, .number = task.dealings->wait});
      return {.waits = true};
    }
    if (auto leaves = take_end(task, host, other)) return {.leaves = std::move(leaves)};
  }
  for (std::size_t at = 0; at < tasks.tasks.size(); ++at) {
    give(task, tasks, at);
    joined(task, run(tasks.tasks[at]), host);
  }
  return {};
}

TaskId TaskEnds::waits_for(const AwaitedTasks& tasks) const {
  const auto first = std::find_if(tasks.tasks.begin(), tasks.tasks.end(), [this](TaskId id) {
    const Dealings& own = *run(id).dealings;
    return !own.is_over || own.outcome != Outcome::finished;
  });
  return first == tasks.tasks.end() || run(*first).dealings->is_over ? TaskId::none : *first;
}

// As asyncio.gather does: each end, also one that was long ago, is told in a turn of its own, and the last one, or the
// first that is no success, lets the task go on one round later.
TaskEnds::Await TaskEnds::gather(TaskRun& task, Host& host, const Operation& operation) {
  Dealings& own = *task.dealings;
  const AwaitedTasks& tasks = awaited(task, operation);
  if (!own.looks_again) {
    begin_gather(task, host, operation);
    return {.waits = true};
  }
  if (own.broken != TaskId::none) return {.leaves = take_end(task, host, run(own.broken))};
  if (std::exchange(own.gather_is_cut, false)) {
    return {.leaves = Unwinding{.reason = Unwinding::Reason::cancelled, .from = own.cancelled_by}};
  }
  for (std::size_t at = 0; at < tasks.tasks.size(); ++at) {
    give(task, tasks, at);
    joined(task, run(tasks.tasks[at]), host);
  }
  return {};
}

void TaskEnds::begin_gather(TaskRun& task, Host& host, const Operation& operation) {
  Dealings& own = *task.dealings;
  const AwaitedTasks& tasks = awaited(task, operation);
  const auto open =
      std::find_if(tasks.tasks.begin(), tasks.tasks.end(), [this](TaskId id) { return !run(id).dealings->is_over; });
  wait(task, host, operation, open == tasks.tasks.end() ? tasks.tasks.back() : *open);
  own.unfinished = static_cast<std::uint32_t>(tasks.tasks.size());
  own.broken = TaskId::none;
  own.gather_is_cut = false;
  for (const TaskId id : tasks.tasks) {
    watch(task, run(id), {.waiter = &task, .kind = Watcher::Kind::gather, .number = own.wait});
  }
}

void TaskEnds::begin_each(TaskRun& task, Host& host, const Operation& operation) {
  const Guard guard(mutex_);
  Dealings& own = *task.dealings;
  own.host = &host;
  if (own.each.size() <= operation.slot) own.each.resize(operation.slot + 1);
  Dealings::Each& each = own.each[operation.slot];
  each = {.number = each.number + 1};
  const AwaitedTasks& tasks = awaited(task, operation);
  const Watcher watcher{&task, Watcher::Kind::each, static_cast<std::uint16_t>(operation.slot), each.number};
  for (TaskRun* const ended : ended_of(tasks)) {
    host.frees_worker() ? host.tell_later(watcher, *ended) : each.ended.push_back(ended->id);
  }
  for (const TaskId id : tasks.tasks) {
    if (!run(id).dealings->is_over) run(id).dealings->watchers.push_back(watcher);
  }
}

TaskEnds::Await TaskEnds::next_of_each(TaskRun& task, Host& host, const Operation& operation) {
  const Guard guard(mutex_);
  const AwaitedTasks& tasks = awaited(task, operation);
  const auto taken = static_cast<std::size_t>(operation.value);
  Dealings::Each& each = task.dealings->each[operation.slot];
  // One after another they are taken in the order of the list.
  TaskRun* next = nullptr;
  if (host.runs_awaited()) {
    next = &run(tasks.tasks[taken]);
  } else if (each.ended.size() > taken) {
    next = &run(each.ended[taken]);
  }
  if (next != nullptr && next->dealings->is_over) {
    if (task.order() != nullptr && task.order()->counted().any())
      task.order()->took({task.id, Token::Kind::takes, next->id});
    if (auto leaves = take_end(task, host, *next)) return {.leaves = std::move(leaves)};
    give(task, tasks.into.front(), *next);
    joined(task, *next, host);
    return {};
  }
  const auto first = tasks.tasks.begin() + (host.runs_awaited() ? operation.value : 0);
  const auto open = std::find_if(first, tasks.tasks.end(), [this](TaskId id) { return !run(id).dealings->is_over; });
  wait(task, host, operation, open == tasks.tasks.end() ? tasks.tasks.back() : *open);
  each.is_awaited = true;
  return {.waits = true};
}

void TaskEnds::wait(TaskRun& task, Host& host, const Operation& operation, TaskId target) {
  begin_wait(*task.dealings, host, operation.step, ObjectId::none, target);
  host.awaits(task, operation.step, target);
}

// An end that was before the wait is told of in a turn of its own; where there are none such, nobody waits for it.
void TaskEnds::watch(TaskRun& waiter, TaskRun& watched, Watcher watcher) {
  std::vector<Watcher>& watchers = watched.dealings->watchers;
  if (!watched.dealings->is_over) {
    // Who gave up before and comes again takes its old place.
    const bool again = !watchers.empty() && watchers.back().waiter == watcher.waiter &&
                       watchers.back().kind == watcher.kind && watcher.kind == Watcher::Kind::await;
    if (again) watchers.pop_back();
    watchers.push_back(watcher);
  } else if (waiter.dealings->host->frees_worker()) {
    waiter.dealings->host->tell_later(watcher, watched);
  }
}

void TaskEnds::tell(const Watcher& watcher, const TaskRun& ended, Host& host) {
  Dealings& own = *watcher.waiter->dealings;
  if (own.is_over) return;
  if (watcher.kind == Watcher::Kind::each) {
    Dealings::Each& each = own.each[watcher.slot];
    if (each.number != watcher.number) return;
    each.ended.push_back(ended.id);
    // One after another, the list's next one alone is awaited.
    const bool is_other = host.runs_awaited() && ended.id != own.target;
    if (!each.is_awaited || own.is_called || is_other) return;
    each.is_awaited = false;
    return call(*watcher.waiter, host);
  }
  if (own.wait != watcher.number || own.is_called) return;
  if (watcher.kind == Watcher::Kind::all && --own.unfinished > 0) return;
  if (watcher.kind == Watcher::Kind::gather) {
    --own.unfinished;
    if (ended.dealings->outcome != Outcome::finished) own.broken = ended.id;
    if (own.unfinished > 0 && own.broken == TaskId::none) return;
  }
  call(*watcher.waiter, host);
}

void TaskEnds::end(TaskRun& task, Host& host, Unwinding why) {
  if (host.hands_over_end(task, why)) return;
  if (task.order() != nullptr && task.order()->holds_end(task, host, why)) return;
  if (task.order() != nullptr) counts_as_end(task) ? task.order()->took_step(task.id) : task.order()->note_end();
  if (task.dealings == nullptr) {
    if (why.reason == Unwinding::Reason::failed) return host.failed(task, std::move(why.error));
    host.returned(task, why.value);
    return host.ended(task, Outcome::finished);
  }
  const bool is_failure = why.reason == Unwinding::Reason::failed;
  {
    const Guard guard(mutex_);
    note_end(task, host, std::move(why));
  }
  if (task.source->manual) return;
  launcher_.ended(host.logical_time(), task.dealings->outcome);
  if (is_failure && launcher_.cancels_rest()) cancel_rest(task, host);
}

// Those that wait to begin, where that is not on a loop.
void TaskEnds::cancel_rest(TaskRun& failed, Host& host) {
  for (TaskRun& task : tasks_) {
    if (!executor_.withdraw(task)) continue;
    host.is_cancelled(task, failed.id);
    end(task, host, cancelled_by(failed.id));
  }
}

void TaskEnds::note_end(TaskRun& task, Host& host, Unwinding why) {
  Dealings& own = *task.dealings;
  own.is_over = true;
  own.end_number = ++ended_;
  // As with asyncio: who is cancelled in its last turn has no wait left to be cut, and ends so all the same.
  const bool is_success = why.reason == Unwinding::Reason::none || why.reason == Unwinding::Reason::returned;
  if (is_success && own.must_cancel) {
    host.is_cancelled(task, own.cancelled_by);
    why = cancelled_by(own.cancelled_by);
  }
  // A thread that goes on comes to the end of the task's steps later.
  if (own.on_thread == nullptr || !own.on_thread->is_left_alone) record_end(task, host, why);
  if (why.reason == Unwinding::Reason::failed) {
    own.outcome = Outcome::failed;
    own.error = std::move(why.error);
    own.failed_from = why.from;
  } else if (why.reason == Unwinding::Reason::cancelled) {
    own.outcome = Outcome::cancelled;
  } else {
    own.result = why.value;
  }
  for (const Watcher& watcher : std::exchange(own.watchers, {})) {
    Host& waiters = *watcher.waiter->dealings->host;
    if (watcher.kind != Watcher::Kind::await && waiters.frees_worker()) {
      waiters.tell_later(watcher, task);
    } else {
      tell(watcher, task, host);
    }
  }
}

void TaskEnds::record_end(const TaskRun& task, Host& host, const Unwinding& why) {
  switch (why.reason) {
    case Unwinding::Reason::failed:
      return host.failed(task, why.error);
    case Unwinding::Reason::cancelled:
      return task.dealings->has_begun ? host.ended(task, Outcome::cancelled) : host.never_began(task);
    case Unwinding::Reason::returned:
      host.returned(task, why.value);
      [[fallthrough]];
    case Unwinding::Reason::none:
      return host.ended(task, Outcome::finished);
  }
}

bool TaskEnds::is_called(const TaskRun& task) {
  const Guard guard(mutex_);
  return task.dealings->is_called;
}

bool TaskEnds::give_up(TaskRun& task) {
  const Guard guard(mutex_);
  Dealings& own = *task.dealings;
  if (own.is_called) return false;
  if (own.line != nullptr) own.line->remove(task);
  ++own.wait;
  return true;
}

std::optional<Unwinding> TaskEnds::take_end(TaskRun& /*task*/, const Host& host, const TaskRun& ended) const {
  const Dealings& other = *ended.dealings;
  switch (other.outcome) {
    case Outcome::failed:
      return failure(other.error, ended.id);
    case Outcome::cancelled:
      // On a loop that cancels who awaits it; a future of a thread raises an exception like others.
      if (host.frees_worker()) return Unwinding{.reason = Unwinding::Reason::cancelled, .from = ended.id};
      return failure(in_quotes(ended.source->name) + " was cancelled");
    case Outcome::finished:
    case Outcome::deadlocked:
    case Outcome::not_started:
      break;
  }
  return std::nullopt;
}

void TaskEnds::give(TaskRun& task, const AwaitedTasks& tasks, std::size_t at) const {
  if (!tasks.into.empty()) give(task, tasks.into[at], run(tasks.tasks[at]));
}

void TaskEnds::give(TaskRun& task, std::uint32_t own, const TaskRun& ended) {
  give_own(own, task.code->layout, task.state.values, ended.dealings->result);
  if (task.code->reads_shared) task.state.past->origins[own] = {};
}

// On record where it matters: to what each task knew of what they share.
void TaskEnds::joined(const TaskRun& task, const TaskRun& ended, Host& host) {
  if (task.shared->has_variables()) host.joined(task, ended.id);
}

// Those of the tasks that have ended, in that order.
std::vector<TaskRun*> TaskEnds::ended_of(const AwaitedTasks& tasks) const {
  std::vector<TaskRun*> ended;
  for (const TaskId id : tasks.tasks) {
    if (run(id).dealings->is_over) ended.push_back(&run(id));
  }
  std::sort(ended.begin(), ended.end(),
            [](const TaskRun* a, const TaskRun* b) { return a->dealings->end_number < b->dealings->end_number; });
  return ended;
}

void TaskEnds::take_failure(TaskId failed, const TaskRun& by, Host& host) {
  const Guard guard(mutex_);
  for (TaskId at = failed; at != TaskId::none; at = run(at).dealings->failed_from) host.failure_taken(at, by.id);
}

}  // namespace interleave

// How a growing timeline opens, closes and splits spans, and keeps its sums.
#include <algorithm>
#include <cassert>

#include "core/timeline/timeline.h"

namespace interleave {
namespace {

constexpr auto kLater = [](const auto& a, const auto& b) { return b.at < a.at; };

template <class Entry>
void push_heap(std::vector<Entry>& heap, Entry entry) {
  heap.push_back(entry);
  std::push_heap(heap.begin(), heap.end(), kLater);
}

template <class Entry>
void pop_heap(std::vector<Entry>& heap) {
  std::pop_heap(heap.begin(), heap.end(), kLater);
  heap.pop_back();
}

// Whether `next` goes on with what `last` was, so that both are one span.
bool continues(const Span& last, const Span& next) {
  Span joined = last;
  joined.begin = next.begin;
  joined.end = next.end;
  return last.end == next.begin && joined == next;
}

bool is_work(const Span& span) { return span.state == State::running || span.cause == Cause::sleep; }

Counter counter_of(const Span& span) {
  switch (span.state) {
    case State::queued:
      return Counter::queued;
    case State::ready:
      return Counter::ready;
    case State::running:
      return Counter::running;
    case State::waiting:
      break;
  }
  return span.worker == WorkerId::none ? Counter::waiting_worker_free : Counter::waiting_worker_held;
}

void open_on(WorkerTrack& lane, const Span& span) {
  assert(lane.spans.empty() || lane.spans.back().end <= span.begin);
  WorkerTime sum;
  if (!lane.spans.empty()) {
    const Span& last = lane.spans.back();
    sum = lane.before.back();
    sum.part(last.state) += last.end - last.begin;
  }
  lane.spans.push_back(span);
  lane.sums.extend(lane.spans);
  lane.before.push_back(sum);
}

}  // namespace

// Adds the span to its task's track and its worker's lane, or opens their last one again where this goes on with it.
// What begins with a turn is a new span: the next round of a repeated step.
void Timeline::open(const Span& span, Time due) {
  Progress& task = progress(span.task);
  std::vector<Span>& spans = track(span.task).spans;
  WorkerTrack* worker = span.worker == WorkerId::none ? nullptr : &lane(span.worker);
  if (!task.new_turn && !spans.empty() && continues(spans.back(), span)) {
    spans.back().end = kNever;
    if (worker) worker->spans.back().end = kNever;
  } else {
    spans.push_back(span);
    track(span.task).waited_before.push_back(task.waited);
    track(span.task).sums.extend(spans);
    if (worker) open_on(*worker, span);
  }
  count(span, span.begin, 1);
  task.open = true;
  task.opened = span.begin;
  task.due = due == kNever ? kNever : std::max(due, span.begin);
  if (!task.touched) touched_.push_back(span.task);
  task.touched = true;
}

// Closes what the task has open, if anything. A sleep that was over before became a wait for a turn when it was due.
void Timeline::close(TaskId task, Time at) {
  if (!progress(task).open) return;
  if (progress(task).due < at) wake(task);
  close_span(task, at);
}

void Timeline::close_span(TaskId id, Time at) {
  Progress& task = progress(id);
  std::vector<Span>& spans = track(id).spans;
  Span& span = spans.back();
  WorkerTrack* worker = span.worker == WorkerId::none ? nullptr : &lane(span.worker);
  at = std::max(at, task.opened);
  count(span, at, -1);
  if (waits_for_turn(span)) {
    longest_wait_.add(id, task.opened, at, task.waited);
    task.waited += at - task.opened;
  }
  task.open = false;
  task.due = kNever;
  task.since = at;
  if (at == span.begin) {
    if (worker) {
      worker->spans.pop_back();
      worker->sums.cut(worker->spans.size());
      worker->before.pop_back();
    }
    spans.pop_back();
    track(id).waited_before.pop_back();
    track(id).sums.cut(spans.size());
  } else {
    span.end = at;
    if (worker) worker->spans.back().end = at;
    task.new_turn = false;
  }
}

void Timeline::wake(TaskId task) {
  const Time due = progress(task).due;
  const StepId step = track(task).spans.back().step;
  close_span(task, due);
  open({.begin = due, .task = task, .step = step, .state = State::ready, .cause = Cause::loop}, kNever);
}

void Timeline::count(const Span& span, Time at, int difference) {
  counters_.change(at, counter_of(span), difference);
  if (is_work(span)) counters_.change(at, Counter::working, difference);
}

void Timeline::advance(Time horizon) {
  horizon_ = std::max(horizon_, horizon);
  look_at_touched();
  wake_sleepers();
  look_at_touched();
  settle_longest_wait();
  counters_.settle();
}

void Timeline::look_at_touched() {
  for (TaskId id : touched_) {
    Progress& task = progress(id);
    task.touched = false;
    if (!task.open) continue;
    if (task.due != kNever) push_heap(sleepers_, {task.due, id});
    if (waits_for_turn(track(id).spans.back())) push_heap(waiters_, {task.opened - task.waited, id});
  }
  touched_.clear();
}

void Timeline::wake_sleepers() {
  while (!sleepers_.empty() && sleepers_.front().at < horizon_) {
    const Entry first = sleepers_.front();
    pop_heap(sleepers_);
    if (progress(first.task).due == first.at) wake(first.task);
  }
}

void Timeline::settle_longest_wait() {
  for (; !waiters_.empty(); pop_heap(waiters_)) {
    const Entry first = waiters_.front();
    const Progress& task = progress(first.task);
    const bool holds =
        task.open && waits_for_turn(track(first.task).spans.back()) && task.opened - task.waited == first.at;
    if (!holds) continue;
    return longest_wait_.set_open(first.task, task.opened, task.waited);
  }
  longest_wait_.clear_open();
}

}  // namespace interleave

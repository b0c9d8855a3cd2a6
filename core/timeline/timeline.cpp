#include "core/timeline/timeline.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

#include "core/record/text.h"

namespace interleave {
namespace {

// What is already in order is kept, and equal times stay in order of arrival: late items are rare and not very late.
template <class Item>
void insert_by_time(std::vector<Item>& items, Item item) {
  auto place = items.end();
  while (place != items.begin() && item.time < std::prev(place)->time) --place;
  items.insert(place, std::move(item));
}

// Nothing reaches beyond the end of the run, however late the last stamps were.
template <class Track>
void cut_spans(Track& track, Time end) {
  std::vector<Span>& spans = track.spans;
  while (!spans.empty() && spans.back().begin >= end) spans.pop_back();
  if (!spans.empty()) spans.back().end = std::min(spans.back().end, end);
  track.sums.cut(spans.size());
  track.sums.settle();
}

void cut(WorkerTrack& lane, Time end) {
  cut_spans(lane, end);
  lane.before.resize(lane.spans.size());
  lane.created = std::min(lane.created, end);
  if (lane.retired) lane.retired = std::min(*lane.retired, end);
  for (auto turn = lane.turns.rbegin(); turn != lane.turns.rend() && turn->at > end; ++turn) turn->at = end;
}

template <class Track>
void sum_up(std::vector<Track>& tracks) {
  for (Track& track : tracks) {
    track.sums.extend(track.spans);
    track.sums.settle();
  }
}

const std::string& text_of(const Event& event) {
  static const std::string none;
  return event.text ? event.text->value : none;
}

}  // namespace

Timeline::Timeline(RunInfo info) : info_(std::move(info)), tasks_(info_.tasks.size()), progress_(info_.tasks.size()) {
  for (const SharedObject& object : info_.objects) own_objects_ += object.process == 1 ? 1 : 0;
  for (std::size_t i = 0; i < tasks_.size(); ++i) tasks_[i].name = info_.tasks[i].name;
}

Timeline::Timeline(TimelineParts parts)
    : info_(std::move(parts.info)),
      end_(std::move(parts.end)),
      tasks_(std::move(parts.tasks)),
      workers_(std::move(parts.workers)),
      output_(std::move(parts.output)),
      accesses_(std::move(parts.accesses)),
      stale_writes_(std::move(parts.stale_writes)),
      links_(std::move(parts.links)),
      changes_(std::move(parts.changes)),
      horizon_(end_->time),
      counters_(std::move(parts.counters)),
      longest_wait_(std::move(parts.longest_wait)) {
  assert(tasks_.size() == info_.tasks.size());
  sum_up(tasks_);
  sum_up(workers_);
}

TaskId Timeline::add_task(TaskInfo task) {
  assert(!finished());
  tasks_.emplace_back().name = task.name;
  progress_.emplace_back();
  info_.tasks.push_back(std::move(task));
  return task_id(tasks_.size() - 1);
}

void Timeline::describe(RunInfo program) {
  assert(std::ranges::equal(program.tasks, tasks_, {}, &TaskInfo::name, &TaskTrack::name));
  info_.tasks = std::move(program.tasks);
  info_.steps = std::move(program.steps);
  info_.cores = program.cores;
  info_.computes = program.computes;
}

void Timeline::append(const Batch& batch) {
  assert(!finished());
  for (const ClockChange& change : batch.clock_changes) clock_.add(change);
  for (const Event& event : batch.events) apply(event);
  const Time last = batch.events.empty() ? Time{} : clock_.at(batch.events.back().stamp);
  advance(std::max(last, clock_.at(batch.closed_until)));
}

void Timeline::finish(const RunEnd& end) {
  assert(!finished());
  advance(end.time);
  for (std::size_t i = 0; i < tasks_.size(); ++i) stop(task_id(i), end);
  for (WorkerTrack& worker : workers_) cut(worker, end.time);
  for (auto line = output_.rbegin(); line != output_.rend() && line->time > end.time; ++line) line->time = end.time;
  for (auto access = accesses_.rbegin(); access != accesses_.rend() && access->time > end.time; ++access) {
    access->time = end.time;
  }
  counters_.close();
  horizon_ = end.time;
  end_ = end;
  progress_ = {};
  touched_ = {};
  sleepers_ = {};
  waiters_ = {};
}

// A task's own times never run backwards, whatever the stamps' mapping made of them.
void Timeline::apply(const Event& event) {
  Time at = clock_.at(event.stamp);
  if (event.task != TaskId::none) at = std::max(at, progress(event.task).since);
  switch (event.kind) {
    case EventKind::task_submitted:
      return submit(event.task, at, event);
    case EventKind::task_started:
      link(last_on(event.worker), event.task);
      track(event.task).started = begin_turn(event.task, event.worker, at);
      return;
    case EventKind::task_entered:
      return enter(event.task, at, event);
    case EventKind::task_resumed:
      begin_turn(event.task, event.worker, at);
      return;
    case EventKind::task_printed:
      return insert_by_time(output_, {at, event.task, text_of(event)});
    case EventKind::task_returned_number:
      track(event.task).result = TaskResult{false, std::to_string(event.value)};
      return;
    case EventKind::task_returned_text:
      track(event.task).result = TaskResult{true, text_of(event)};
      return;
    case EventKind::task_cancelled:
      track(event.task).cancelled = Cancellation{at, static_cast<TaskId>(event.value)};
      return;
    case EventKind::wait_timed_out:
      return note_timeout(track(event.task), event.step);
    case EventKind::failure_taken:
      track(event.task).taken_by = static_cast<TaskId>(event.value);
      return;
    case EventKind::task_accessed:
      return note_access(at, event);
    case EventKind::write_marked: {
      const MarkedWrite marked = unpacked(event.value);
      stale_writes_.push_back({event.mark, accesses_.size() - 1, marked.read, marked.other});
      return;
    }
    case EventKind::task_joined:
      return link(event.other, event.task);
    case EventKind::task_ended:
      return end_task(event.task, at, event);
    case EventKind::worker_created:
      return create_worker(event.worker, at, text_of(event));
    case EventKind::worker_retired:
      return retire_worker(event.worker, at);
    case EventKind::max_workers_changed:
      return insert_by_time(changes_, {at, static_cast<int>(event.value)});
  }
}

void Timeline::submit(TaskId task, Time at, const Event& event) {
  track(task).created = at;
  at = std::min(at, Time(Duration(event.value)));
  track(task).submitted = at;
  progress(task).since = at;
  track(task).started_by = event.other;
  link(event.other, task);
  counters_.change(at, Counter::submitted, 1);
  open({.begin = at, .task = task, .state = event.state, .cause = event.cause}, kNever);
}

// The task whose turn on the worker was the last, if that has ended.
TaskId Timeline::last_on(WorkerId worker) {
  const WorkerTrack& its = lane(worker);
  if (its.turns.empty()) return TaskId::none;
  const TaskId last = its.turns.back().task;
  // A thread beside a loop is done with it before the loop has heard of that.
  const bool is_beside_loop = is_event_loop(traits(info_.mode)) && index(worker) > 0;
  return track(last).finished || is_beside_loop ? last : TaskId::none;
}

Time Timeline::begin_turn(TaskId task, WorkerId worker, Time at) {
  WorkerTrack& turned = lane(worker);
  if (!turned.spans.empty() && turned.spans.back().end != kNever) at = std::max(at, turned.spans.back().end);
  if (!turned.turns.empty()) at = std::max(at, turned.turns.back().at);
  close(task, at);
  progress(task).since = at;
  progress(task).new_turn = true;
  turned.turns.push_back({at, task});
  return at;
}

// A step begins where the one before ended, since what lies between them, prints, takes no time; but what takes the
// place of an open span begins at its own moment.
void Timeline::enter(TaskId task, Time at, const Event& event) {
  close(task, at);
  const bool is_handed_over = event.state == State::queued && is_event_loop(traits(info_.mode));
  if (is_handed_over) link(task, task);
  const bool sleeps_free =
      event.state == State::waiting && event.cause == Cause::sleep && event.worker == WorkerId::none;
  open({.begin = progress(task).since,
        .task = task,
        .worker = event.worker,
        .step = event.step,
        .state = event.state,
        .cause = event.cause},
       sleeps_free ? Time(Duration(event.value)) : kNever);
  note_target(task, event);
}

// Their order is that of the record, whatever the mapping of their stamps makes of it.
void Timeline::note_access(Time at, const Event& event) {
  if (!accesses_.empty()) at = std::max(at, accesses_.back().time);
  accesses_.push_back({at, event.value, event.task, event.step, event.object, event.access});
}

void Timeline::link(TaskId before, TaskId behind) {
  const bool matters = !info_.objects.empty() && info_.objects.front().kind == ObjectKind::variable;
  if (matters && before != TaskId::none) links_.push_back({accesses_.size(), before, behind});
}

// Another program's run may know nothing of what its tasks share.
void Timeline::note_target(TaskId task, const Event& event) {
  const auto number = static_cast<std::size_t>(event.value);
  const Time since = progress(task).opened;
  std::vector<WaitTarget>& targets = track(task).targets;
  if (waits_for_object(event.cause) && number < info_.objects.size()) {
    targets.push_back({.at = since, .object = object_id(number)});
  } else if (event.cause == Cause::await_task && number < tasks_.size()) {
    targets.push_back({.at = since, .task = task_id(number)});
  }
}

void Timeline::end_task(TaskId task, Time at, const Event& event) {
  close(task, at);
  if (is_event_loop(traits(info_.mode)) && event.worker == worker_id(0)) link(task, task);
  track(task).finished = at;
  track(task).outcome = event.outcome;
  track(task).error = text_of(event);
  counters_.change(at, Counter::ended, 1);
}

void Timeline::create_worker(WorkerId worker, Time at, const std::string& name) {
  lane(worker).name = name;
  lane(worker).created = at;
  counters_.change(at, Counter::workers, 1);
  give_own_objects();
}

// Each process has those that the first one has, behind those of the processes before it.
void Timeline::give_own_objects() {
  if (own_objects_ == 0) return;
  while (info_.objects.size() < own_objects_ * workers_.size()) {
    SharedObject object = info_.objects[info_.objects.size() - own_objects_];
    ++object.process;
    info_.objects.push_back(std::move(object));
  }
}

void Timeline::retire_worker(WorkerId worker, Time at) {
  lane(worker).retired = at;
  counters_.change(at, Counter::workers, -1);
}

WorkerTrack& Timeline::lane(WorkerId worker) {
  if (index(worker) >= workers_.size()) workers_.resize(index(worker) + 1);
  return workers_[index(worker)];
}

// The wait is the task's last one: since then it may have waited for a turn. One that took no time has no span.
void Timeline::note_timeout(TaskTrack& task, StepId step) {
  auto span = task.spans.rbegin();
  while (span != task.spans.rend() && span->state == State::ready) ++span;
  if (span == task.spans.rend() || span->step != step || span->state != State::waiting) return;
  task.timeouts.push_back(static_cast<std::size_t>(task.spans.rend() - span) - 1);
}

WaitTarget wait_target(const TaskTrack& track, const Span& span) {
  if (!waits_for_object(span.cause) && span.cause != Cause::await_task) return {};
  // The last one at that moment: others were over at once.
  const auto later = std::upper_bound(track.targets.begin(), track.targets.end(), span.begin,
                                      [](Time at, const WaitTarget& target) { return at < target.at; });
  return later == track.targets.begin() ? WaitTarget{} : *std::prev(later);
}

// What the end of the run means for one task.
void Timeline::stop(TaskId task, const RunEnd& end) {
  TaskTrack& stopped = track(task);
  close(task, end.time);
  cut_spans(stopped, end.time);
  stopped.waited_before.resize(stopped.spans.size());
  if (stopped.created) stopped.created = std::min(*stopped.created, end.time);
  if (stopped.outcome) {
    stopped.finished = std::min(*stopped.finished, end.time);
    return;
  }
  const Outcome unfinished = end.outcome == Outcome::deadlocked ? Outcome::deadlocked : Outcome::cancelled;
  stopped.outcome = stopped.started ? unfinished : Outcome::not_started;
  if (stopped.submitted) counters_.change(end.time, Counter::ended, 1);
}

}  // namespace interleave

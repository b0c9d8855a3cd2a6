#include "core/timeline/shared_history.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "core/timeline/deadlock.h"
#include "core/timeline/moment.h"

namespace interleave {
namespace {

enum class ChangeKind : std::uint8_t { used, awaited, no_longer_awaited };

struct Change {
  Time at{};
  ChangeKind kind = ChangeKind::used;
  TaskId task = TaskId::none;
  const Access* access = nullptr;
};

class HistoryWriter {
 public:
  explicit HistoryWriter(const SharedObject& object) : object_(object) {
    now_.value = object.kind == ObjectKind::lock ? 1 : object.kind == ObjectKind::queue ? 0 : object.number;
  }

  std::vector<SharedStretch> write(std::vector<Change> changes) {
    std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) { return a.at < b.at; });
    for (const Change& change : changes) {
      if (change.at > now_.begin) end_stretch(change.at);
      apply(change);
    }
    stretches_.push_back(with_waiting());
    return std::move(stretches_);
  }

 private:
  SharedStretch with_waiting() const {
    SharedStretch stretch = now_;
    stretch.waiting = static_cast<std::uint32_t>(waiting_.size());
    for (std::size_t i = 0; i < std::min(waiting_.size(), SharedStretch::kMostNamed); ++i) {
      stretch.first_waiting[i] = waiting_[i];
    }
    return stretch;
  }

  void end_stretch(Time at) {
    SharedStretch stretch = with_waiting();
    stretch.end = at;
    // Where all that changed at a moment changed back, it is the same stretch.
    SharedStretch* last = stretches_.empty() ? nullptr : &stretches_.back();
    SharedStretch same = stretch;
    if (last != nullptr) {
      same.begin = last->begin;
      same.end = last->end;
    }
    if (last != nullptr && same == *last)
      last->end = at;
    else
      stretches_.push_back(stretch);
    now_.begin = at;
  }

  void apply(const Change& change) {
    if (change.kind == ChangeKind::awaited) waiting_.push_back(change.task);
    if (change.kind == ChangeKind::no_longer_awaited) std::erase(waiting_, change.task);
    if (change.kind == ChangeKind::used && change.access->kind != AccessKind::read) use(*change.access);
  }

  void use(const Access& access) {
    now_.task = access.task;
    now_.step = access.step;
    now_.since = access.time;
    switch (access.kind) {
      case AccessKind::read:
        return;
      case AccessKind::written:
        now_.value = access.value;
        return;
      case AccessKind::acquired:
      case AccessKind::released:
        return take(access);
      case AccessKind::put:
        ++now_.value;
        return;
      case AccessKind::got:
        now_.value = std::max<std::int64_t>(0, now_.value - 1);
        return;
    }
  }

  void take(const Access& access) {
    now_.value = access.value;
    if (object_.kind == ObjectKind::semaphore) return;
    now_.value = access.kind == AccessKind::acquired ? 0 : 1;
    if (access.kind == AccessKind::released) now_.task = TaskId::none;
  }

  const SharedObject& object_;
  SharedStretch now_;
  std::vector<TaskId> waiting_;
  std::vector<SharedStretch> stretches_;
};

}  // namespace

std::vector<std::vector<SharedStretch>> shared_histories(const Timeline& timeline) {
  const auto& objects = timeline.info().objects;
  std::vector<std::vector<Change>> changes(objects.size());
  for (const Access& access : timeline.accesses()) {
    changes[index(access.object)].push_back({access.time, ChangeKind::used, access.task, &access});
  }
  for (std::size_t i = 0; i < timeline.tasks().size(); ++i) {
    const TaskTrack& track = timeline.tasks()[i];
    if (track.targets.empty()) continue;
    for (const Span& span : track.spans) {
      const ObjectId object = target_of(track, span);
      if (object == ObjectId::none) continue;
      changes[index(object)].push_back({span.begin, ChangeKind::awaited, span.task, nullptr});
      if (span.end != kNever) {
        changes[index(object)].push_back({span.end, ChangeKind::no_longer_awaited, span.task, nullptr});
      }
    }
  }
  std::vector<std::vector<SharedStretch>> histories;
  histories.reserve(objects.size());
  for (std::size_t i = 0; i < objects.size(); ++i) {
    histories.push_back(HistoryWriter(objects[i]).write(std::move(changes[i])));
  }
  return histories;
}

ObjectId awaited_at(const Timeline& timeline, TaskId task, Time t) {
  const TaskTrack& track = timeline.tasks()[index(task)];
  if (timeline.finished() && t >= timeline.horizon()) {
    const auto target = last_target(timeline, task);
    return target ? target->object : ObjectId::none;
  }
  const Position position = Moment(timeline, t).position(task);
  return position.kind == Position::Kind::in_span ? target_of(track, *position.span) : ObjectId::none;
}

std::vector<TaskId> waiting_at(const Timeline& timeline, ObjectId object, Time t) {
  std::vector<std::pair<Time, TaskId>> waiting;
  const Moment moment(timeline, t);
  for (std::size_t i = 0; i < timeline.tasks().size(); ++i) {
    if (timeline.tasks()[i].targets.empty() || awaited_at(timeline, task_id(i), t) != object) continue;
    const Position position = moment.position(task_id(i));
    waiting.emplace_back(position.kind == Position::Kind::in_span ? position.span->begin : t, task_id(i));
  }
  std::stable_sort(waiting.begin(), waiting.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<TaskId> tasks;
  tasks.reserve(waiting.size());
  for (const auto& [since, task] : waiting) tasks.push_back(task);
  return tasks;
}

std::vector<std::int64_t> items_at(const Timeline& timeline, ObjectId queue, Time t) {
  std::deque<std::int64_t> items;
  for (const Access& access : timeline.accesses()) {
    if (access.time > t) break;
    if (access.object != queue) continue;
    if (access.kind == AccessKind::put) items.push_back(access.value);
    if (access.kind == AccessKind::got && !items.empty()) items.pop_front();
  }
  return {items.begin(), items.end()};
}

}  // namespace interleave

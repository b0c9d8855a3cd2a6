#include "app/gui/model/picture/lanes.h"

#include <algorithm>

namespace interleave::gui {

namespace {

bool without_worker(const Span& span) { return span.worker == WorkerId::none; }

// Only where waits free the worker tasks leave it once they have started: elsewhere the first span tells.
bool ever_without_worker(const TaskTrack& task, const ModeTraits& mode) {
  if (mode.waits_free_worker) {
    // An open span counts as long as can be: all that matters is that it is there.
    const KindTimes times = task.sums.total(task.spans, kNever);
    return times[SpanKind::waiting_free] + times[SpanKind::ready_free] + times[SpanKind::queued] > Duration{0};
  }
  return !task.spans.empty() && without_worker(task.spans.front());
}

void add_tasks(const Timeline& timeline, std::vector<Lane>& lanes) {
  for (std::size_t i = 0; i < timeline.tasks().size(); ++i) {
    const TaskTrack& task = timeline.tasks()[i];
    lanes.push_back({LaneKind::task, i, task.name, {}, {}, task.spans, &timeline, {}, &task.sums});
  }
}

// What the worker is: where each task has one of its own, whose.
std::string_view detail_of(const WorkerTrack& worker, const Timeline& timeline) {
  if (!timeline.info().mode) return {};
  const std::string_view what = traits(*timeline.info().mode).worker_is;
  if (!what.empty() || worker.turns.empty()) return what;
  return timeline.tasks()[index(worker.turns.front().task)].name;
}

void add_workers(const Timeline& timeline, std::vector<Lane>& lanes) {
  for (std::size_t i = 0; i < timeline.workers().size(); ++i) {
    const WorkerTrack& worker = timeline.workers()[i];
    lanes.push_back(
        {LaneKind::worker, i, worker.name, detail_of(worker, timeline), {}, worker.spans, &timeline, {}, &worker.sums});
  }
}

void add_waiting(const Timeline& timeline, std::vector<Lane>& lanes) {
  const ModeTraits& mode = traits(timeline.info().mode);
  std::string_view section = mode.waits_free_worker ? "WAITING, NO WORKER" : "QUEUED, NO WORKER YET";
  for (std::size_t i = 0; i < timeline.tasks().size(); ++i) {
    const TaskTrack& task = timeline.tasks()[i];
    if (!ever_without_worker(task, mode)) continue;
    lanes.push_back({LaneKind::no_worker, i, task.name, {}, section, task.spans, &timeline, {}, &task.sums});
    section = {};
  }
}

// What it is; where each process has one, whose.
std::string_view detail_of(const SharedObject& object, const Timeline& timeline) {
  const std::size_t process = object.process;
  return process == 0 || process > timeline.workers().size() ? noun(object.kind) : timeline.workers()[process - 1].name;
}

void add_shared(const Timeline& timeline, std::vector<Lane>& lanes) {
  const auto& objects = timeline.info().objects;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    const std::string_view section = i > 0 ? "" : objects[i].process == 0 ? "SHARED" : "SHARED, IN EACH PROCESS";
    lanes.push_back({LaneKind::shared, i, objects[i].name, detail_of(objects[i], timeline), section, {}, &timeline});
  }
}

}  // namespace

std::vector<Lane> lanes_of(const Timeline& timeline, View view, SharedLanes shared) {
  std::vector<Lane> lanes;
  if (view == View::by_task) {
    add_tasks(timeline, lanes);
    // The loop that stays free while everybody waits is the point of a coroutine, so it is never out of the picture.
    if (is_event_loop(traits(timeline.info().mode))) {
      const std::size_t first = lanes.size();
      add_workers(timeline, lanes);
      if (first < lanes.size()) lanes[first].section = lanes.size() - first > 1 ? "WORKERS" : "WORKER";
    }
  } else {
    add_workers(timeline, lanes);
    add_waiting(timeline, lanes);
  }
  if (shared == SharedLanes::shown) add_shared(timeline, lanes);
  return lanes;
}

std::vector<Lane> lanes_of_modes(std::span<const std::shared_ptr<const Timeline>> runs, View view) {
  std::vector<Lane> lanes;
  for (const auto& run : runs) {
    const Timeline& timeline = *run;
    const Mode mode = timeline.info().mode.value();
    const std::size_t first = lanes.size();
    if (view == View::by_task) {
      add_tasks(timeline, lanes);
    } else {
      add_workers(timeline, lanes);
      if (traits(mode).waits_free_worker) add_waiting(timeline, lanes);
    }
    for (std::size_t i = first; i < lanes.size(); ++i) {
      lanes[i].compared = mode;
      lanes[i].section = i == first ? title(mode) : std::string_view();
    }
  }
  return lanes;
}

Lane counterpart(const Lane& lane, const Timeline& other) {
  Lane same = lane;
  same.timeline = &other;
  same.spans = {};
  same.sums = nullptr;
  if (lane.kind == LaneKind::shared) return same;
  if (lane.kind != LaneKind::worker) {
    same.spans = other.tasks()[lane.track].spans;
    same.sums = &other.tasks()[lane.track].sums;
  } else if (lane.track < other.workers().size()) {
    same.spans = other.workers()[lane.track].spans;
    same.sums = &other.workers()[lane.track].sums;
  }
  return same;
}

bool shows(const Lane& lane, const Span& span) {
  if (lane.kind == LaneKind::shared) return false;
  return lane.kind != LaneKind::no_worker || without_worker(span);
}

}  // namespace interleave::gui

#include "app/gui/model/explain/starting.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "core/timeline/moment.h"

namespace interleave::gui {

namespace {

// Those queued at that moment for whom nothing else is on record yet, in the order in which workers take them.
std::vector<TaskId> queued_at(const Timeline& timeline, Time now) {
  std::vector<TaskId> queued;
  const Moment moment(timeline, now);
  for (std::size_t i = 0; i < timeline.tasks().size(); ++i) {
    const Position position = moment.position(task_id(i));
    const bool is_queued = position.kind == Position::Kind::in_span && position.span->state == State::queued;
    if (is_queued && !timeline.tasks()[i].started) queued.push_back(task_id(i));
  }
  std::stable_sort(queued.begin(), queued.end(), [&](TaskId a, TaskId b) {
    return *timeline.tasks()[index(a)].submitted < *timeline.tasks()[index(b)].submitted;
  });
  return queued;
}

}  // namespace

std::vector<Starting> starting_at(const Timeline& timeline, Time now) {
  std::vector<Starting> starting;
  if (traits(timeline.info().mode).shares_memory) return starting;
  bool lacks_task = false;
  for (std::size_t i = 0; i < timeline.workers().size(); ++i) {
    const WorkerTrack& worker = timeline.workers()[i];
    const bool has_begun = !worker.turns.empty() && worker.turns.front().at <= now;
    if (worker.created > now || has_begun || (worker.retired && *worker.retired <= now)) continue;
    starting.push_back({worker_id(i), TaskId::none, worker.created, {}});
    lacks_task = lacks_task || worker.turns.empty();
    if (worker.turns.empty()) continue;
    starting.back().task = worker.turns.front().task;
    starting.back().ready = worker.turns.front().at;
  }
  if (!lacks_task) return starting;
  // A worker is made for the first task that has none.
  const std::vector<TaskId> queued = queued_at(timeline, now);
  auto next = queued.begin();
  for (Starting& one : starting) {
    if (one.task == TaskId::none && next != queued.end()) one.task = *next++;
  }
  return starting;
}

const Starting* starting_for(const std::vector<Starting>& starting, TaskId task) {
  const auto found =
      std::find_if(starting.begin(), starting.end(), [&](const Starting& one) { return one.task == task; });
  return found == starting.end() ? nullptr : &*found;
}

const Starting* starting_as(const std::vector<Starting>& starting, WorkerId worker) {
  const auto found =
      std::find_if(starting.begin(), starting.end(), [&](const Starting& one) { return one.worker == worker; });
  return found == starting.end() ? nullptr : &*found;
}

Duration longest_start(const Timeline& timeline) {
  Duration longest{0};
  if (traits(timeline.info().mode).shares_memory) return longest;
  for (const WorkerTrack& worker : timeline.workers()) {
    if (!worker.turns.empty()) longest = std::max(longest, worker.turns.front().at - worker.created);
  }
  return longest;
}

std::size_t most_queued(const Timeline& timeline) {
  if (traits(timeline.info().mode).shares_memory) return timeline.counters().highest()[Counter::queued];
  std::vector<std::pair<Time, int>> changes;  // of how many are starting
  for (const WorkerTrack& worker : timeline.workers()) {
    if (worker.turns.empty()) continue;
    changes.emplace_back(worker.created, 1);
    changes.emplace_back(worker.turns.front().at, -1);
  }
  std::sort(changes.begin(), changes.end());
  std::int64_t starting = 0;
  std::int64_t most = 0;
  auto change = changes.begin();
  for (const auto& point : timeline.counters().points()) {
    for (; change != changes.end() && change->first <= point.at; ++change) starting += change->second;
    most = std::max(most, static_cast<std::int64_t>(point.counts[Counter::queued]) - starting);
  }
  return static_cast<std::size_t>(most);
}

}  // namespace interleave::gui

#include "app/gui/model/explain/ended_now.h"

#include <algorithm>
#include <vector>

#include "app/gui/model/explain/end_text.h"
#include "app/gui/model/picture/time_text.h"

namespace interleave::gui {

namespace {

constexpr std::size_t kMostEndsTold = 24;

bool ended_badly(const TaskTrack& task, Time now) {
  const bool is_bad = task.outcome == Outcome::failed || task.outcome == Outcome::cancelled;
  return is_bad && task.finished && *task.finished <= now;
}

}  // namespace

std::optional<OccupancyPart> ended_at(const Timeline& timeline, Time now) {
  std::vector<TaskId> ended;
  for (std::size_t i = 0; i < timeline.tasks().size(); ++i) {
    if (ended_badly(timeline.tasks()[i], now)) ended.push_back(task_id(i));
  }
  if (ended.empty()) return std::nullopt;
  const auto finished = [&](TaskId task) { return *timeline.tasks()[index(task)].finished; };
  std::stable_sort(ended.begin(), ended.end(), [&](TaskId a, TaskId b) { return finished(a) > finished(b); });
  OccupancyPart part{"FAILED OR CANCELLED", {}, "nobody", {}, PartOf::beside};
  for (std::size_t i = 0; i < std::min(ended.size(), kMostEndsTold); ++i) {
    OccupancyItem item{{}, ended[i], Look::running, end_reason(timeline, ended[i]), {}};
    item.until = "at " + time_text(finished(ended[i]));
    item.end = end_of(timeline.tasks()[index(ended[i])]);
    part.items.push_back(std::move(item));
  }
  return part;
}

}  // namespace interleave::gui

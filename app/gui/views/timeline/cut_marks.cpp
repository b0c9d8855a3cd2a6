#include "app/gui/views/timeline/cut_marks.h"

#include <algorithm>
#include <fmt/format.h>
#include <span>

#include "app/gui/model/explain/end_text.h"
#include "app/gui/model/picture/findings.h"
#include "app/gui/model/picture/time_text.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/views/drawing/icons.h"
#include "app/gui/views/timeline/bar_paint.h"

namespace interleave::gui {

namespace {

constexpr float kCutMark = 11;
constexpr float kCutPlate = 16;
constexpr float kLeastCutRow = 16;  // lower rows have no room for marks

Tooltip tooltip_of(const Timeline& timeline, const Cut& cut) {
  const TaskTrack& task = timeline.tasks()[index(cut.task)];
  Tooltip tooltip{fmt::format("{}: {} at {}", task.name, name(cut.how), time_text(cut.at)), {}};
  if (cut.how == TaskEnd::cancelled) {
    tooltip.lines = end_sentences(timeline, cut.task);
  } else {
    tooltip.lines.emplace_back("Its wait was not over in time; it handled that, and went on.");
  }
  return tooltip;
}

// Whether the lane shows what the task was in up to then.
bool shows_cut(const Lane& lane, const Cut& cut) {
  const auto after =
      std::partition_point(lane.spans.begin(), lane.spans.end(), [&](const Span& span) { return span.end <= cut.at; });
  if (after == lane.spans.begin()) return false;
  const Span& before = *std::prev(after);
  return before.task == cut.task && before.end == cut.at && shows(lane, before);
}

// Those that the lane may show: its task's, or on a worker's lane anybody's.
std::span<const Cut> cuts_on(const Lane& lane, std::span<const Cut> cuts) {
  if (lane.kind == LaneKind::worker) return cuts;
  const TaskId task = task_id(lane.track);
  const auto begin = std::partition_point(cuts.begin(), cuts.end(), [task](const Cut& cut) { return cut.task < task; });
  const auto end = std::partition_point(begin, cuts.end(), [task](const Cut& cut) { return cut.task == task; });
  return {begin, end};
}

}  // namespace

void draw_cut_marks(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect bars,
                    const TimeScale& scale) {
  if (rows.height < ui.px(kLeastCutRow)) return;
  const Time now = happened_until(ui.state);
  ui.canvas.clip({bars.left, bars.top, bars.right + ui.px(kCutPlate), bars.bottom});
  for (const LaneRow& row : rows.visible) {
    const Lane& lane = lanes[row.lane];
    if (lane.kind == LaneKind::shared) continue;
    for (const Cut& cut : cuts_on(lane, ui.memory.findings.of(*lane.timeline).cuts)) {
      const auto x = static_cast<float>(scale.x(cut.at));
      if (cut.at > now || x < bars.left || x > bars.right || !shows_cut(lane, cut)) continue;
      const Rect bar = bar_box(ui, row.box);
      const float half = std::min(ui.px(kCutPlate / 2), bar.height() / 3);
      const Rect plate{x - half, bar.bottom - half, x + half, bar.bottom + half};
      ui.canvas.fill(plate, ui.theme.ground, half / 2);
      const float mark = half * kCutMark / kCutPlate;
      draw_end_mark(ui.canvas, cut.how, {x - mark, bar.bottom - mark, x + mark, bar.bottom + mark},
                    color_of_end(ui.theme, cut.how));
      ui.canvas.drawn().cuts.push_back({cut.task, cut.how, plate.center()});
      if (ui.pointer.over(plate) && ui.memory.grab == Grab::none) ui.tooltip = tooltip_of(*lane.timeline, cut);
    }
  }
  ui.canvas.end_clip();
}

}  // namespace interleave::gui

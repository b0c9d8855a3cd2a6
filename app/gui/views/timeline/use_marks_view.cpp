#include "app/gui/views/timeline/use_marks_view.h"

#include <algorithm>
#include <fmt/format.h>

#include "app/gui/model/explain/mark_text.h"
#include "app/gui/model/explain/shared_text.h"
#include "app/gui/model/picture/time_text.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/views/widgets/use_glyph.h"

namespace interleave::gui {

namespace {

constexpr float kUseRadius = 5;
constexpr float kMostOfBar = 0.25F;   // of a low one
constexpr float kUsesApart = 13;      // between the middles of two
constexpr float kLeastUseRow = 16;    // lower rows have no room for marks
constexpr std::size_t kUsesTold = 8;  // in a tooltip

Tooltip tooltip_of(const Ui& ui, const Timeline& timeline, const UseMark& mark) {
  const Access& first = timeline.accesses()[mark.uses.front()];
  Tooltip tooltip;
  tooltip.title = timeline.tasks()[index(first.task)].name;
  if (mark.count > 1) tooltip.title += fmt::format(": {} uses of what is shared", mark.count);
  for (std::size_t i = 0; i < std::min(mark.uses.size(), kUsesTold); ++i) {
    const Access& access = timeline.accesses()[mark.uses[i]];
    const StepInfo* step =
        index(access.step) < timeline.info().steps.size() ? &timeline.info().steps[index(access.step)] : nullptr;
    const std::string line = step != nullptr && step->line > 0 ? fmt::format(", line {}", step->line) : "";
    const auto wrong = mark_of(ui.memory.findings.of(timeline).marks, mark.uses[i]);
    const std::string marked = wrong ? fmt::format(": {}", name(*wrong)) : "";
    tooltip.lines.push_back(
        fmt::format("{}\t{}{}{}", time_text(access.time), use_text(timeline.info(), access), line, marked));
  }
  if (mark.count > mark.uses.size())
    tooltip.lines.push_back(fmt::format("\tand {} more", mark.count - mark.uses.size()));
  return tooltip;
}

float radius_on(const Ui& ui, Rect bar) { return std::min(ui.px(kUseRadius), bar.height() * kMostOfBar); }

// Those of one place beside each other, where the next place leaves room; else their number.
void draw_mark(const Ui& ui, const Timeline& timeline, const UseMark& mark, Rect bar, float room) {
  const float apart = ui.px(kUsesApart);
  const float radius = radius_on(ui, bar);
  const float y = bar.top;
  Rect place{mark.x - radius, y - radius, mark.x + radius, y + radius};
  const bool each = mark.count == mark.uses.size() && static_cast<float>(mark.count - 1) * apart <= room;
  if (each) {
    for (std::size_t i = 0; i < mark.uses.size(); ++i) {
      const Access& access = timeline.accesses()[mark.uses[i]];
      const Point at{mark.x + static_cast<float>(i) * apart, y};
      draw_use_glyph(ui, timeline.info().objects[index(access.object)].kind, access.kind, at, radius);
      place.right = at.x + radius;
    }
  } else {
    const std::string count = mark.count > 99 ? "99+" : fmt::format("{}", mark.count);
    const float half = ui.canvas.text_width(count, Style::small) / 2 + ui.px(3);
    const float height = ui.canvas.text_height(Style::small) / 2 + 1;
    place = {mark.x - half, y - height, mark.x + half, y + height};
    ui.canvas.fill(place.inset(-1, -1), ui.theme.ground, ui.px(4));
    ui.canvas.fill(place, ui.theme.text, ui.px(4));
    ui.canvas.text(place, count, Style::small, ui.theme.ground, Align::center);
  }
  if (ui.pointer.over(place.inset(-2, -2)) && ui.memory.grab == Grab::none) ui.tooltip = tooltip_of(ui, timeline, mark);
}

}  // namespace

void draw_use_marks(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect bars,
                    const TimeScale& scale) {
  const bool anything = std::any_of(rows.visible.begin(), rows.visible.end(), [&](const LaneRow& row) {
    return lanes[row.lane].kind == LaneKind::task && !lanes[row.lane].timeline->accesses().empty();
  });
  if (!anything || rows.height < ui.px(kLeastUseRow)) return;
  const Timeline& timeline = *lanes[rows.visible.front().lane].timeline;
  const auto marks = use_marks(timeline, scale, happened_until(ui.state), ui.px(kUsesApart));
  ui.canvas.clip({bars.left - ui.px(8), bars.top - ui.px(kUseRadius + 1), bars.right, bars.bottom});
  for (const LaneRow& row : rows.visible) {
    const Lane& lane = lanes[row.lane];
    if (lane.kind != LaneKind::task || lane.compared) continue;
    const Rect bar = bar_box(ui, row.box);
    if (bar.top < bars.top) continue;  // its upper edge is out of sight
    const auto& own = marks[lane.track];
    for (std::size_t i = 0; i < own.size(); ++i) {
      const float next = i + 1 < own.size() ? own[i + 1].x - ui.px(kUsesApart) : bars.right - ui.px(kUseRadius);
      draw_mark(ui, timeline, own[i], bar, next - own[i].x);
    }
  }
  ui.canvas.end_clip();
}

float width_of_uses_at_end(const Ui& ui, const Timeline& timeline, TaskId task, Rect bar) {
  const std::optional<Time> end = timeline.tasks()[index(task)].finished;
  const float radius = radius_on(ui, bar);
  if (!end || bar.height() / 2 - radius >= ui.canvas.text_height(Style::small) / 2) return 0;
  const auto all = timeline.accesses();
  const auto earlier = [](const Access& access, Time time) { return access.time < time; };
  const auto later = [](Time time, const Access& access) { return time < access.time; };
  const auto first = std::lower_bound(all.begin(), all.end(), *end, earlier);
  const auto last = std::upper_bound(first, all.end(), *end, later);
  const auto uses = std::count_if(first, last, [&](const Access& access) { return access.task == task; });
  if (uses == 0) return 0;
  const auto drawn = uses > static_cast<std::ptrdiff_t>(kUsesKept) ? 1 : uses;
  return static_cast<float>(drawn - 1) * ui.px(kUsesApart) + radius;
}

}  // namespace interleave::gui

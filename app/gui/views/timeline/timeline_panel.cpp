#include "app/gui/views/timeline/timeline_panel.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/model/state/typing.h"
#include "app/gui/model/update/lane_walk.h"
#include "app/gui/views/timeline/answer_by_drag.h"
#include "app/gui/views/timeline/begun_dots.h"
#include "app/gui/views/timeline/believed_mark.h"
#include "app/gui/views/timeline/cancel_arrows.h"
#include "app/gui/views/timeline/cause_arrow.h"
#include "app/gui/views/timeline/cut_marks.h"
#include "app/gui/views/timeline/deadlock_ring.h"
#include "app/gui/views/timeline/duration_drag.h"
#include "app/gui/views/timeline/lane_pictures.h"
#include "app/gui/views/timeline/lane_view.h"
#include "app/gui/views/timeline/mark_flags.h"
#include "app/gui/views/timeline/minimap_strip.h"
#include "app/gui/views/timeline/next_steps_view.h"
#include "app/gui/views/timeline/range_view.h"
#include "app/gui/views/timeline/relation_arrows.h"
#include "app/gui/views/timeline/search_bar.h"
#include "app/gui/views/timeline/shared_lane_view.h"
#include "app/gui/views/timeline/sharing_marks_view.h"
#include "app/gui/views/timeline/time_axis.h"
#include "app/gui/views/timeline/timeline_gestures.h"
#include "app/gui/views/timeline/timeline_header.h"
#include "app/gui/views/timeline/timeline_strips.h"
#include "app/gui/views/timeline/use_marks_view.h"
#include "app/gui/views/widgets/panel.h"
#include "app/gui/views/widgets/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kTimelineHeader = 44;
constexpr float kNotice = 30;
constexpr float kNarrowestNames = 84;
constexpr float kMostNames = 0.29F;  // of the width
constexpr float kTimelinePanelScrollBar = 8;

std::string notice_text(const AppState& state) {
  const bool computes = state.run.record->info().computes;
  const std::string shown = settings_text(state.run.settings, state.run.clock, computes);
  const std::string next = settings_text(state.settings, state.clock, computes);
  if (!state.scenario_edited) return fmt::format("This is the last run: {}.  Run again to see {}.", shown, next);
  if (shows_edit(state) && next == shown)
    return "This is the last run, before the scenario was changed.  In dashes: what Run again would do now.";
  return fmt::format("This is the last run, before the scenario was changed.  Run again to see the change{}.",
                     next == shown ? "" : ": " + next);
}

// The run on the screen is not what Run would do now: nobody must take the one for the other.
void draw_notice(const Ui& ui, Rect box) {
  ui.canvas.fill(box, ui.theme.notice, ui.px(4));
  box = box.inset(ui.px(10), 0);
  std::string text = notice_text(ui.state);
  if (ui.canvas.text_width(text, Style::body) > box.width())
    text = shows_edit(ui.state) ? "This is the last run.  In dashes: after the change."
                                : "This is the last run.  Run again to see the change.";
  ui.canvas.text(box, text, Style::body, ui.theme.on_notice);
}

float names_width(const Ui& ui, const std::vector<Lane>& lanes, float width) {
  constexpr std::size_t kLanesMeasured = 500;  // of very many, the first tell
  float widest = 0;
  for (std::size_t i = 0; i < std::min(lanes.size(), kLanesMeasured); ++i) {
    if (lanes[i].kind == LaneKind::shared) {
      widest = std::max(widest, shared_name_width(ui, lanes[i]));
      continue;
    }
    widest = std::max({widest, ui.canvas.text_width(lanes[i].name, Style::body) + ui.px(19),
                       ui.canvas.text_width(lanes[i].detail, Style::small)});
  }
  return std::clamp(widest + ui.px(14), ui.px(kNarrowestNames), std::max(ui.px(kNarrowestNames), width * kMostNames));
}

void draw_section(const Ui& ui, Rect box) {
  ui.canvas.fill({box.left, box.top, box.right, box.top + 1}, ui.theme.line);
}

void draw_lanes(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, const TimeScale& scale,
                LanePictures& pictures) {
  const Rect area = rows.area;
  ui.canvas.clip({area.left - ui.px(6), area.top, area.right, area.bottom});
  for (const LaneRow& row : rows.visible) {
    const Lane& lane = lanes[row.lane];
    if (ui.state.lane == key_of(lane)) {
      ui.canvas.fill(Rect{area.left - ui.px(6), row.box.top, scale.left() - ui.px(8), row.box.bottom}.inset(
                         0, std::min(ui.px(6), row.box.height() / 8)),
                     ui.theme.raised, ui.px(4));
    }
    const Rect name{area.left, row.box.top, scale.left() - ui.px(8), row.box.bottom};
    if (lane.kind == LaneKind::shared) {
      draw_shared_lane(ui, lane, row, scale);
      draw_shared_name(ui, lane, name);
      continue;
    }
    draw_lane(ui, lane, row, scale, pictures.of(row), pictures.detail());
    draw_deadlock_end(ui, lane, row, scale);
    draw_lane_name(ui, lane, name);
  }
  ui.canvas.end_clip();
}

// Over the playhead, which would cross their words.
void draw_headings(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows) {
  ui.canvas.clip(rows.area);
  for (const LaneRow& row : rows.visible) {
    if (row.heading.empty()) continue;
    const Lane& lane = lanes[row.lane];
    draw_section(ui, row.heading);
    if (lane.compared)
      draw_compare_heading(ui, row.heading, lane);
    else
      heading(ui, row.heading, lane.section);
  }
  ui.canvas.end_clip();
}

// Whoever walks from lane to lane by keys sees where he goes.
std::optional<float> scroll_to_walked_lane(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows) {
  if (ui.memory.walked_lane == ui.state.lane) return std::nullopt;
  ui.memory.walked_lane = ui.state.lane;
  const auto lane = walked_lane(ui.state, lanes);
  return lane ? std::optional(offset_to_show(lanes, rows, *lane)) : std::nullopt;
}

void scroll_lanes(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect names) {
  const Rect area = rows.area;
  const Rect track{area.right - ui.px(kTimelinePanelScrollBar), area.top, area.right, area.bottom};
  float offset = scroll_bar(ui, track, {rows.content, area.height(), rows.offset, Grab::lane_scroll});
  if (ui.pointer.over(names)) offset = rows.offset - ui.pointer.wheel * ui.px(60);
  offset = scroll_to_walked_lane(ui, lanes, rows).value_or(offset);
  offset = std::clamp(offset, 0.0F, std::max(0.0F, rows.content - area.height()));
  if (offset != rows.offset) ui.wish(command::ScrollLanes{offset});
}

}  // namespace

float preferred_timeline_height(const Ui& ui, float width) {
  const auto lanes = shown_lanes(ui.state);
  const float strips = minimap_height(ui) + search_bar_height(ui) + mark_flags_height(ui);
  return ui.px(kTimelineHeader + kTimelineAxis + 8 + 8) + strips + preferred_height(ui, lanes) +
         legend_height(ui, width - 2 * ui.px(kPanelMargin), LegendOf::looks, Padding::roomy);
}

float least_timeline_height(const Ui& ui, float width) {
  const float inside = width - 2 * ui.px(kPanelMargin);
  const float strips = mark_flags_height(ui) + search_bar_height(ui) + (ui.state.comparing ? 0 : ui.px(kNotice));
  return ui.px(kTimelineHeader + kTimelineAxis + 4 + kLeastLanes) + strips +
         legend_strip(ui, inside, LegendOf::looks_and_tones);
}

void draw_timeline(const Ui& ui, Rect box) {
  ui.canvas.drawn().panels.push_back(box);
  begin_panel(ui, Panel::timeline, box);
  box = box.inset(ui.px(kPanelMargin), 0);
  draw_timeline_header(ui, box.cut_top(ui.px(kTimelineHeader)));
  if (picture_is_outdated(ui.state) && !ui.state.comparing) draw_notice(ui, box.cut_top(ui.px(kNotice)));
  if (ui.state.search.open) draw_search_bar(ui, box.cut_top(search_bar_height(ui)));
  const auto lanes = shown_lanes(ui.state);
  const float names = names_width(ui, lanes, box.width());
  const auto beside_names = [&](Rect strip) {
    return Rect{strip.left + names, strip.top, strip.right - ui.px(kTimelinePanelScrollBar + 4), strip.bottom};
  };
  const Rect all = beside_names(box);
  const TimeScale scale(ui.state.viewport.range(), all.left, all.right);
  TimelineStrips strips = strips_in(ui, lanes, box, LegendOf::looks);
  LanePictures pictures(ui, lanes, lay_out_rows(ui, lanes, lanes_in(ui, box, strips), strips.fit).visible, scale);
  if (pictures.legend() != LegendOf::looks) strips = strips_in(ui, lanes, box, pictures.legend());

  if (strips.legend > 0) draw_legend(ui, box.cut_bottom(strips.legend), pictures.legend(), strips.padding);
  if (strips.verdict) draw_verdict(ui, box.cut_bottom(strips.verdict->height), *strips.verdict);
  const Rect overview = box.cut_top(strips.minimap);
  const Rect minimap = beside_names(overview);
  const Rect axis = beside_names(box.cut_top(ui.px(kTimelineAxis)));
  const bool room_for_flags = box.height() >= mark_flags_height(ui);
  const Rect flags = beside_names(box.cut_top(mark_flags_height(ui)));
  Rect area = box;
  area.bottom -= ui.px(4);
  const LaneRows rows = lay_out_rows(ui, lanes, area, strips.fit);
  area = rows.area;
  const Rect bars{axis.left, area.top, axis.right, area.bottom};

  if (!minimap.empty()) draw_minimap(ui, minimap, lanes);
  if (!minimap.empty()) draw_minimap_name(ui, {overview.left, overview.top, minimap.left - ui.px(8), overview.bottom});
  draw_range_ground(ui, {bars.left, axis.bottom, bars.right, bars.bottom}, scale);
  draw_axis(ui, axis, bars, scale);
  if (room_for_flags) draw_mark_flags(ui, flags, bars, scale);
  draw_lanes(ui, lanes, rows, scale, pictures);
  answer_by_drag(ui, lanes, rows, axis, bars, scale);
  draw_range(ui, axis, bars, scale);
  draw_playhead(ui, axis, bars, scale);
  draw_begun_dots(ui, rows, bars, pictures);
  draw_sharing_marks(ui, lanes, rows, bars, scale);
  draw_use_marks(ui, lanes, rows, bars, scale);
  draw_cancel_arrows(ui, lanes, rows, bars, scale);
  draw_cut_marks(ui, lanes, rows, bars, scale);
  draw_deadlock_ring(ui, lanes, rows, bars, scale);
  draw_relation_arrows(ui, lanes, rows, bars, scale);
  draw_cause_arrow(ui, lanes, rows, bars, scale);
  draw_believed(ui, lanes, rows, bars, scale);
  draw_next_steps(ui, lanes, rows, bars, scale);
  draw_headings(ui, lanes, rows);
  if (ui.state.answer_first && lanes.empty()) {
    ui.canvas.text(area, "Empty until the question is answered", Style::body, ui.theme.quiet_text, Align::center);
  }
  draw_rows_out_of_sight(ui, rows);
  follow_duration_drag(ui, bars, scale);
  scroll_lanes(ui, lanes, rows, {area.left, area.top, bars.left, area.bottom});
  react_to_gestures(ui, axis, bars, scale);
  select_range_by_hand(ui, bars, scale);
  if (typing(ui.state) && !types_workers(ui.state) && ui.pointer.pressed &&
      !ui.pointer.over(ui.canvas.drawn().typed_field)) {
    ui.wish(command::EndTyping{});
  }
  ui.canvas.drawn().axis = axis;
  ui.canvas.drawn().lanes = bars;
}

}  // namespace interleave::gui

#include "app/gui/views/timeline_panel.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

#include "app/gui/views/cause_arrow.h"
#include "app/gui/views/compare_text.h"
#include "app/gui/views/duration_drag.h"
#include "app/gui/views/lane_view.h"
#include "app/gui/views/legend.h"
#include "app/gui/views/time_axis.h"
#include "app/gui/views/timeline_gestures.h"
#include "app/gui/views/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kMargin = 16;
constexpr float kHeader = 44;
constexpr float kNotice = 30;
constexpr float kAxis = 32;
constexpr float kNarrowestNames = 84;
constexpr float kScrollBar = 8;
constexpr std::array kViewControls = {Control::view_by_task, Control::view_by_worker};

std::string settings_text(const RunSettings& settings, ClockKind clock) {
  std::string text(title(settings.mode));
  if (settings.mode == Mode::pool) {
    const int now = settings.changes.empty() ? settings.max_workers : settings.changes.back().max_workers;
    text += fmt::format(", max_workers {}", now);
  }
  return text + (clock == ClockKind::real_time ? ", in real time" : ", simulated");
}

std::string_view no_comparison_text(const AppState& state) {
  return state.forecaster.computing() ? "Simulating all modes…" : "Too large to be compared here";
}

// The run on the screen, or all modes' runs.
std::vector<Lane> shown_lanes(const AppState& state) {
  const Forecast* compared = comparison(state);
  return compared != nullptr ? lanes_of(*compared, state.view) : lanes_of(*state.run.record, state.view);
}

void draw_header(const Ui& ui, Rect box) {
  const float height = ui.px(28);
  box = {box.left, std::round(box.center().y - height / 2), box.right, std::round(box.center().y + height / 2)};
  box.cut_left(heading(ui, box, "TIMELINE") + ui.px(14));
  segments(ui, box.cut_left(segments_width(ui, kViewControls, Padding::roomy)), kViewControls, Padding::roomy);
  box.cut_left(ui.px(8));
  button(ui, box.cut_left(button_width(ui, Control::compare, {})), Control::compare, {});
  box.cut_left(ui.px(16));
  if (enabled(ui.state, Control::follow)) {
    button(ui, box.cut_right(button_width(ui, Control::follow, {})), Control::follow, {});
    box.cut_right(ui.px(12));
  }
  if (ui.state.comparing) {
    ui.canvas.text(box, comparison(ui.state) != nullptr ? "Simulated" : no_comparison_text(ui.state), Style::strong,
                   ui.theme.text);
    return;
  }
  std::string what = settings_text(ui.state.run.settings, ui.state.run.clock);
  if (phase(ui.state) == Phase::ready) what += ": what Run will do";
  ui.canvas.text(box, what, Style::strong, ui.theme.text);
}

// The run on the screen is not what Run would do now: nobody must take the one for the other.
void draw_notice(const Ui& ui, Rect box) {
  ui.canvas.fill(box, ui.theme.notice, ui.px(4));
  const std::string shown = settings_text(ui.state.run.settings, ui.state.run.clock);
  const std::string next = settings_text(ui.state.settings, ui.state.clock);
  const std::string text =
      ui.state.scenario_edited
          ? fmt::format("This is the last run, before the scenario was changed.  Run again to see the change{}.",
                        next == shown ? "" : ": " + next)
          : fmt::format("This is the last run: {}.  Run again to see {}.", shown, next);
  ui.canvas.text(box.inset(ui.px(10), 0), text, Style::body, ui.theme.on_notice);
}

float names_width(const Ui& ui, const std::vector<Lane>& lanes, float width) {
  constexpr std::size_t kMeasured = 500;  // of very many, the first tell
  float widest = 0;
  for (std::size_t i = 0; i < std::min(lanes.size(), kMeasured); ++i) {
    widest = std::max({widest, ui.canvas.text_width(lanes[i].name, Style::body) + ui.px(19),
                       ui.canvas.text_width(lanes[i].detail, Style::small)});
  }
  return std::clamp(widest + ui.px(14), ui.px(kNarrowestNames), std::max(ui.px(kNarrowestNames), width * 0.25F));
}

void draw_section(const Ui& ui, Rect box) {
  ui.canvas.fill({box.left, box.top, box.right, box.top + 1}, ui.theme.line);
}

void draw_lanes(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect area, const TimeScale& scale) {
  ui.canvas.clip({area.left, area.top, area.right, area.bottom});
  for (const LaneRow& row : rows.visible) {
    const Lane& lane = lanes[row.lane];
    draw_lane(ui, lane, row, scale);
    draw_lane_name(ui, lane, {area.left, row.box.top, scale.left() - ui.px(8), row.box.bottom});
  }
  ui.canvas.end_clip();
}

// Over the playhead, which would cross their words.
void draw_headings(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect area) {
  ui.canvas.clip(area);
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

void scroll_lanes(const Ui& ui, const LaneRows& rows, Rect area, Rect names) {
  const Rect track{area.right - ui.px(kScrollBar), area.top, area.right, area.bottom};
  float offset = scroll_bar(ui, track, {rows.content, area.height(), rows.offset, Grab::lane_scroll});
  if (ui.pointer.over(names)) offset = rows.offset - ui.pointer.wheel * ui.px(60);
  offset = std::clamp(offset, 0.0F, std::max(0.0F, rows.content - area.height()));
  if (offset != rows.offset) ui.wish(command::ScrollLanes{offset});
}

}  // namespace

float preferred_timeline_height(const Ui& ui, float width) {
  const auto lanes = shown_lanes(ui.state);
  return ui.px(kHeader + kAxis + 8 + 8) + preferred_height(ui, lanes) + legend_height(ui, width - 2 * ui.px(kMargin));
}

void draw_timeline(const Ui& ui, Rect box) {
  ui.canvas.drawn().panels.push_back(box);
  box = box.inset(ui.px(kMargin), 0);
  draw_header(ui, box.cut_top(ui.px(kHeader)));
  if (picture_is_outdated(ui.state) && !ui.state.comparing) draw_notice(ui, box.cut_top(ui.px(kNotice)));
  Rect legend = box.cut_bottom(legend_height(ui, box.width()) + ui.px(8));
  draw_legend(ui, legend);
  if (const Forecast* compared = comparison(ui.state)) draw_verdict(ui, box, *compared);

  const auto lanes = shown_lanes(ui.state);
  const float names = names_width(ui, lanes, box.width());
  Rect axis = box.cut_top(ui.px(kAxis));
  Rect area = box;
  area.bottom -= ui.px(4);
  axis.left += names;
  axis.right -= ui.px(kScrollBar + 4);
  const TimeScale scale(ui.state.viewport.range(), axis.left, axis.right);
  const Rect bars{axis.left, area.top, axis.right, area.bottom};

  draw_axis(ui, axis, bars, scale);
  const LaneRows rows = lay_out_rows(ui, lanes, area);
  draw_lanes(ui, lanes, rows, area, scale);
  draw_playhead(ui, axis, bars, scale);
  draw_cause_arrow(ui, lanes, rows, bars, scale);
  draw_headings(ui, lanes, rows, area);
  follow_duration_drag(ui, bars, scale);
  scroll_lanes(ui, rows, area, {area.left, area.top, bars.left, area.bottom});
  react_to_gestures(ui, axis, bars, scale);
  ui.canvas.drawn().axis = axis;
  ui.canvas.drawn().lanes = bars;
}

}  // namespace interleave::gui

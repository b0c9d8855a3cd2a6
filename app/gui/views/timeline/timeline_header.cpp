#include "app/gui/views/timeline/timeline_header.h"

#include <array>
#include <cmath>
#include <fmt/format.h>

#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/model/state/tools_shown.h"
#include "app/gui/views/widgets/hint.h"
#include "app/gui/views/widgets/widgets.h"
#include "core/looks/run_words.h"

namespace interleave::gui {

namespace {

constexpr float kRoomForHeading = 960;
constexpr float kSegmentHeight = 28;
constexpr std::array kViewActs = {"view-by-task"_act, "view-by-worker"_act};

struct Way {
  ActId act;
  Icon icon;
  float gap;  // before it
};
constexpr std::array kWays = {Way{"search"_act, Icon::search, 12},          Way{"mark"_act, Icon::flag, 4},
                              Way{"zoom-out"_act, Icon::minus, 12},         Way{"zoom-in"_act, Icon::plus, 4},
                              Way{"zoom-to-selection"_act, Icon::frame, 4}, Way{"fit"_act, Icon::fit, 4}};

float ways_width(const Ui& ui) {
  float width = 0;
  for (const Way& way : kWays) width += ui.px(way.gap) + ui.px(kSegmentHeight);
  return width;
}

void draw_ways(const Ui& ui, Rect box) {
  for (const Way& way : kWays) {
    box.cut_left(ui.px(way.gap));
    button(ui, box.cut_left(ui.px(kSegmentHeight)), way.act, {Face::plain, way.icon, Caption::hidden});
  }
}

// In brief, it leaves out what stands on the toolbar; but where there is any room, not that a run is simulated.
enum class Wording : std::uint8_t { full, brief, briefest };

std::string_view clock_text(ClockKind clock) {
  return clock == ClockKind::real_time ? ", in real time" : ", simulated";
}

std::string full_text_of(const AppState& state) {
  const RunInfo& info = state.run.record->info();
  if (info.mode) return settings_text(state.run.settings, state.run.clock, info.computes);
  return std::string(title_of_run(state)).append(clock_text(state.run.clock));
}

// "Simulated, refused in processes".
std::string what_is_compared(const Forecast& compared, Wording wording) {
  std::string text = "Simulated";
  if (wording == Wording::briefest) return text;
  std::string_view before = ", refused in ";
  for (const Mode mode : compared.modes_refused()) {
    text.append(before).append(name(mode));
    before = ", ";
  }
  return text;
}

std::string what_is_shown(const AppState& state, Wording wording) {
  if (const Forecast* compared = comparison(state); compared != nullptr) return what_is_compared(*compared, wording);
  if (state.comparing) return state.forecaster.computing() ? "Simulating all modes…" : "Too large to be compared here";
  if (wording == Wording::briefest) {
    if (state.answer_first) return "Answer first";
    return phase(state) == Phase::ready ? "What Run will do" : std::string(title_of_run(state));
  }
  std::string what = std::string(title_of_run(state)).append(clock_text(state.run.clock));
  if (wording == Wording::full) what = full_text_of(state);
  if (state.answer_first) return what + ": shown once it is answered";
  if (phase(state) == Phase::ready) what += ": what Run will do";
  return what;
}

// Where there is room; its key works anyway.
void draw_switch(const Ui& ui, Rect& box, ActId id) {
  const ButtonLook look{act(id).chosen(ui.state) ? Face::segment : Face::plain};
  const float width = button_width(ui, id, look);
  if (box.width() < ui.px(8) + width) return;
  box.cut_left(ui.px(8));
  button(ui, box.cut_left(width), id, look);
}

// For a hall, of which nobody asked how the timeline is worked with.
void draw_plain_header(const Ui& ui, Rect box) {
  std::string what;
  for (const Wording wording : {Wording::full, Wording::brief, Wording::briefest}) {
    what = what_is_shown(ui.state, wording);
    if (ui.canvas.text_width(what, Style::strong) <= box.width()) break;
  }
  ui.canvas.text(box, what, Style::strong, ui.theme.text);
}

}  // namespace

std::string settings_text(const RunSettings& settings, ClockKind clock, bool computes) {
  std::string text(title(settings.mode));
  if (traits(settings.mode).has_max_workers) {
    const int now = settings.changes.empty() ? settings.max_workers : settings.changes.back().max_workers;
    text += fmt::format(", max_workers {}", now);
  }
  if (computes) text += ", " + language_text(settings.language, has_gil(settings), traits(settings.mode));
  if (!settings.schedule.empty()) text += ", in a given order";
  return text.append(clock_text(clock));
}

void draw_timeline_header(const Ui& ui, Rect box) {
  const float height = ui.px(kSegmentHeight);
  box = {box.left, std::round(box.center().y - height / 2), box.right, std::round(box.center().y + height / 2)};
  if (!shows_tools(ui.state)) return draw_plain_header(ui, box);
  // Where it is narrow, the controls say what this is.
  if (box.width() >= ui.px(kRoomForHeading)) box.cut_left(heading(ui, box, "TIMELINE") + ui.px(14));
  segments(ui, box.cut_left(segments_width(ui, kViewActs, Padding::roomy)), kViewActs, Padding::roomy);
  box.cut_left(ui.px(8));
  const ButtonLook compare{ui.state.comparing ? Face::segment : Face::plain};
  button(ui, box.cut_left(button_width(ui, "compare"_act, compare)), "compare"_act, compare);
  if (shares_something(ui.state)) draw_switch(ui, box, "shared-lanes"_act);
  if (act("outcomes"_act).enabled(ui.state)) draw_switch(ui, box, "outcomes"_act);
  box.cut_left(ui.px(16));
  const bool gil = gil_matters(ui.state);
  const ButtonLook gil_look{ui.state.settings.gil ? Face::segment : Face::plain, Icon::none, Caption::shown,
                            Padding::snug};
  const float gil_width = gil ? button_width(ui, "gil"_act, gil_look) + ui.px(12) : 0;
  const bool follow = act("follow"_act).enabled(ui.state);
  const float follow_width = follow ? button_width(ui, "follow"_act, {}) + ui.px(12) : 0;
  std::string what;
  float what_width = 0;
  const auto say = [&](Wording wording) {
    what = what_is_shown(ui.state, wording);
    what_width = ui.canvas.text_width(what, Style::strong) + 1;
  };
  const auto has_room = [&](float more) { return box.width() > what_width + gil_width + follow_width + more; };
  const float ways = ways_width(ui);
  const float hint = least_hint_width(ui) > 0 ? least_hint_width(ui) + ui.px(16) : 0;
  say(Wording::full);
  if (!has_room(ways + hint)) say(Wording::brief);
  if (!has_room(ways + hint)) say(Wording::full);
  if (!has_room(ways)) say(Wording::brief);
  if (!has_room(ways)) say(Wording::briefest);
  if (!has_room(ways)) say(Wording::brief);
  if (!has_room(0)) say(Wording::briefest);
  if (has_room(ways)) draw_ways(ui, box.cut_right(ways));
  if (follow) {
    button(ui, box.cut_right(button_width(ui, "follow"_act, {})), "follow"_act, {});
    box.cut_right(ui.px(12));
  }
  ui.canvas.text(box.cut_left(std::min(what_width, box.width())), what, Style::strong, ui.theme.text);
  if (gil && box.width() >= gil_width) {
    box.cut_left(ui.px(12));
    button(ui, box.cut_left(gil_width - ui.px(12)), "gil"_act, gil_look);
  }
  box.cut_left(ui.px(16));
  draw_hint(ui, box);
}

}  // namespace interleave::gui

#include "tests/gui/state_rules.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "app/gui/model/input/activation.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/shown.h"
#include "core/scenario/scenario.h"

namespace interleave::gui {

namespace {

constexpr double kMostApart = 1.6;  // pixels: a bar begins and ends on whole ones
constexpr double kTellingWidth = 4;
constexpr std::size_t kMostChecked = 300;  // spans of a lane

class Rules {
 public:
  void hold(bool holds, std::string_view what) {
    if (!holds) broken.emplace_back(what);
  }
  Broken broken;
};

bool is_sound(TimeRange range) { return std::isfinite(range.begin) && std::isfinite(range.end) && range.length() > 0; }

void hold_run_rules(const AppState& state, Rules& rules) {
  const ShownRun& run = state.run;
  rules.hold(run.record != nullptr && run.prediction != nullptr, "there is a run on the screen");
  if (!rules.broken.empty()) return;
  rules.hold(state.playhead >= Time{}, "the playhead is not before the run");
  Time end = std::max(picture_end(state), recorded_until(state));
  rules.hold(state.playhead <= end, "the playhead is not behind the picture");
  rules.hold(run.started || !state.playing, "what was not started does not play");
  rules.hold(run.live == nullptr || !run.ended, "a run that has ended is not live");
  rules.hold(run.live != nullptr || run.record->finished(), "only a live run's record grows");
  rules.hold(state.has_program() == (state.shown_scenario != nullptr), "a program is shown where there is one");
  if (!rules.broken.empty()) return;
  rules.hold(!state.has_program() || run.record->tasks().size() == state.shown_scenario->tasks.size(),
             "each task of the scenario has a track");
  rules.hold(std::isfinite(state.pending) && state.pending >= 0, "time to come is a number");
}

void hold_selection_rules(const AppState& state, Rules& rules) {
  rules.hold(!state.selection || selected_span(state) != nullptr, "what is selected is a span of a run");
  rules.hold(!state.selection || !state.selected_range, "one thing is selected, a span or a stretch");
  if (const auto& range = state.selected_range) {
    rules.hold(range->anchor != range->head, "a stretch has a length");
    rules.hold(range->begin() >= Time{}, "a stretch begins within the run");
  }
  const auto& cell = state.panel.selected;
  rules.hold(!cell || !is_of_task(*cell) || cell->task < state.scenario().tasks.size(),
             "the selected cell's task exists");
  rules.hold(!cell || typed_text(state.scenario(), *cell).has_value(), "the selected cell is one of the scenario");
  const auto& editing = state.panel.editing;
  rules.hold(!editing || typed_text(state.scenario(), editing->cell).has_value(), "what is typed into is a cell");
  rules.hold(!state.search.current || *state.search.current < state.search.matches.size(), "the match is one of them");
  rules.hold(!state.marks.edit || state.marks.edit->position < state.marks.all.size(), "the mark typed into exists");
}

void hold_view_rules(const AppState& state, Rules& rules) {
  rules.hold(is_sound(state.viewport.range()), "the view shows a stretch of time");
  rules.hold(is_sound(state.viewport.target()), "the view goes to a stretch of time");
  rules.hold(!state.pointer_time || std::isfinite(*state.pointer_time), "the pointer's time is a number");
  for (const float scroll : {state.lane_scroll, state.console_scroll, state.panel.scroll, state.code.scroll}) {
    rules.hold(std::isfinite(scroll) && scroll >= 0, "what is scrolled is scrolled by a number of pixels or lines");
  }
  for (const PanelGroup group : {PanelGroup::side, PanelGroup::bottom, PanelGroup::code}) {
    const float share = state.panels.of(group).share;
    rules.hold(share >= 0 && share < 1, "a panel takes a part of the window");
  }
}

void hold_window_rules(const AppState& state, Rules& rules) {
  rules.hold(state.chosen < state.scenarios.size(), "the chosen scenario exists");
  rules.hold(state.settings.max_workers >= 1 && state.settings.max_workers <= kMostWorkers, "max_workers is possible");
  rules.hold(state.speed >= kSpeeds.front() && state.speed <= kSpeeds.back(), "the speed is possible");
  rules.hold(std::count(kTextScales.begin(), kTextScales.end(), state.text_scale) == 1, "the text's size is offered");
  const auto entries = state.menu == Menu::scenarios ? menu_size(state) : kSpeeds.size();
  rules.hold(state.menu_entry >= 0 && static_cast<std::size_t>(state.menu_entry) < entries, "the menu's entry exists");
  rules.hold(!state.dialog || !state.dialog->picked || *state.dialog->picked < state.dialog->entries.size(),
             "what is picked in the dialog exists");
  rules.hold(state.panel.file.has_value() == (state.panel.tab == PanelTab::file), "the file's text is in its tab");
  rules.hold(!state.has_program() || state.scenarios[state.chosen].scenario == state.document().scenario(),
             "the scenario is the document's");
}

bool is_sound(const Rect& box) {
  return std::isfinite(box.left) && std::isfinite(box.top) && std::isfinite(box.right) && std::isfinite(box.bottom) &&
         box.left <= box.right && box.top <= box.bottom;
}

// One lane of the picture: where its spans begin and end, and which bars were drawn for it.
class LaneRule {
 public:
  LaneRule(const AppState& state, const Drawn& drawn, const Lane& lane)
      : state_(state), scale_(state.viewport.range(), drawn.lanes.left, drawn.lanes.right), lane_(lane) {
    edges_ = {scale_.left(), scale_.right(), scale_.x(happened_until(state)), scale_.x(state.playhead),
              scale_.x(recorded_until(state))};
    add_edges(lane);
    if (state.run.live != nullptr && !lane.compared) add_edges(counterpart(lane, *state.run.prediction));
  }

  void hold(const std::vector<const DrawnBar*>& bars, Broken& broken) const {
    for (const DrawnBar* bar : bars) {
      for (const float x : {bar->box.left, bar->box.right}) {
        const bool folded = bar->look == Look::folded || bar->look == Look::dense;
        if (folded || at_edge(x) || beside_folded(x, bars)) continue;
        broken.push_back(fmt::format("lane {}: a bar of {} begins or ends at {:g}, where no span does", lane_.name,
                                     static_cast<int>(bar->look), x));
      }
    }
    for (const Span& span : lane_.spans) {
      if (!shows(lane_, span)) continue;
      const double left = std::max(scale_.x(span.begin), double{scale_.left()});
      const double right = std::min(scale_.x(std::min(span.end, recorded_until(state_))), double{scale_.right()});
      if (right - left < kTellingWidth || is_covered(static_cast<float>((left + right) / 2), bars)) continue;
      broken.push_back(fmt::format("lane {}: the span from {:g} to {:g} has no bar", lane_.name, left, right));
    }
  }

 private:
  void add_edges(const Lane& lane) {
    for (const Span& span : lane.spans) {
      edges_.push_back(scale_.x(span.begin));
      if (span.end != kNever) edges_.push_back(scale_.x(span.end));
    }
  }
  bool at_edge(float x) const {
    return std::any_of(edges_.begin(), edges_.end(),
                       [&](double edge) { return std::abs(edge - double{x}) < kMostApart; });
  }
  static bool beside_folded(float x, const std::vector<const DrawnBar*>& bars) {
    return std::any_of(bars.begin(), bars.end(), [&](const DrawnBar* bar) {
      return (bar->look == Look::folded || bar->look == Look::dense) && x > bar->box.left - 2 && x < bar->box.right + 2;
    });
  }
  static bool is_covered(float x, const std::vector<const DrawnBar*>& bars) {
    return std::any_of(bars.begin(), bars.end(),
                       [&](const DrawnBar* bar) { return x >= bar->box.left - 1 && x <= bar->box.right + 1; });
  }

  const AppState& state_;
  TimeScale scale_;
  const Lane& lane_;
  std::vector<double> edges_;
};

}  // namespace

Broken broken_state(const AppState& state) {
  Rules rules;
  hold_run_rules(state, rules);
  if (state.run.record == nullptr) return rules.broken;
  hold_selection_rules(state, rules);
  hold_view_rules(state, rules);
  hold_window_rules(state, rules);
  return rules.broken;
}

Broken misplaced(const Drawn& drawn) {
  Broken broken;
  const auto hold = [&](const Rect& box, std::string_view what) {
    if (is_sound(box)) return;
    broken.push_back(fmt::format("{} stands at ({}, {})-({}, {})", what, box.left, box.top, box.right, box.bottom));
  };
  for (const DrawnText& text : drawn.texts) hold(text.box, text.text);
  for (const DrawnBar& bar : drawn.bars) hold(bar.box, "a bar");
  for (const DrawnControl& control : drawn.controls) {
    hold(control.box, fmt::format("control {}", control.act.name()));
  }
  for (const DrawnCell& cell : drawn.cells) hold(cell.box, "a cell");
  for (const Rect& panel : drawn.panels) hold(panel, "a panel");
  if (!std::isfinite(drawn.playhead_x)) broken.emplace_back("the playhead stands nowhere");
  return broken;
}

Broken bars_apart_from_spans(const AppState& state, const Drawn& drawn) {
  Broken broken;
  if (drawn.lanes.width() < 1) return broken;
  const auto lanes = shown_lanes(state);
  std::vector<std::vector<const DrawnBar*>> bars(lanes.size());
  for (const DrawnBar& bar : drawn.bars) {
    if (bar.lane < lanes.size())
      bars[bar.lane].push_back(&bar);
    else
      broken.emplace_back("a bar is of no lane");
  }
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    // A lane without any is scrolled out of sight, or has nothing in this part of the run.
    if (bars[i].empty() || lanes[i].spans.size() > kMostChecked) continue;
    LaneRule(state, drawn, lanes[i]).hold(bars[i], broken);
  }
  return broken;
}

}  // namespace interleave::gui

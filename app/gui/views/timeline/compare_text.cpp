#include "app/gui/views/timeline/compare_text.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <utility>

#include "app/gui/model/explain/comparison_text.h"
#include "app/gui/model/explain/end_text.h"
#include "app/gui/model/explain/mark_text.h"
#include "app/gui/model/picture/time_text.h"
#include "app/gui/model/state/progress.h"

namespace interleave::gui {

namespace {

constexpr float kVerdictMargin = 8;
constexpr float kMostLines = 3;

Told told_of(const AppState& state, const Timeline& timeline) {
  const Phase now = phase(state);
  const bool looked_back_on = now == Phase::looking_back || now == Phase::replaying || now == Phase::finished;
  const bool simulated = state.run.clock == ClockKind::virtual_time;
  const bool over = happened_until(state) >= timeline.horizon() || (looked_back_on && simulated);
  return over ? Told::after : Told::before;
}

// Of all modes, as their headings.
Told told_of(const AppState& state, const Forecast& forecast) {
  const auto runs = forecast.runs();
  const bool over =
      std::all_of(runs.begin(), runs.end(), [&](const auto& run) { return told_of(state, *run) == Told::after; });
  return over ? Told::after : Told::before;
}

std::string result_text(const AppState& state, const Timeline& timeline) {
  const Outcome outcome = timeline.end()->outcome;
  const bool after = told_of(state, timeline) == Told::after;
  const std::string time = time_text(timeline.horizon());
  if (after) return fmt::format("{} {}", run_outcome_text(outcome), time);
  return fmt::format("will {} {}", coming_outcome_text(outcome), time);
}

}  // namespace

void draw_compare_heading(const Ui& ui, Rect box, const Lane& lane) {
  const bool hovered = ui.pointer.over(box) && ui.memory.grab == Grab::none;
  if (hovered) ui.explain("Choose this mode: Run runs it, and the panels below are about it");
  if (ui.pointer.clicked(box)) ui.wish(command::SetMode{*lane.compared});
  const bool chosen = ui.state.settings.mode == *lane.compared;
  if (chosen) ui.canvas.fill(box.cut_left(ui.px(4)).inset(0, std::round(box.height() / 6)), ui.theme.accent);
  if (chosen) box.cut_left(ui.px(6));
  float free_to = box.left;
  const auto write = [&](std::string_view text, Style style, Color color) {
    // The playhead and the lines of the axis stop at the words, and do not stand between them.
    const float right = box.left + ui.canvas.text_width(text, style);
    ui.canvas.fill({std::exchange(free_to, right), box.top + 2, right, box.bottom - 2}, ui.theme.ground);
    box.cut_left(ui.canvas.text(box, text, style, color) + ui.px(14));
  };
  write(lane.section, Style::strong, ui.theme.text);
  write(result_text(ui.state, *lane.timeline), Style::strong, ui.theme.text);
  for (const std::string& text : marks_texts(ui.memory.findings.of(*lane.timeline).marks)) {
    if (ui.canvas.text_width(text, Style::strong) <= box.width()) write(text, Style::strong, ui.theme.text);
  }
  if (ui.state.view == View::by_worker) {
    for (const std::string& text : queued_texts(*lane.timeline, happened_until(ui.state))) {
      if (ui.canvas.text_width(text, Style::small) > box.width()) continue;
      write(text, Style::small, ui.theme.text);
      break;
    }
  }
  const bool has_rows_below = traits(*lane.compared).waits_free_worker && ui.state.view == View::by_worker;
  std::string sharing =
      sharing_text(*lane.timeline) +
      (has_rows_below ? "; the lanes below it: tasks that wait or are ready, and hold no worker" : "");
  // What comes first in it matters most.
  while (!sharing.empty() && ui.canvas.text_width(sharing, Style::small) > box.width()) {
    const std::size_t clause = sharing.rfind(';');
    sharing.resize(clause == std::string::npos ? 0 : clause);
  }
  if (!sharing.empty()) write(sharing, Style::small, ui.theme.quiet_text);
}

std::vector<Verdict> verdicts(const Ui& ui, float width, const Forecast& forecast) {
  const float most = kMostLines * ui.canvas.paragraph_height(width, "x", Style::strong);
  std::vector<Verdict> all;
  // Both as high as the longer, so that nothing moves when the run is over.
  const std::vector<std::string> before = verdict_texts(forecast, Told::before);
  const std::vector<std::string> after = verdict_texts(forecast, Told::after);
  const bool over = told_of(ui.state, forecast) == Told::after;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const float height = std::max(ui.canvas.paragraph_height(width, before[i], Style::strong),
                                  ui.canvas.paragraph_height(width, after[i], Style::strong));
    if (height <= most) all.push_back({over ? after[i] : before[i], height + ui.px(kVerdictMargin)});
  }
  return all;
}

void draw_verdict(const Ui& ui, Rect box, const Verdict& verdict) {
  ui.canvas.paragraph({box.left, box.top + ui.px(2), box.right, box.bottom}, verdict.text, Style::strong,
                      ui.theme.text);
}

}  // namespace interleave::gui

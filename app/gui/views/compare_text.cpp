#include "app/gui/views/compare_text.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "app/gui/model/explain/comparison_text.h"
#include "app/gui/model/picture/time_text.h"
#include "app/gui/model/state/progress.h"

namespace interleave::gui {

namespace {

constexpr float kVerdictLine = 24;
constexpr float kMostLines = 3;

std::string result_text(const AppState& state, const Timeline& timeline) {
  const Phase now = phase(state);
  const bool looked_back_on = now == Phase::looking_back || now == Phase::replaying || now == Phase::finished;
  const bool simulated = state.run.clock == ClockKind::virtual_time;
  const bool over = happened_until(state) >= timeline.horizon() || (looked_back_on && simulated);
  return fmt::format("{} {}", over ? "took" : "will take", time_text(timeline.horizon()));
}

struct Verdict {
  std::string text;
  float height = 0;
};

// As much of it as takes few lines.
Verdict verdict_that_fits(const Ui& ui, float width, const Forecast& forecast) {
  Verdict verdict;
  for (std::string& text : verdict_texts(forecast)) {
    const float lines = std::ceil(ui.canvas.text_width(text, Style::strong) / (width * 0.95F));
    verdict = {std::move(text), ui.px(kVerdictLine) * std::min(kMostLines, lines) + ui.px(8)};
    if (lines <= kMostLines) break;
  }
  return verdict;
}

}  // namespace

void draw_compare_heading(const Ui& ui, Rect box, const Lane& lane) {
  const bool hovered = ui.pointer.over(box) && ui.memory.grab == Grab::none;
  if (hovered) ui.explain("Choose this mode: Run runs it, and the panels below are about it");
  if (ui.pointer.clicked(box)) ui.wish(command::SetMode{*lane.compared});
  const bool chosen = ui.state.settings.mode == *lane.compared;
  if (chosen) ui.canvas.fill(box.cut_left(ui.px(4)).inset(0, ui.px(6)), ui.theme.accent);
  if (chosen) box.cut_left(ui.px(6));
  const auto write = [&](std::string_view text, Style style, Color color) {
    // The playhead and the lines of the axis stop at the words.
    ui.canvas.fill({box.left, box.top + 2, box.left + ui.canvas.text_width(text, style), box.bottom - 2},
                   ui.theme.ground);
    box.cut_left(ui.canvas.text(box, text, style, color) + ui.px(14));
  };
  write(lane.section, Style::strong, ui.theme.text);
  write(result_text(ui.state, *lane.timeline), Style::strong, ui.theme.text);
  const std::string sharing = sharing_text(*lane.timeline);
  const bool has_rows_below = traits(*lane.compared).waits_free_worker && ui.state.view == View::by_worker;
  for (const std::string& text :
       {sharing + (has_rows_below ? "; below it, tasks while they are off the loop" : ""), sharing}) {
    if (ui.canvas.text_width(text, Style::small) > box.width()) continue;
    return write(text, Style::small, ui.theme.quiet_text);
  }
}

float verdict_height(const Ui& ui, float width, const Forecast& forecast) {
  return verdict_that_fits(ui, width, forecast).height;
}

void draw_verdict(const Ui& ui, Rect& rest, const Forecast& forecast) {
  const Verdict verdict = verdict_that_fits(ui, rest.width(), forecast);
  const Rect box = rest.cut_bottom(verdict.height);
  ui.canvas.paragraph({box.left, box.top + ui.px(2), box.right, box.bottom}, verdict.text, Style::strong,
                      ui.theme.text);
}

}  // namespace interleave::gui

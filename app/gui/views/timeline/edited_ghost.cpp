#include "app/gui/views/timeline/edited_ghost.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "app/gui/model/picture/bars.h"
#include "app/gui/model/picture/time_text.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/views/timeline/span_tooltip.h"

namespace interleave::gui {

namespace {

constexpr float kDash = 9;
constexpr float kDashesApart = 14;
constexpr float kGhostLine = 2;
constexpr float kAroundBar = 2;
constexpr float kGhostTextApart = 8;
constexpr float kNarrowGhost = 20;
constexpr float kGhostPale = 0.3F;

// As nobody runs it, it has no moment up to which it has happened.
std::vector<Bar> simulated_bars(const Lane& lane, const TimeScale& scale) {
  return lay_out(lane, scale, kNever, lane.timeline->horizon());
}

bool is_among(const std::vector<Bar>& bars, const Bar& wanted) {
  constexpr float kSamePixel = 1;
  const auto from = std::partition_point(bars.begin(), bars.end(),
                                         [&](const Bar& bar) { return bar.left < wanted.left - kSamePixel; });
  const auto same = [&](const Bar& bar) {
    return std::abs(bar.right - wanted.right) <= kSamePixel && bar.look == wanted.look && bar.task == wanted.task;
  };
  return from != bars.end() && from->left <= wanted.left + kSamePixel && same(*from);
}

// Dashes along one side; `length` from its begin on.
template <class Put>
void dash(const Ui& ui, float length, Put put) {
  for (float at = 0; at < length; at += ui.px(kDashesApart)) put(at, std::min(at + ui.px(kDash), length));
}

// When the task would end, behind that or before it, where nothing of the record stands.
void write_end(const Ui& ui, Time end, const LaneRow& row, const TimeScale& scale, std::vector<Gap> taken) {
  if (row.box.height() < ui.canvas.text_height(Style::small)) return;
  const float apart = ui.px(kGhostTextApart);
  const auto x = static_cast<float>(scale.x(end));
  const auto playhead = static_cast<float>(scale.x(ui.state.playhead));
  taken.push_back({playhead, playhead});
  const auto is_free = [&](const Gap& place) {
    return place.left >= scale.left() && place.right <= scale.right() &&
           std::none_of(taken.begin(), taken.end(), [&](const Gap& gap) {
             return gap.left < place.right + apart && place.left < gap.right + apart;
           });
  };
  for (const char* words : {"would end at ", "at "}) {
    const std::string text = words + time_text(end);
    const float width = ui.canvas.text_width(text, Style::small) + 1;
    for (const float left : {x + apart, x - apart - width}) {
      if (!is_free({left, left + width})) continue;
      ui.canvas.text({left, row.box.top, left + width, row.box.bottom}, text, Style::small, ui.theme.text);
      return;
    }
  }
}

// Those of the bars that are not among the unchanged ones. Narrow ones that follow each other are one: a comb of frames
// would say nothing, and hide the record.
std::vector<Bar> changed_bars(const Ui& ui, const std::vector<Bar>& bars, const std::vector<Bar>& unchanged) {
  const auto is_narrow = [&](const Bar& bar) { return bar.right - bar.left < ui.px(kNarrowGhost); };
  std::vector<Bar> changed;
  bool after_narrow = false;
  for (const Bar& bar : bars) {
    if (is_among(unchanged, bar)) continue;
    const bool joins = after_narrow && is_narrow(bar) && bar.left - changed.back().right < ui.px(kNarrowGhost);
    after_narrow = is_narrow(bar);
    if (joins) {
      changed.back().right = bar.right;
      changed.back().look = Look::dense;
    } else {
      changed.push_back(bar);
    }
  }
  return changed;
}

}  // namespace

void paint_edited(const Ui& ui, Rect box, Color color) {
  const float line = std::max(1.0F, ui.px(kGhostLine));
  box = {std::round(box.left), std::round(box.top), std::round(box.right), std::round(box.bottom)};
  dash(ui, box.width(), [&](float from, float to) {
    ui.canvas.fill({box.left + from, box.top, box.left + to, box.top + line}, color);
    ui.canvas.fill({box.left + from, box.bottom - line, box.left + to, box.bottom}, color);
  });
  ui.canvas.fill({box.left, box.top, box.left + line, box.bottom}, color);
  ui.canvas.fill({box.right - line, box.top, box.right, box.bottom}, color);
}

void draw_edited_ghost(const Ui& ui, const Lane& lane, const LaneRow& row, const TimeScale& scale, Rect bars,
                       std::span<const Gap> taken) {
  if (!shows_edit(ui.state)) return;
  const Timeline& edited = *ui.state.run.edited;
  const Lane ghost = counterpart(lane, edited);
  const auto unchanged = simulated_bars(counterpart(lane, *ui.state.run.prediction), scale);
  const auto& pointed = ui.memory.pointed_look;
  const bool lit = !pointed || *pointed == Look::edited;
  const Color color = lit ? ui.theme.text : mix(ui.theme.ground, ui.theme.text, kGhostPale);
  // The edges of two that follow each other are one.
  const float half = std::max(1.0F, ui.px(kGhostLine) / 2);
  const auto around = [&](const Bar& bar) {
    return Rect{bar.left - half, bars.top - ui.px(kAroundBar), bar.right + half, bars.bottom + ui.px(kAroundBar)};
  };
  const auto simulated = simulated_bars(ghost, scale);
  for (const Bar& bar : changed_bars(ui, simulated, unchanged)) {
    paint_edited(ui, around(bar), color);
    const Span& span = ghost.spans[bar.first];
    ui.canvas.drawn().ghosts.push_back({around(bar), row.lane, bar.look, true, span.task, {}});
    const bool tells = !ui.tooltip && ui.memory.grab == Grab::none && bar.look != Look::dense;
    if (!tells || !ui.pointer.over(around(bar))) continue;
    ui.tooltip = tooltip_of(ui, edited, span);
    ui.tooltip->title += ": after the change, not run yet";
  }
  const bool ends_otherwise = !simulated.empty() && !is_among(unchanged, simulated.back());
  if (ends_otherwise && lane.kind != LaneKind::worker && shows(ghost, ghost.spans.back())) {
    std::vector<Gap> places(taken.begin(), taken.end());
    if (!lane.spans.empty()) places.push_back({scale.left(), static_cast<float>(scale.x(lane.spans.back().end))});
    write_end(ui, ghost.spans.back().end, row, scale, std::move(places));
  }
}

}  // namespace interleave::gui

#include "app/gui/views/timeline/row_arrows.h"

#include <cmath>
#include <utility>

namespace interleave::gui {

namespace {

constexpr float kRowArrowApart = 18;  // of the arrows from the moment and from each other
constexpr float kRowArrowLine = 2;
constexpr float kRowArrowHead = 10;
constexpr float kRowArrowTip = 5;    // left of the moment
constexpr float kRowArrowShift = 6;  // from the middle of a row: out above it, in below

}  // namespace

RowArrow arrow_between(const Ui& ui, const LaneRow& from, const LaneRow& to) {
  const float shift = ui.px(kRowArrowShift);
  return {.from = std::round(from.box.center().y) - shift, .to = std::round(to.box.center().y) + shift};
}

void give_columns(const Ui& ui, std::vector<RowArrow>& arrows) {
  const float between = ui.px(kRowArrowShift);
  std::stable_sort(arrows.begin(), arrows.end(),
                   [](const RowArrow& a, const RowArrow& b) { return a.bottom() - a.top() < b.bottom() - b.top(); });
  for (auto arrow = arrows.begin(); arrow != arrows.end(); ++arrow) {
    const auto is_taken = [&](std::size_t column) {
      return std::any_of(arrows.begin(), arrow, [&](const RowArrow& other) {
        return other.column == column && other.top() < arrow->bottom() + between &&
               arrow->top() < other.bottom() + between;
      });
    };
    while (is_taken(arrow->column)) ++arrow->column;
  }
}

float width_of(const Ui& ui, const std::vector<RowArrow>& arrows) {
  float width = 0;
  for (const RowArrow& arrow : arrows) {
    width = std::max(width, ui.px(kRowArrowApart) * static_cast<float>(arrow.column + 1) + ui.px(kRowArrowHead));
  }
  return width;
}

void draw_row_arrow(const Ui& ui, float x, const RowArrow& arrow) {
  const Color ink = ui.theme.text;
  const float line = std::max(1.0F, ui.px(kRowArrowLine));
  const float head = ui.px(kRowArrowHead);
  const float left = x - ui.px(kRowArrowApart) * static_cast<float>(arrow.column + 1) - head;
  const float tip = x - ui.px(kRowArrowTip);
  for (const auto& [color, more] : {std::pair(ui.theme.ground, ui.px(4)), std::pair(ink, 0.0F)}) {
    const float half = (line + more) / 2;
    ui.canvas.fill({left - half, arrow.from - half, tip, arrow.from + half}, color);
    ui.canvas.fill({left - half, arrow.top() - half, left + half, arrow.bottom() + half}, color);
    ui.canvas.fill({left - half, arrow.to - half, tip - head, arrow.to + half}, color);
  }
  ui.canvas.triangle({tip - head, arrow.to - head * 0.6F}, {tip, arrow.to}, {tip - head, arrow.to + head * 0.6F}, ink);
  ui.canvas.circle({tip, arrow.from}, ui.px(3), ink);
}

}  // namespace interleave::gui

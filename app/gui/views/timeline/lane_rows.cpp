#include "app/gui/views/timeline/lane_rows.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <string>

namespace interleave::gui {

namespace {

constexpr float kLowestRow = 30;
constexpr float kLowestCompared = 22;  // many lanes of several modes belong into one picture
constexpr float kThinRow = 10;
constexpr float kPreferredRow = 64;
constexpr float kHighestRow = 130;
constexpr float kHeading = 30;
constexpr float kSnugHeading = 20;
constexpr float kHighestBar = 72;
constexpr float kRest = 22;  // the strip that tells what is out of sight

float heading_height(const Ui& ui, RowFit fit) { return ui.px(fit == RowFit::roomy ? kHeading : kSnugHeading); }

float headings_height(const Ui& ui, const std::vector<Lane>& lanes, RowFit fit) {
  const auto count = std::count_if(lanes.begin(), lanes.end(), [](const Lane& lane) { return !lane.section.empty(); });
  return static_cast<float>(count) * heading_height(ui, fit);
}

float lowest_row(const Ui& ui, RowFit fit) {
  if (fit == RowFit::thin) return ui.px(kThinRow);
  if (fit == RowFit::snug) return std::ceil(ui.canvas.text_height(Style::small));
  return ui.px(ui.state.comparing ? kLowestCompared : kLowestRow);
}

// Takes the strip off the rows' area, where that leaves them one.
void make_rest(const Ui& ui, LaneRows& rows) {
  const bool all_in_sight = rows.content <= rows.area.height() + 0.5F;
  if (!all_in_sight && rows.area.height() >= rows.height + ui.px(kRest)) rows.rest = rows.area.cut_bottom(ui.px(kRest));
}

void place_rows(const std::vector<Lane>& lanes, LaneRows& rows) {
  const Rect area = rows.area;
  float y = area.top - rows.offset;
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    LaneRow row;
    row.lane = i;
    if (!lanes[i].section.empty()) {
      row.heading = {area.left, y, area.right, y + rows.heading};
      y = row.heading.bottom;
    }
    row.box = {area.left, y, area.right, y + rows.height};
    if (row.box.top < area.top - 1) ++rows.above;
    if (row.box.bottom > area.bottom + 1) {
      rows.below = lanes.size() - i;
      const float top = row.heading.empty() ? row.box.top : row.heading.top;
      if (top < area.bottom) rows.visible.push_back(row);
      return;
    }
    y += rows.height;
    if (y > area.top) rows.visible.push_back(row);
  }
}

}  // namespace

float least_height(const Ui& ui, const std::vector<Lane>& lanes, RowFit fit) {
  return static_cast<float>(lanes.size()) * lowest_row(ui, fit) + headings_height(ui, lanes, fit);
}

float preferred_height(const Ui& ui, const std::vector<Lane>& lanes) {
  return static_cast<float>(lanes.size()) * ui.px(kPreferredRow) + headings_height(ui, lanes, RowFit::roomy);
}

LaneRows lay_out_rows(const Ui& ui, const std::vector<Lane>& lanes, Rect area, RowFit fit) {
  LaneRows rows;
  const float headings = headings_height(ui, lanes, fit);
  const float count = std::max(1.0F, static_cast<float>(lanes.size()));
  const float shared = std::floor((area.height() - headings) / count);
  rows.height = std::clamp(shared, lowest_row(ui, fit), ui.px(kHighestRow));
  rows.heading = heading_height(ui, fit);
  rows.content = rows.height * count + headings;
  rows.area = area;
  make_rest(ui, rows);
  rows.offset = std::clamp(ui.state.lane_scroll, 0.0F, std::max(0.0F, rows.content - rows.area.height()));
  place_rows(lanes, rows);
  return rows;
}

void draw_rows_out_of_sight(const Ui& ui, const LaneRows& rows) {
  if (rows.rest.empty() || rows.above + rows.below == 0) return;
  const auto counted = [](std::size_t count) { return fmt::format("{} {}", count, count == 1 ? "row" : "rows"); };
  std::string text;
  if (rows.above > 0) text = counted(rows.above) + " above";
  if (rows.below > 0) text += (text.empty() ? "" : ", ") + counted(rows.below) + " below";
  text += rows.above + rows.below == 1 ? ": scroll to see it" : ": scroll to see them";
  ui.canvas.text(rows.rest, text, Style::small, ui.theme.text);
}

float offset_to_show(const std::vector<Lane>& lanes, const LaneRows& rows, std::size_t lane) {
  const auto count = static_cast<std::ptrdiff_t>(std::min(lane + 1, lanes.size()));
  const auto headings =
      std::count_if(lanes.begin(), lanes.begin() + count, [](const Lane& above) { return !above.section.empty(); });
  const float top = static_cast<float>(lane) * rows.height + static_cast<float>(headings) * rows.heading;
  const float with_heading = lanes[lane].section.empty() ? top : top - rows.heading;
  return std::clamp(rows.offset, std::min(top + rows.height - rows.area.height(), with_heading), with_heading);
}

Rect bar_box(const Ui& ui, Rect row) {
  // Low rows give their bars all they can.
  const float share = row.height() < ui.px(kLowestRow) ? 0.8F : 0.64F;
  const float height = std::min(std::round(row.height() * share), ui.px(kHighestBar));
  const float top = std::round(row.center().y - height / 2);
  return {row.left, top, row.right, top + height};
}

}  // namespace interleave::gui

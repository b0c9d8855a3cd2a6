#include "app/gui/views/lane_rows.h"

#include <algorithm>
#include <cmath>

namespace interleave::gui {

namespace {

constexpr float kLowestRow = 30;
constexpr float kLowestCompared = 22;  // many lanes of several modes belong into one picture
constexpr float kPreferredRow = 64;
constexpr float kHighestRow = 130;
constexpr float kHeading = 30;
constexpr float kHighestBar = 72;

float headings_height(const Ui& ui, const std::vector<Lane>& lanes) {
  const auto count = std::count_if(lanes.begin(), lanes.end(), [](const Lane& lane) { return !lane.section.empty(); });
  return static_cast<float>(count) * ui.px(kHeading);
}

float lowest_row(const Ui& ui) { return ui.px(ui.state.comparing ? kLowestCompared : kLowestRow); }

}  // namespace

float least_height(const Ui& ui, const std::vector<Lane>& lanes) {
  return static_cast<float>(lanes.size()) * lowest_row(ui) + headings_height(ui, lanes);
}

float preferred_height(const Ui& ui, const std::vector<Lane>& lanes) {
  return static_cast<float>(lanes.size()) * ui.px(kPreferredRow) + headings_height(ui, lanes);
}

LaneRows lay_out_rows(const Ui& ui, const std::vector<Lane>& lanes, Rect area) {
  LaneRows rows;
  const float headings = headings_height(ui, lanes);
  const float count = std::max(1.0F, static_cast<float>(lanes.size()));
  const float height = std::clamp(std::floor((area.height() - headings) / count), lowest_row(ui), ui.px(kHighestRow));
  rows.height = height;
  rows.content = height * count + headings;
  rows.offset = std::clamp(ui.state.lane_scroll, 0.0F, std::max(0.0F, rows.content - area.height()));
  float y = area.top - rows.offset;
  for (std::size_t i = 0; i < lanes.size() && y < area.bottom; ++i) {
    LaneRow row;
    row.lane = i;
    if (!lanes[i].section.empty()) {
      row.heading = {area.left, y, area.right, y + ui.px(kHeading)};
      y = row.heading.bottom;
    }
    row.box = {area.left, y, area.right, y + height};
    y += height;
    if (y > area.top) rows.visible.push_back(row);
  }
  return rows;
}

float offset_to_show(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, std::size_t lane, float view) {
  const auto count = static_cast<std::ptrdiff_t>(std::min(lane + 1, lanes.size()));
  const auto headings =
      std::count_if(lanes.begin(), lanes.begin() + count, [](const Lane& above) { return !above.section.empty(); });
  const float top = static_cast<float>(lane) * rows.height + static_cast<float>(headings) * ui.px(kHeading);
  const float with_heading = lanes[lane].section.empty() ? top : top - ui.px(kHeading);
  return std::clamp(rows.offset, std::min(top + rows.height - view, with_heading), with_heading);
}

Rect bar_box(const Ui& ui, Rect row) {
  // Low rows give their bars all they can.
  const float share = row.height() < ui.px(kLowestRow) ? 0.8F : 0.64F;
  const float height = std::min(std::round(row.height() * share), ui.px(kHighestBar));
  const float top = std::round(row.center().y - height / 2);
  return {row.left, top, row.right, top + height};
}

}  // namespace interleave::gui

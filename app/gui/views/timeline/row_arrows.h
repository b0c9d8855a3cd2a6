#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "app/gui/views/timeline/lane_rows.h"

namespace interleave::gui {

// An arrow at a moment from one lane to another: out of the upper half of a row, into the lower half of the other one.
struct RowArrow {
  float from = 0;
  float to = 0;
  std::size_t column = 0;  // how far left of the moment it goes

  float top() const { return std::min(from, to); }
  float bottom() const { return std::max(from, to); }
};

// More at one moment would hide what they stand on.
inline constexpr std::size_t kMostRowArrows = 12;

RowArrow arrow_between(const Ui& ui, const LaneRow& from, const LaneRow& to);

// The shortest are nearest to the moment, and none stand over each other.
void give_columns(const Ui& ui, std::vector<RowArrow>& arrows);

// What they take left of the moment.
float width_of(const Ui& ui, const std::vector<RowArrow>& arrows);

// Left of the moment at `x`, over the bars, with a rim of the ground on any look of theirs.
void draw_row_arrow(const Ui& ui, float x, const RowArrow& arrow);

}  // namespace interleave::gui

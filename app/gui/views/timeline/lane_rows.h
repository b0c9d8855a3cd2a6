#pragma once

#include <cstdint>
#include <vector>

#include "app/gui/model/picture/lanes.h"
#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// Where a lane stands on the screen.
struct LaneRow {
  std::size_t lane = 0;
  Rect box;      // the whole row, names included
  Rect heading;  // of its section, above the row; empty without one
};

// How low rows may get. In snug ones there is just room for a line of text, in thin ones for colours alone.
enum class RowFit : std::uint8_t { roomy, snug, thin };

// The heights of all rows together at the height that suits them best.
float preferred_height(const Ui& ui, const std::vector<Lane>& lanes);
// And where they are as low as they go before they scroll.
float least_height(const Ui& ui, const std::vector<Lane>& lanes, RowFit fit = RowFit::roomy);

// The rows that are in sight. They share the height of `area`, within limits; beyond those they scroll, and a strip
// below them tells what is out of sight.
struct LaneRows {
  std::vector<LaneRow> visible;
  float content = 0;      // height of all of them
  float offset = 0;       // how far they are scrolled
  float height = 0;       // of one row
  float heading = 0;      // of a section's heading
  Rect area;              // where they stand
  Rect rest;              // the strip; empty where all are in sight
  std::size_t above = 0;  // how many are out of sight there, or cut off
  std::size_t below = 0;
};
LaneRows lay_out_rows(const Ui& ui, const std::vector<Lane>& lanes, Rect area, RowFit fit);

// Says in the strip how many rows are out of sight.
void draw_rows_out_of_sight(const Ui& ui, const LaneRows& rows);

// How far to scroll, at least, so that the lane is wholly in sight.
float offset_to_show(const std::vector<Lane>& lanes, const LaneRows& rows, std::size_t lane);

// The part of a row that its bar takes.
Rect bar_box(const Ui& ui, Rect row);

}  // namespace interleave::gui

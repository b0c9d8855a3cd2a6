#pragma once

#include <vector>

#include "app/gui/model/picture/lanes.h"
#include "app/gui/views/ui.h"

namespace interleave::gui {

// Where a lane stands on the screen.
struct LaneRow {
  std::size_t lane = 0;
  Rect box;      // the whole row, names included
  Rect heading;  // of its section, above the row; empty without one
};

// The heights of all rows together at the height that suits them best.
float preferred_height(const Ui& ui, const std::vector<Lane>& lanes);
// And where they are as low as they go before they scroll.
float least_height(const Ui& ui, const std::vector<Lane>& lanes);

// The rows that are in sight. They share the height of `area`, within limits; beyond those they scroll.
struct LaneRows {
  std::vector<LaneRow> visible;
  float content = 0;  // height of all of them
  float offset = 0;   // how far they are scrolled
  float height = 0;   // of one row
};
LaneRows lay_out_rows(const Ui& ui, const std::vector<Lane>& lanes, Rect area);

// How far to scroll, at least, so that the lane is wholly in sight.
float offset_to_show(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, std::size_t lane, float view);

// The part of a row that its bar takes.
Rect bar_box(const Ui& ui, Rect row);

}  // namespace interleave::gui

#pragma once

#include <array>
#include <cstddef>

#include "app/gui/model/picture/geometry.h"

namespace interleave::gui {

// A convex shape of few corners, in order around it.
struct SmallPolygon {
  std::array<Point, 8> corners;
  std::size_t count = 0;

  void add(Point corner) { corners[count++] = corner; }
};

// The part within the rectangle of a diagonal stripe that leans to the right by 45 degrees: it stands on the
// rectangle's bottom from `foot` to `foot + width`. No corners where it misses the rectangle.
SmallPolygon stripe_within(const Rect& rect, float foot, float width);

}  // namespace interleave::gui

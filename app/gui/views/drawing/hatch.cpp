#include "app/gui/views/drawing/hatch.h"

namespace interleave::gui {

namespace {

// Sutherland and Hodgman's clipping, at one upright line: keeps what lies on `side` (+1: right, -1: left) of x.
SmallPolygon clipped(const SmallPolygon& shape, float x, float side) {
  SmallPolygon kept;
  for (std::size_t i = 0; i < shape.count; ++i) {
    const Point a = shape.corners[i];
    const Point b = shape.corners[(i + 1) % shape.count];
    const bool a_in = (a.x - x) * side >= 0;
    const bool b_in = (b.x - x) * side >= 0;
    if (a_in) kept.add(a);
    if (a_in != b_in) kept.add({x, a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)});
  }
  return kept;
}

}  // namespace

SmallPolygon stripe_within(const Rect& rect, float foot, float width) {
  const float lean = rect.height();
  SmallPolygon stripe;
  stripe.add({foot, rect.bottom});
  stripe.add({foot + lean, rect.top});
  stripe.add({foot + width + lean, rect.top});
  stripe.add({foot + width, rect.bottom});
  if (foot >= rect.left && foot + width + lean <= rect.right) return stripe;  // as most are
  const SmallPolygon within = clipped(clipped(stripe, rect.left, +1), rect.right, -1);
  return within.count < 3 ? SmallPolygon{} : within;
}

}  // namespace interleave::gui

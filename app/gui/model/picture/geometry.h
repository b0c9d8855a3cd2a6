#pragma once

#include <algorithm>

namespace interleave::gui {

// Pixels, from the top left of the window.
struct Point {
  float x = 0;
  float y = 0;
};

struct Rect {
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;

  float width() const { return right - left; }
  float height() const { return bottom - top; }
  Point center() const { return {(left + right) / 2, (top + bottom) / 2}; }
  bool empty() const { return right <= left || bottom <= top; }
  bool contains(Point point) const { return point.x >= left && point.x < right && point.y >= top && point.y < bottom; }
  Rect inset(float dx, float dy) const { return {left + dx, top + dy, right - dx, bottom - dy}; }

  // Takes a strip of that size off one side and returns it; what is left stays.
  Rect cut_top(float size) { return cut(top, std::min(top + size, bottom), Side::top); }
  Rect cut_bottom(float size) { return cut(std::max(bottom - size, top), bottom, Side::bottom); }
  Rect cut_left(float size) { return cut(left, std::min(left + size, right), Side::left); }
  Rect cut_right(float size) { return cut(std::max(right - size, left), right, Side::right); }

 private:
  enum class Side { top, bottom, left, right };

  Rect cut(float from, float to, Side side) {
    Rect taken = *this;
    if (side == Side::top || side == Side::bottom) {
      taken.top = from;
      taken.bottom = to;
    } else {
      taken.left = from;
      taken.right = to;
    }
    if (side == Side::top) top = to;
    if (side == Side::bottom) bottom = from;
    if (side == Side::left) left = to;
    if (side == Side::right) right = from;
    return taken;
  }
};

inline bool overlap(const Rect& a, const Rect& b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

}  // namespace interleave::gui

#pragma once

#include "app/gui/views/drawing/canvas.h"
#include "core/timeline/ends.h"

namespace interleave::gui {

enum class Icon : std::uint8_t {
  none,
  play,
  again,
  pause,
  step,
  to_start,
  down,
  plus,
  minus,
  sun,
  moon,
  undo,
  redo,
  copy,
  tick,
  arrow_up,
  arrow_down,
  remove,
  clock,
  left,
  right,
  close,
  search,
  flag,
  fit,
  frame
};

// Drawn as shapes, because few fonts have the signs. Fills the middle of the box, which is best a square.
void draw_icon(Canvas& canvas, Icon icon, Rect box, Color color, Color ground);

// How a task ended: a tick, a cross, an hourglass, a bar, a ring that never ends, a dash; `box` as above.
void draw_end_mark(Canvas& canvas, TaskEnd end, Rect box, Color color);

}  // namespace interleave::gui

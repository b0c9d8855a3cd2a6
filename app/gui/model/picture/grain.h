#pragma once

#include <cstddef>

#include "app/gui/model/picture/lanes.h"
#include "app/gui/model/picture/viewport.h"

namespace interleave::gui {

// How closely a lane is looked at, in pixels.
struct Grain {
  double span = 4;   // what is narrower, and follows others that are, is not shown by itself
  double cell = 12;  // about how wide dense bars are; no state of fewer pixels is told apart there
  bool few = false;  // also where only a few short spans follow each other
};

// For a picture of `lanes` with `spans` in sight, each lane so many pixels wide: the coarser, the more there is to look
// at, so that it takes no longer to draw than anybody takes to see that these are too many to be looked at one by one.
Grain grain_for(std::size_t spans, std::size_t lanes, double width);

// How many of the lane's spans the scale shows, at any width.
std::size_t spans_in_sight(const Lane& lane, const TimeScale& scale);

}  // namespace interleave::gui

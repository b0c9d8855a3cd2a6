#pragma once

#include <span>
#include <vector>

#include "app/gui/model/picture/grain.h"
#include "app/gui/model/picture/lanes.h"
#include "app/gui/model/picture/look.h"
#include "app/gui/model/picture/viewport.h"

namespace interleave::gui {

// What is drawn of one span, or of several that share a pixel or a few.
struct Bar {
  float left = 0;  // pixels, within the timeline
  float right = 0;
  Look look = Look::running;   // of what it shows; its future part is told by `future`
  bool future = false;         // after the playhead
  std::size_t first = 0;       // position of its first span in the lane
  std::size_t count = 1;       // more than one only where folded or dense
  bool one_task = true;        // whether all of them are of the first one's task
  TaskId task = TaskId::none;  // the first one's
  StateShares shares = {};     // of a dense one: what part of its time each state takes
  bool begins_now = false;     // at the playhead itself: it has begun, though all of it lies ahead
};

// A dense bar's look that takes the largest part of its time; of any other bar, its own.
Look prevailing_look(const Bar& bar);

// What part of a dense bar's time all states together take; of any other bar, 1.
float share_of_all(const Bar& bar);

// A dense bar that is narrower than that shows only the state that prevails.
inline constexpr double kLeastDense = 3;

// The lane's bars from left to right, without overlap, cut to what the scale shows. Spans that end before the playhead
// are past, those that begin at it or later are future, and the one it stands in gives a bar of each kind; what begins
// at the playhead itself has begun, as a Moment has it, and says so. Where the lane has sums, short spans that follow
// each other over some way become dense bars, as the grain says; elsewhere, what is shorter than a pixel is folded into
// thin bars of one pixel. Takes O(pixels + log(spans)).
std::vector<Bar> lay_out(const Lane& lane, const TimeScale& scale, Time playhead, Time horizon, Grain grain = {});

}  // namespace interleave::gui

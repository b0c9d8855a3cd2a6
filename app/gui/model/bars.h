#pragma once

#include <span>
#include <vector>

#include "app/gui/model/lanes.h"
#include "app/gui/model/look.h"
#include "app/gui/model/viewport.h"

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
};

// A dense bar's look that takes the largest part of its time; of any other bar, its own.
Look prevailing_look(const Bar& bar);

// How closely a lane is looked at, in pixels.
struct Grain {
  double span = 4;   // what is narrower, and follows others that are, is not shown by itself
  double cell = 12;  // about how wide dense bars are; no state of fewer pixels is told apart there
  bool few = false;  // also where only a few short spans follow each other
};

// For a picture of `lanes` with `spans` in sight, each lane so many pixels wide: the coarser, the more there is to look
// at, so that it takes no longer to draw than anybody takes to see that these are too many to be looked at one by one.
Grain grain_for(std::size_t spans, std::size_t lanes, double width);

// A dense bar that is narrower than that shows only the state that prevails.
inline constexpr double kLeastDense = 3;

// The lane's bars from left to right, without overlap, cut to what the scale shows. Spans that end before the playhead
// are past, those that begin at it or later are future, and the one it stands in gives a bar of each kind. Where the
// lane has sums, short spans that follow each other over some way become dense bars, as the grain says; elsewhere,
// what is shorter than a pixel is folded into thin bars of one pixel. Takes O(pixels + log(spans)).
std::vector<Bar> lay_out(const Lane& lane, const TimeScale& scale, Time playhead, Time horizon, Grain grain = {});

// How many of the lane's spans the scale shows, at any width.
std::size_t spans_in_sight(const Lane& lane, const TimeScale& scale);

// The bars of an event loop's turns: one pixel each, with how many turns it stands for.
struct TurnMark {
  float x = 0;
  std::size_t first = 0;  // position in WorkerTrack::turns
  std::size_t count = 1;
};

// The turns up to the playhead that the scale shows, those of one pixel together.
std::vector<TurnMark> lay_out_turns(std::span<const Turn> turns, const TimeScale& scale, Time playhead);

// The widest stretch of a lane, up to the playhead, in which nothing of it is drawn; empty (left == right) if none.
struct Gap {
  float left = 0;
  float right = 0;
};
Gap widest_gap(std::span<const Bar> bars, std::span<const TurnMark> marks, float left, float right);

}  // namespace interleave::gui

#pragma once

#include <span>
#include <vector>

#include "app/gui/model/picture/bars.h"

namespace interleave::gui {

// The bars of an event loop's turns: one pixel each, with how many turns it stands for.
struct TurnTick {
  float x = 0;
  std::size_t first = 0;  // position in WorkerTrack::turns
  std::size_t count = 1;
};

// The turns up to the playhead that the scale shows, those of one pixel together.
std::vector<TurnTick> lay_out_turns(std::span<const Turn> turns, const TimeScale& scale, Time playhead);

// Whether those around that one stand closer than so many pixels, on the average: then they take much of the lane.
bool is_crowded(std::span<const TurnTick> ticks, std::size_t i, float apart);

// The widest stretch of a lane, up to the playhead, in which nothing of it is drawn; empty (left == right) if none.
struct Gap {
  float left = 0;
  float right = 0;
};
Gap widest_gap(std::span<const Bar> bars, std::span<const TurnTick> ticks, float left, float right);

}  // namespace interleave::gui

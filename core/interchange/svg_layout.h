#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/interchange/svg_bars.h"
#include "core/interchange/time_axis.h"
#include "core/timeline/timeline.h"

namespace interleave {

inline constexpr double kSvgMargin = 24;
inline constexpr double kSvgColumn = 8;  // of the time axis, in which a character of a label has room
inline constexpr std::string_view kSvgEllipsis = "…";

struct SvgLane {
  const TaskTrack* task = nullptr;  // or a worker
  WorkerId worker = WorkerId::none;
  std::string_view name;
  std::span<const Span> spans;
  std::vector<SvgBar> bars;
  std::vector<SvgBar> turns;
};

// The name as far as there is room for it before the lane.
std::string svg_lane_name(const SvgLane& lane);

// The same of something that tasks share: "variable tickets". A picture has lanes for so many of them.
inline constexpr std::size_t kMostSharedLanes = 50;
std::string svg_shared_name(const SharedObject& object);

// What a picture of that width has from left to right: names, then lanes on a time axis, then room for what is said of
// each lane's end. Refers to the timeline.
struct SvgLayout {
  SvgLayout(const Timeline& timeline, double width);

  std::vector<SvgLane> lanes;  // of tasks, then of workers: as many of each as a picture shows
  std::size_t tasks = 0;       // of the lanes
  TimeAxis axis{Time{}, 1};
  SvgScale scale;
  double least = 1;      // pixels that a bar takes, so that there are not too many
  std::size_t bars = 0;  // of all lanes
};

}  // namespace interleave

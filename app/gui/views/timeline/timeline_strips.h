#pragma once

#include <optional>
#include <vector>

#include "app/gui/model/picture/lanes.h"
#include "app/gui/views/timeline/compare_text.h"
#include "app/gui/views/timeline/lane_rows.h"
#include "app/gui/views/timeline/legend.h"

namespace interleave::gui {

inline constexpr float kTimelineAxis = 32;
inline constexpr float kLeastLanes = 34;

// What stands above and below the lanes: nothing where they need the room. Heights in pixels.
struct TimelineStrips {
  float minimap = 0;
  float legend = 0;
  Padding padding = Padding::roomy;  // of the legend
  std::optional<Verdict> verdict;
  RowFit fit = RowFit::roomy;
};

// In a panel of that size. Where modes are compared, all of them come into sight, if that is possible: what says least
// gives way first, and rows become as low as it takes.
TimelineStrips strips_in(const Ui& ui, const std::vector<Lane>& lanes, Rect box, LegendOf picture);

// What is left for the lanes.
Rect lanes_in(const Ui& ui, Rect box, const TimelineStrips& strips);

// What the legend takes, with what keeps it apart.
float legend_strip(const Ui& ui, float width, LegendOf picture, Padding padding = Padding::roomy);

// The height at which the lanes of a small scenario are in sight in a hall, or those of all modes.
float presented_lanes(const Ui& ui, const std::vector<Lane>& lanes);

}  // namespace interleave::gui

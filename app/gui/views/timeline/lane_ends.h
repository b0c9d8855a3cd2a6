#pragma once

#include <optional>
#include <vector>

#include "app/gui/model/picture/turn_layout.h"
#include "app/gui/views/timeline/lane_rows.h"

namespace interleave::gui {

// What of a bar is left for the mark of an end.
struct BarRoom {
  float free_from = 0;       // behind its label
  std::optional<Color> ink;  // of what is written on it; none where that needs a plate
};

// The marks of how tasks ended: the lane's own, or on a worker's lane those of the tasks that ran there. Each is a mark
// with the moment and the reason, as far as there is room. Returns what that takes of the lane.
std::vector<Gap> draw_lane_ends(const Ui& ui, const Lane& lane, const LaneRow& row, const TimeScale& scale,
                                const std::vector<Bar>& bars, const std::vector<BarRoom>& rooms);

// Where something from left to right may begin so that the playhead does not cross it.
float beside_playhead(const Ui& ui, const TimeScale& scale, float left, float right);

// A lane's bar has its end so far from what stands behind it at the most.
inline constexpr float kNearEnd = 24;

}  // namespace interleave::gui

#pragma once

#include <optional>

#include "app/gui/model/explain/occupancy_part.h"
#include "core/timeline/timeline.h"

namespace interleave::gui {

// The tasks that had failed or been cancelled by that moment, the last ones first. None where all went well so far.
std::optional<OccupancyPart> ended_at(const Timeline& timeline, Time now);

}  // namespace interleave::gui

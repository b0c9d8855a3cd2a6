#pragma once

#include <cstddef>
#include <memory>

#include "app/gui/model/state/background_result.h"
#include "core/explore/exploration.h"
#include "core/run/run_settings.h"
#include "core/scenario/scenario.h"

namespace interleave::gui {

// More are counted, and not drawn.
inline constexpr std::size_t kMostStatesDrawn = 200;

using ExploreJob = BackgroundResult<Exploration>;

// Of a scenario that can be explored; without a background no further than a frame allows.
void begin_exploring(ExploreJob& job, const Engine& engine, std::shared_ptr<const Scenario> scenario,
                     const RunSettings& settings);

}  // namespace interleave::gui

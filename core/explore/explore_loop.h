#pragma once

#include <optional>
#include <string>

#include "core/execution/program.h"
#include "core/explore/exploration.h"
#include "core/explore/explore_settings.h"

namespace interleave {

// Why the scenario cannot be explored on an event loop; none where it can.
std::optional<std::string> loop_refusal(const Scenario& scenario);

// On an event loop.
Exploration explore_loop(const Program& program, const ExploreSettings& settings);

}  // namespace interleave

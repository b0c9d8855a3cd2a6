#pragma once

#include <optional>
#include <string>

#include "core/explore/exploration.h"
#include "core/explore/explore_settings.h"
#include "core/scenario/scenario.h"

namespace interleave {

// Why the scenario cannot be explored in that mode, as a sentence without its full stop; none where it can.
std::optional<std::string> exploration_refusal(const Scenario& scenario, const ExploreSettings& settings);

// Every interleaving of the scenario: all its states, found breadth first, each once however many ways lead there.
Exploration explore(const Scenario& scenario, const ExploreSettings& settings);

}  // namespace interleave

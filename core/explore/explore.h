#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "core/explore/exploration.h"
#include "core/run/run_settings.h"
#include "core/scenario/scenario.h"

namespace interleave {

struct ExploreSettings {
  RunSettings run;
  bool with_lines = false;        // the order of output matters, and belongs to the outcome
  std::size_t limit = 1'000'000;  // states, at most
  // Told now and then how many states are known; false: that is enough. May be empty.
  std::function<bool(std::size_t)> goes_on = {};
};

// Why the scenario cannot be explored in that mode, as a sentence without its full stop; none where it can.
std::optional<std::string> exploration_refusal(const Scenario& scenario, const ExploreSettings& settings);

// Every interleaving of the scenario: all its states, found breadth first, each once however many ways lead there.
Exploration explore(const Scenario& scenario, const ExploreSettings& settings);

}  // namespace interleave

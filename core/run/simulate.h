#pragma once

#include <memory>

#include "core/run/run_settings.h"
#include "core/scenario/scenario.h"
#include "core/timeline/timeline.h"

namespace interleave {

// The whole run on the virtual clock, at once. The same input gives the same timeline.
std::shared_ptr<const Timeline> simulate(const Scenario& scenario, const RunSettings& settings);

}  // namespace interleave

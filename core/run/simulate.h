#pragma once

#include <memory>

#include "core/run/run_settings.h"
#include "core/scenario/scenario.h"
#include "core/timeline/timeline.h"

namespace interleave {

class Program;

// The whole run on the virtual clock, at once. The same input gives the same timeline. Who runs a scenario several
// times compiles it once.
std::shared_ptr<const Timeline> simulate_program(const Program& program, const RunSettings& settings);
std::shared_ptr<const Timeline> simulate(const Scenario& scenario, const RunSettings& settings);

}  // namespace interleave

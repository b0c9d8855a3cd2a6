#pragma once

#include "core/record/record.h"
#include "core/run/run_settings.h"
#include "core/scenario/scenario.h"

namespace interleave {

// What is known of every run of the scenario: its title, tasks, steps and cores.
RunInfo program_info(const Scenario& scenario);

// What is known of a run of the scenario with those settings.
RunInfo run_info(const Scenario& scenario, const RunSettings& settings, ClockKind clock);

}  // namespace interleave

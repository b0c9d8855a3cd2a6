#pragma once

#include "core/record/record.h"
#include "core/run/run_settings.h"
#include "core/scenario/scenario.h"

namespace interleave {

// What is known of every run of the scenario: its title, tasks, steps and cores.
RunInfo program_info(const Scenario& scenario);

// What is known of a run with those settings, out of what is known of every run.
RunInfo run_info(RunInfo program, const RunSettings& settings, ClockKind clock);

}  // namespace interleave

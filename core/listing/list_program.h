#pragma once

#include "core/base/language.h"
#include "core/base/mode.h"
#include "core/listing/listing.h"
#include "core/scenario/scenario.h"

namespace interleave {

// The program that the scenario stands for. The scenario is one that the loader gave; max_workers (1 .. kMostWorkers)
// counts in pool mode alone.
Listing list_program(const Scenario& scenario, Mode mode, int max_workers, Language language);

}  // namespace interleave

#pragma once

#include <vector>

#include "core/base/time.h"
#include "core/predict/question.h"

namespace interleave {

// How long each task computes and waits by itself, whoever it waits for besides: what it takes in the run one after
// another. By position in the scenario.
std::vector<Duration> own_durations(const Scenario& scenario, RunSettings settings);

}  // namespace interleave

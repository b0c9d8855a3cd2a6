#pragma once

#include <string>

#include "core/record/record.h"

namespace interleave {

// How the run's tasks were run: "pool with max_workers 2"; empty where that was in no mode.
std::string mode_text(const RunInfo& info);

}  // namespace interleave

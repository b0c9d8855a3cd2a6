#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/diagnostic.h"
#include "core/base/result.h"
#include "core/scenario/limits.h"
#include "core/scenario/scenario.h"

namespace interleave {

// Reads a scenario from the text of its file (format version 1). `file` is only for messages. Returns the scenario, or
// everything that is wrong with the text: up to 20 diagnostics in order of position, an error of syntax alone. A run of
// it has no more than `most_steps`.
Result<Scenario, Diagnostics> load_scenario(std::string_view text, std::string_view file,
                                            std::uint64_t most_steps = kMostSteps);

}  // namespace interleave

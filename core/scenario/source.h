#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/diagnostic.h"
#include "core/base/result.h"
#include "core/scenario/limits.h"
#include "core/scenario/scenario.h"

namespace interleave {

// Why a scenario could not be had: either its text is wrong (diagnostics), or there was no text to read (message).
struct SourceError {
  std::string message;
  Diagnostics diagnostics;
};

// For a terminal; each line ends in a newline.
std::string to_string(const SourceError& error);

// A scenario with the text of its file.
struct SourcedScenario {
  std::string text;
  Scenario scenario;
};

// Reads the scenario that a user named: a built-in one, "-" for standard input, or the path of a file. A built-in name
// wins over a file of the same name; "./NAME" is the file. At most kMostFileBytes (and a little) are read of anything.
// A run of it has no more than `most_steps`.
Result<Scenario, SourceError> read_scenario(std::string_view source);
Result<SourcedScenario, SourceError> read_scenario_and_text(std::string_view source,
                                                            std::uint64_t most_steps = kMostSteps);

}  // namespace interleave

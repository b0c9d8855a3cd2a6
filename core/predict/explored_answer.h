#pragma once

#include <string>

#include "core/predict/explorations.h"

namespace interleave {

// All interleavings of what is asked about, or why not all of them are known.
Explorations::Found explore_all(const Asked& asked);

// Answers to questions about them.
Answered count_interleavings(const Exploration& found);
Answered count_losing(const Exploration& found);
Answered count_outcomes(const Exploration& found);
// Where all outcomes have one value for it.
Answered value_at_end(const Exploration& found, const std::string& variable, const Asked& asked);

}  // namespace interleave

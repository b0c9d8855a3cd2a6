#pragma once

#include <optional>

#include "core/explore/exploration.h"
#include "core/predict/question.h"

namespace interleave {

// All interleavings of what is asked about, or why not all of them are known.
Result<Exploration, NoAnswer> explore_all(const Asked& asked);

// Answers to questions about them.
Answered count_interleavings(const Exploration& found);
Answered count_losing(const Exploration& found);
Answered count_outcomes(const Exploration& found);
// Where all outcomes have one value for it.
Answered value_at_end(const Exploration& found, const std::string& variable, const Asked& asked);

}  // namespace interleave

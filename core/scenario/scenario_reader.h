#pragma once

#include <cstdint>

#include "core/base/source_text.h"
#include "core/scenario/json_document.h"
#include "core/scenario/problems.h"
#include "core/scenario/scenario.h"

namespace interleave {

// The scenario that a document describes, with that limit of its runs. It is one only where no problem was added.
Scenario read_scenario_document(const JsonDocument& document, const SourceText& source, Problems& problems,
                                std::uint64_t most_steps);

}  // namespace interleave

#pragma once

#include <optional>
#include <string>

#include "core/base/mode.h"
#include "core/scenario/scenario.h"

namespace interleave {

// Why the scenario cannot run in the mode, as a sentence without its full stop; none where it can. Nobody may run it
// then.
std::optional<std::string> refusal(const Scenario& scenario, Mode mode);

}  // namespace interleave

#pragma once

#include <optional>
#include <string>

#include "core/base/mode.h"
#include "core/run/run_settings.h"
#include "core/scenario/scenario.h"

namespace interleave {

// Why the scenario cannot run in the mode, as a sentence without its full stop; none where it can. Nobody may run it
// then.
std::optional<std::string> refusal(const Scenario& scenario, Mode mode);

// The same where none of its steps that count may be late, whoever goes first: then no task may have to wait for a
// core, for the interpreter's lock or for what a thread beside an event loop does.
std::optional<std::string> exact_time_refusal(const Scenario& scenario, const RunSettings& settings);

}  // namespace interleave

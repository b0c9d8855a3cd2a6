#pragma once

#include <string_view>

#include "core/record/event.h"
#include "core/record/record.h"

// The words of the record's contract (docs/scenario-format.md), as files and the command line spell them.
namespace interleave {

std::string_view name(State state);
// Empty where there is no cause.
std::string_view name(Cause cause);
std::string_view name(Outcome outcome);
std::string_view name(AccessKind access);
std::string_view name(ClockKind clock);

}  // namespace interleave

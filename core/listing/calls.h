#pragma once

#include <string>

#include "core/listing/outline.h"

namespace interleave {

// The function that a step calls.
const ListedFunction& called_function(const Outline& outline, const verb::Call& call);

// The call as the program makes it, without what waits for its end: brew("coffee", left).
std::string call_text(const Outline& outline, const ListedFunction& caller, const verb::Call& call);

// Whether some step calls the function and lets go of what it gets without waiting for it.
bool is_forgotten(const Outline& outline, const ListedFunction& function);

}  // namespace interleave

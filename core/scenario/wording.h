#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/scenario/json_document.h"

// How messages speak of what somebody wrote.
namespace interleave {

// A value in a message: as written where that is short.
std::string describe(JsonValue value);

// `; did you mean "name"?` with the nearest of the names, or nothing.
std::string suggestion(std::string_view word, std::span<const std::string_view> names);

}  // namespace interleave

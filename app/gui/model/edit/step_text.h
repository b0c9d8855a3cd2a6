#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/scenario/step.h"

// What stands at the keys of a step as it is typed, part by part.
namespace interleave::gui {

// At that key; empty where the step leaves it out, none where it has no such key or steps stand there.
std::optional<std::string> typed_part(const Step& step, std::string_view key);

// Puts in what was typed; `quantities` can be written without braces where a duration or a count is wanted. What is no
// value at all is refused with a sentence; the rest is left to the loader.
std::optional<std::string> type_part(Step& step, std::string_view key, std::string_view text,
                                     const std::vector<std::string>& quantities);

// Text that is typed in one line: control characters and backslashes are written as in a file.
std::string with_escapes(std::string_view text);
std::string without_escapes(std::string_view text);

}  // namespace interleave::gui

#pragma once

#include <string>
#include <string_view>

#include "core/base/time.h"

// What the JSON that Interleave writes is made of.
namespace interleave {

// The text as a JSON string, in quotes. It is UTF-8; what is not becomes U+FFFD.
std::string json_string(std::string_view text);
void append_json_string(std::string& to, std::string_view text);

// Seconds as the shortest decimal that says the whole nanoseconds exactly: 1.5, 0, 0.000000001.
std::string exact_seconds(Duration length);
std::string exact_seconds(Time moment);
void append_exact_seconds(std::string& to, Duration length);

}  // namespace interleave

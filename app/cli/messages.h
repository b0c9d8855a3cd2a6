#pragma once

#include <string_view>

namespace interleave::cli {

// `interleave-cli: message` on standard error.
void complain(std::string_view message);

// Text as it is, on standard error.
void write_to_stderr(std::string_view text);

}  // namespace interleave::cli

#include "app/cli/messages.h"

#include <cstdio>
#include <fmt/format.h>

namespace interleave::cli {

void complain(std::string_view message) { write_to_stderr(fmt::format("interleave-cli: {}\n", message)); }

void write_to_stderr(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

}  // namespace interleave::cli

#include "app/cli/messages.h"

#include <cstdio>
#include <fmt/format.h>

#include "core/base/utf8.h"

namespace interleave::cli {

void complain(std::string_view message) { write_to_stderr(fmt::format("interleave-cli: {}\n", message)); }

void write_to_stderr(std::string_view text) { control_terminal(terminal_text(text)); }

void control_terminal(std::string_view sequence) { std::fwrite(sequence.data(), 1, sequence.size(), stderr); }

}  // namespace interleave::cli

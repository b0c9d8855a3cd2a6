#pragma once

#include <string_view>

namespace interleave::cli {

// `interleave-cli: message` on standard error.
void complain(std::string_view message);

// Text for people, on standard error: what is in it of files and their names does nothing to the terminal.
void write_to_stderr(std::string_view text);

// What is for the terminal itself.
void control_terminal(std::string_view sequence);

}  // namespace interleave::cli

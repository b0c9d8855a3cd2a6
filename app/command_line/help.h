#pragma once

#include <CLI/CLI.hpp>

namespace interleave::cli {

// Has the program, and the commands that are added to it later, explain themselves in plain words: an option by its
// name and what to write behind it, without how CLI11 checks that. `width` is that of the column of options.
void speak_plainly(CLI::App& program, std::size_t width);

}  // namespace interleave::cli

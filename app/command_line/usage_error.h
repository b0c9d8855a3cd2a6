#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace interleave::cli {

// What is wrong with a call, for the user: CLI11's own words where they suffice.
std::string explain(const CLI::App& program, const CLI::ParseError& error);

}  // namespace interleave::cli

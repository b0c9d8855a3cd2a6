#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace interleave::cli {

// Of the commands that stand directly below it, in their order.
std::vector<std::string> names_of_commands(const CLI::App& app);

// What is wrong with a call, for the user: CLI11's own words where they suffice.
std::string explain(const CLI::App& program, const CLI::ParseError& error);

}  // namespace interleave::cli

#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace interleave::cli {

// The scenario that a command works on.
void add_scenario(CLI::App& app, std::string& source);

// A whole number in decimal digits and nothing else ("2x", "1e9", "0x10", " 3" and "+3" are none); none where it is not
// within `least` .. `most`.
std::optional<std::uint64_t> whole_number(std::string_view text, std::uint64_t least, std::uint64_t most);

// Options that read their value strictly and say what they would have taken. `take` gets the value.
CLI::Option* add_whole_number(CLI::App& app, const std::string& name, std::uint64_t least, std::uint64_t most,
                              std::function<void(std::uint64_t)> take, const std::string& description);
CLI::Option* add_decimal(CLI::App& app, const std::string& name, double least, double most,
                         std::function<void(double)> take, const std::string& description);

// One word of `words`; `take` gets its position. A word of `planned` is refused as not supported by this version. Where
// there are more than kMostWordsInHelp, the description says which there are.
inline constexpr std::size_t kMostWordsInHelp = 3;
struct Choice {
  std::vector<std::string> words;
  std::vector<std::string> planned;
};
CLI::Option* add_choice(CLI::App& app, const std::string& name, Choice choice, std::function<void(std::size_t)> take,
                        const std::string& description);

// An error of usage: `what` is an option or a command, and the message goes on from there.
[[noreturn]] void refuse(const std::string& what, const std::string& message);

// `; did you mean word?` with the nearest of the words, or nothing where none is near.
std::string suggestion(std::string_view text, std::span<const std::string> words);

}  // namespace interleave::cli

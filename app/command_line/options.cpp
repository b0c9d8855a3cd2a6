#include "app/command_line/options.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <utility>

#include "core/base/nearest.h"
#include "core/base/utf8.h"

namespace interleave::cli {
namespace {

template <class Number>
std::optional<Number> whole_text(std::string_view text, Number least, Number most) {
  Number value{};
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  // Written so that a NaN fails it.
  const bool within = value >= least && value <= most;
  if (error != std::errc{} || stop != end || !within) return std::nullopt;
  return value;
}

std::optional<std::size_t> position_of(const std::vector<std::string>& words, const std::string& word) {
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return std::nullopt;
  return static_cast<std::size_t>(found - words.begin());
}

// "--mode" as "MODE"
std::string in_capitals(std::string_view option) {
  option.remove_prefix(std::min(option.find_first_not_of('-'), option.size()));
  std::string capitals(option);
  std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return capitals;
}

}  // namespace

void add_scenario(CLI::App& app, std::string& source) {
  app.add_option("SCENARIO", source, "A file, - for standard input, or the name\nof a built-in scenario")->required();
}

std::optional<std::uint64_t> whole_number(std::string_view text, std::uint64_t least, std::uint64_t most) {
  return whole_text<std::uint64_t>(text, least, most);
}

std::string suggestion(std::string_view text, std::span<const std::string> words) {
  const auto nearest = nearest_name(text, words);
  return nearest ? fmt::format("; did you mean {}?", *nearest) : "";
}

void refuse(const std::string& what, const std::string& message) { throw CLI::ValidationError(what, message); }

CLI::Option* add_whole_number(CLI::App& app, const std::string& name, std::uint64_t least, std::uint64_t most,
                              std::function<void(std::uint64_t)> take, const std::string& description) {
  auto read = [=, take = std::move(take)](const std::string& text) {
    const auto value = whole_number(text, least, most);
    if (!value) refuse(name, fmt::format("{} is not a whole number from {} to {}", in_quotes(text), least, most));
    take(*value);
  };
  return app.add_option_function<std::string>(name, std::move(read), description)->type_name("N");
}

CLI::Option* add_decimal(CLI::App& app, const std::string& name, double least, double most,
                         std::function<void(double)> take, const std::string& description) {
  auto read = [=, take = std::move(take)](const std::string& text) {
    const auto value = whole_text<double>(text, least, most);
    if (!value) refuse(name, fmt::format("{} is not a number from {} to {}", in_quotes(text), least, most));
    take(*value);
  };
  return app.add_option_function<std::string>(name, std::move(read), description)->type_name("X");
}

CLI::Option* add_choice(CLI::App& app, const std::string& name, Choice choice, std::function<void(std::size_t)> take,
                        const std::string& description) {
  const bool is_long = choice.words.size() > kMostWordsInHelp;
  const std::string type = is_long ? in_capitals(name) : fmt::format("{}", fmt::join(choice.words, "|"));
  auto read = [name, choice = std::move(choice), take = std::move(take)](const std::string& text) {
    if (const auto position = position_of(choice.words, text)) return take(*position);
    if (position_of(choice.planned, text)) {
      refuse(name,
             fmt::format("{} is not supported by this version; use one of {}", text, fmt::join(choice.words, ", ")));
    }
    refuse(name, fmt::format("{} is none of {}{}", in_quotes(text), fmt::join(choice.words, ", "),
                             suggestion(text, choice.words)));
  };
  return app.add_option_function<std::string>(name, std::move(read), description)->type_name(type);
}

}  // namespace interleave::cli

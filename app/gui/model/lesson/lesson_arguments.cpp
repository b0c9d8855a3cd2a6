#include "app/gui/model/lesson/lesson_arguments.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "core/base/json_text.h"
#include "core/lesson/lines.h"
#include "core/predict/written_name.h"

namespace interleave::gui {

std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t comma = std::min(text.find(',', at), text.size());
    parts.push_back(without_blanks(text.substr(at, comma - at)));
    at = comma + 1;
  }
  return parts;
}

std::string_view take_argument(std::string_view& text) {
  std::size_t end = text.find_first_of(" \t");
  if (text.starts_with('"')) {
    for (end = 1; end < text.size() && text[end] != '"'; ++end) {
      if (text[end] == '\\') ++end;
    }
    ++end;
  }
  const std::string_view argument = text.substr(0, end);
  text = without_blanks(text.substr(argument.size()));
  return argument;
}

std::optional<std::string_view> behind_words(std::string_view command, std::string_view words) {
  command = without_blanks(command);
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    if (command.substr(0, command.find_first_of(kBlanks)) != word) return std::nullopt;
    command = without_blanks(command.substr(word.size()));
    words = without_blanks(words.substr(word.size()));
  }
  return command;
}

std::optional<Time> read_seconds_argument(std::string_view text) {
  constexpr double kNanoseconds = 1e9;
  const auto seconds = read_decimal(text);
  if (!seconds) return std::nullopt;
  return Time(Duration(static_cast<std::int64_t>(std::llround(*seconds * kNanoseconds))));
}

std::string seconds_text(Time time) { return exact_seconds(time) + " s"; }

}  // namespace interleave::gui

#pragma once

#include <fmt/format.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/alternatives.h"
#include "core/base/nearest.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/base/utf8.h"

// Arguments of a lesson's own commands.
namespace interleave::gui {

// What stands between commas, without blanks around it.
std::vector<std::string_view> parts_of(std::string_view text);

// The first word, or the JSON string at the beginning as it stands; `text` goes on behind it.
std::string_view take_argument(std::string_view& text);

// What stands behind these words, if the command begins with them; there may be more blanks between them than one.
std::optional<std::string_view> behind_words(std::string_view command, std::string_view words);

std::optional<Time> read_seconds_argument(std::string_view text);
std::string seconds_text(Time time);

// The position of a word among those that there are, or why it is none of them.
template <class Words>
Result<std::size_t, std::string> read_word_argument(std::string_view what, std::string_view word, const Words& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == word) return i;
  }
  const auto meant = nearest_name(word, words);
  return fmt::format("{} is no {}; {}", in_quotes(word), what,
                     meant ? fmt::format("did you mean {}?", *meant) : "write " + alternatives(words));
}

}  // namespace interleave::gui

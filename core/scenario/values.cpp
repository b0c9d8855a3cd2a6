#include "core/scenario/values.h"

#include <algorithm>
#include <fmt/ranges.h>
#include <vector>

#include "core/base/utf8.h"
#include "core/scenario/decimal.h"
#include "core/scenario/wording.h"

namespace interleave {
namespace {

// A duration in seconds, as one would write it.
std::string in_seconds(Duration duration) { return fmt::format("{}", seconds(duration)); }

}  // namespace

std::optional<std::string> read_name(JsonValue value, std::string_view what, Problems& problems) {
  const std::size_t offset = value.offset();
  if (!value.is(JsonKind::string)) {
    problems.add(offset, "{} is text in double quotes, and not {}", what, describe(value));
    return std::nullopt;
  }
  const std::string_view name = value.text();
  const std::size_t length = count_characters(name);
  if (length == 0) {
    problems.add(offset, "{} is empty; write 1 to {} characters", what, kMostNameCharacters);
  } else if (length > kMostNameCharacters) {
    problems.add(offset, "{} has {} characters; write at most {}", what, length, kMostNameCharacters);
  } else if (name.find_first_of("{}") != std::string_view::npos) {
    problems.add(offset, "{} has a brace in it, which would be taken for a placeholder; leave it away", what);
  } else if (has_control_characters(name)) {
    problems.add(offset, "{} has a line break, a tab or another control character in it; leave it away", what);
  } else {
    return std::string(name);
  }
  return std::nullopt;
}

std::optional<std::int64_t> read_integer(const Field& field, std::int64_t least, std::int64_t most,
                                         Problems& problems) {
  if (field.value.is(JsonKind::number)) {
    const auto integer = read_number(field.value.text()).integer;
    if (integer && *integer >= least && *integer <= most) return integer;
  }
  const std::string range =
      least == most ? fmt::format("{}", least) : fmt::format("a whole number from {} to {}", least, most);
  problems.add(field.value.offset(), "{} is {}, and not {}", in_quotes(field.key.text()), range, describe(field.value));
  return std::nullopt;
}

std::optional<Duration> read_duration(const Field& field, Duration least, Duration most, Problems& problems) {
  if (field.value.is(JsonKind::number)) {
    if (const auto duration = read_seconds(field.value.text(), least, most)) return duration;
  }
  problems.add(field.value.offset(), "{} is a number of seconds from {} to {}, and not {}", in_quotes(field.key.text()),
               in_seconds(least), in_seconds(most), describe(field.value));
  return std::nullopt;
}

std::optional<bool> read_boolean(const Field& field, Problems& problems) {
  if (field.value.is(JsonKind::boolean)) return field.value.is_true();
  problems.add(field.value.offset(), "{} is true or false, and not {}", in_quotes(field.key.text()),
               describe(field.value));
  return std::nullopt;
}

std::optional<std::size_t> read_word(const Field& field, std::span<const std::string_view> words, Problems& problems) {
  if (field.value.is(JsonKind::string)) {
    const auto found = std::find(words.begin(), words.end(), field.value.text());
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  }
  const std::size_t offset = field.value.offset();
  if (!problems.wants(offset)) return std::nullopt;
  std::vector<std::string> choices;
  for (const std::string_view word : words) choices.push_back(in_quotes(word));
  const std::string hint = field.value.is(JsonKind::string) ? suggestion(field.value.text(), words) : "";
  problems.add(offset, "{} is one of {}, and not {}{}", in_quotes(field.key.text()), fmt::join(choices, ", "),
               describe(field.value), hint);
  return std::nullopt;
}

bool check_list(const Field& field, std::string_view of_what, Problems& problems) {
  if (field.value.is(JsonKind::array)) return true;
  problems.add(field.value.offset(), "{} is a list of {}, [...], and not {}", in_quotes(field.key.text()), of_what,
               describe(field.value));
  return false;
}

}  // namespace interleave

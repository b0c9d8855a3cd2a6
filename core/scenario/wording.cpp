#include "core/scenario/wording.h"

#include <fmt/format.h>

#include "core/base/nearest.h"
#include "core/base/utf8.h"

namespace interleave {

std::string describe(JsonValue value) {
  constexpr std::size_t kMostDigits = 40;
  switch (value.kind()) {
    case JsonKind::object:
      return "an object";
    case JsonKind::array:
      return "a list";
    case JsonKind::string:
      return "the text " + in_quotes(value.text());
    case JsonKind::number:
      if (value.text().size() > kMostDigits) return fmt::format("{}...", value.text().substr(0, kMostDigits));
      break;
    case JsonKind::null:
    case JsonKind::boolean:
      break;
  }
  return std::string(value.text());
}

std::string suggestion(std::string_view word, std::span<const std::string_view> names) {
  const auto name = nearest_name(word, names);
  return name ? fmt::format("; did you mean {}?", in_quotes(*name)) : "";
}

}  // namespace interleave

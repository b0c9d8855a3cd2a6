#include "core/predict/written_name.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <fmt/format.h>

#include "core/base/json_text.h"
#include "core/scenario/json_document.h"

namespace interleave {

std::optional<std::string> read_name(std::string_view text) {
  if (!text.starts_with('"')) return std::string(text);
  const auto document = parse_json(text);
  if (!document || !document.value().root().is(JsonKind::string)) return std::nullopt;
  return std::string(document.value().root().text());
}

std::string written_name(std::string_view name) {
  const bool is_plain = !name.empty() && name.find_first_of(" \t\",:") == std::string_view::npos;
  return is_plain ? std::string(name) : json_string(name);
}

std::string decimal_text(double number) {
  std::string text = number < 1 ? fmt::format("{:.3f}", number) : fmt::format("{:.2f}", number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::optional<double> read_decimal(std::string_view text) {
  constexpr double kMost = 1e9;
  std::string with_point(text);
  std::replace(with_point.begin(), with_point.end(), ',', '.');
  const bool is_plain = with_point.find_first_not_of("0123456789.") == std::string::npos;
  double number = 0;
  const char* const end = with_point.data() + with_point.size();
  const auto read = std::from_chars(with_point.data(), end, number, std::chars_format::fixed);
  if (!is_plain || read.ec != std::errc{} || read.ptr != end || number > kMost) return std::nullopt;
  return number;
}

}  // namespace interleave

#include "core/base/json_text.h"

#include <cstddef>
#include <cstdint>
#include <fmt/format.h>
#include <iterator>

#include "core/base/utf8.h"

namespace interleave {
namespace {

bool is_plain(char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; }

void append_escaped(std::string& to, char c) {
  switch (c) {
    case '"':
      to += "\\\"";
      return;
    case '\\':
      to += "\\\\";
      return;
    case '\b':
      to += "\\b";
      return;
    case '\f':
      to += "\\f";
      return;
    case '\n':
      to += "\\n";
      return;
    case '\r':
      to += "\\r";
      return;
    case '\t':
      to += "\\t";
      return;
    default:
      fmt::format_to(std::back_inserter(to), "\\u{:04x}", static_cast<unsigned char>(c));
      return;
  }
}

}  // namespace

std::string json_string(std::string_view text) {
  std::string result;
  append_json_string(result, text);
  return result;
}

void append_json_string(std::string& to, std::string_view text) {
  to += '"';
  while (!text.empty()) {
    std::size_t plain = 0;
    while (plain < text.size() && is_plain(text[plain])) ++plain;
    to += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const std::size_t length = utf8_length(text);
    if (length == 0) {
      to += "\uFFFD";
    } else if (length == 1 && text.front() != '\x7f') {
      append_escaped(to, text.front());
    } else {
      to += text.substr(0, length);
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  to += '"';
}

std::string exact_seconds(Duration length) {
  std::string result;
  append_exact_seconds(result, length);
  return result;
}

std::string exact_seconds(Time moment) { return exact_seconds(moment.time_since_epoch()); }

void append_exact_seconds(std::string& to, Duration length) {
  constexpr std::uint64_t kSecond = 1'000'000'000;
  if (length < Duration{0}) to += '-';
  const auto ns = static_cast<std::uint64_t>(length < Duration{0} ? -length.count() : length.count());
  const fmt::format_int whole(ns / kSecond);
  to.append(whole.data(), whole.size());
  if (ns % kSecond == 0) return;
  const fmt::format_int digits(kSecond + ns % kSecond);  // a 1, then nine digits
  std::size_t size = digits.size();
  while (digits.data()[size - 1] == '0') --size;
  to += '.';
  to.append(digits.data() + 1, size - 1);
}

}  // namespace interleave

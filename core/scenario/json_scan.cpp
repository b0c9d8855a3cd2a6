#include "core/scenario/json_scan.h"

#include <algorithm>

namespace interleave {
namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Where the comment that begins at `at` is over; `at` itself where there is none or it is not closed.
std::size_t skip_comment(std::string_view text, std::size_t at) {
  const std::string_view opening = text.substr(at, 2);
  if (opening == "//") return std::min(text.find_first_of("\r\n", at), text.size());
  if (opening != "/*") return at;
  const std::size_t closing = text.find("*/", at + 2);
  return closing == std::string_view::npos ? at : closing + 2;
}

}  // namespace

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t next = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
    next = skip_comment(text, next);
    if (next == at) break;
    at = next;
  }
  return at;
}

std::size_t number_end(std::string_view text, std::size_t at) {
  const auto skip_digits = [&] { at = std::min(text.find_first_not_of("0123456789", at), text.size()); };
  const auto next_is = [&](std::string_view any) {
    return at < text.size() && any.find(text[at]) != std::string_view::npos;
  };
  if (next_is("-")) ++at;
  if (next_is("0")) {
    ++at;
  } else {
    skip_digits();
  }
  if (next_is(".")) {
    ++at;
    skip_digits();
  }
  if (next_is("eE")) {
    ++at;
    if (next_is("+-")) ++at;
    skip_digits();
  }
  return at;
}

std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_word(text[at])) ++at;
  return at;
}

}  // namespace interleave

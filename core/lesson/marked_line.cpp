#include "core/lesson/marked_line.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "core/base/blanks.h"

namespace interleave::lesson {
namespace {

constexpr std::string_view kMarkEnd = " \t";

bool is_rule_itself(std::string_view text) {
  if (text.empty()) return false;
  const char mark = text.front();
  if (mark != '-' && mark != '*' && mark != '_') return false;
  const bool alone = text.find_first_not_of(std::string{mark, ' ', '\t'}) == std::string_view::npos;
  return alone && std::count(text.begin(), text.end(), mark) >= 3;
}

bool is_heading_itself(std::string_view text) {
  const std::size_t end = std::min(text.find_first_not_of('#'), text.size());
  return end > 0 && (end == text.size() || kMarkEnd.find(text[end]) != std::string_view::npos);
}

// Whether that holds of the text or of what is within marks.
bool somewhere_within(std::string_view line, bool (*holds)(std::string_view)) {
  for (std::string_view text = without_blanks(line); !text.empty(); text = behind_mark(text)) {
    if (holds(text)) return true;
  }
  return false;
}

}  // namespace

std::string_view behind_mark(std::string_view line) {
  constexpr std::size_t kMostDigits = 9;
  const std::string_view text = without_blanks(line);
  if (text.starts_with('>')) return without_blanks(text.substr(1));
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::size_t mark = text.find_first_of(digits == 0 ? "-*+" : ".)", digits);
  const bool is_item = digits <= kMostDigits && mark == digits && mark + 1 < text.size() &&
                       kMarkEnd.find(text[mark + 1]) != std::string_view::npos;
  return is_item ? without_blanks(text.substr(mark + 1)) : std::string_view();
}

bool is_rule(std::string_view line) { return somewhere_within(line, is_rule_itself); }

bool is_underlined_heading(std::string_view line) { return !somewhere_within(line, is_heading_itself); }

}  // namespace interleave::lesson

#include "tests/interchange/xml_check.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <vector>

#include "core/base/utf8.h"

namespace interleave::testing {
namespace {

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == ':';
  });
}

std::string problem_with_text(std::string_view text) {
  constexpr std::array<std::string_view, 4> kEntities = {"&amp;", "&lt;", "&gt;", "&quot;"};
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '<') return "a bare <";
    if (text[i] != '&') continue;
    const std::string_view rest = text.substr(i);
    if (std::none_of(kEntities.begin(), kEntities.end(), [&](auto entity) { return rest.starts_with(entity); })) {
      return "an unknown entity";
    }
  }
  return "";
}

// `name="value"`, any number of times.
std::string problem_with_attributes(std::string_view text) {
  std::set<std::string_view> names;
  while (!text.empty()) {
    if (text.front() != ' ') return "no space before an attribute";
    text.remove_prefix(1);
    const std::size_t equals = text.find("=\"");
    if (equals == text.npos || !is_name(text.substr(0, equals))) return "no attribute";
    if (!names.insert(text.substr(0, equals)).second) return "an attribute twice";
    text.remove_prefix(equals + 2);
    const std::size_t end = text.find('"');
    if (end == text.npos) return "an attribute without end";
    if (const std::string problem = problem_with_text(text.substr(0, end)); !problem.empty()) return problem;
    text.remove_prefix(end + 1);
  }
  return "";
}

}  // namespace

std::string problem_with_xml(std::string_view text) {
  if (first_invalid_utf8(text) != text.npos) return "invalid UTF-8";
  if (std::any_of(text.begin(), text.end(), [](char c) { return c >= 0 && c < ' ' && c != '\n'; })) return "a control";
  constexpr std::string_view kStart = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  if (!text.starts_with(kStart)) return "no declaration";
  text.remove_prefix(kStart.size());
  std::vector<std::string_view> open;
  for (bool first = true; first || !open.empty(); first = false) {
    const std::size_t tag = text.find('<');
    if (tag == text.npos) return "an element without end";
    if (const std::string problem = problem_with_text(text.substr(0, tag)); !problem.empty()) return problem;
    const std::size_t end = text.find('>', tag);
    if (end == text.npos) return "a tag without end";
    std::string_view inner = text.substr(tag + 1, end - tag - 1);
    text.remove_prefix(end + 1);
    if (inner.starts_with('/')) {
      if (open.empty() || open.back() != inner.substr(1)) return "a tag that does not match";
      open.pop_back();
      continue;
    }
    const bool closed = inner.ends_with('/');
    if (closed) inner.remove_suffix(1);
    const std::string_view name = inner.substr(0, inner.find(' '));
    if (!is_name(name)) return "an element without name";
    if (const auto problem = problem_with_attributes(inner.substr(name.size())); !problem.empty()) return problem;
    if (!closed) open.push_back(name);
  }
  return text == "\n" ? "" : "something behind the root";
}

}  // namespace interleave::testing

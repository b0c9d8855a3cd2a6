#include "core/scenario/text_template.h"

#include <fmt/format.h>

#include "core/base/utf8.h"

namespace interleave {
namespace {

void add_plain(std::vector<TextPiece>& pieces, std::string_view text) {
  if (text.empty()) return;
  if (pieces.empty() || pieces.back().is_placeholder) pieces.emplace_back();
  pieces.back().text += text;
}

TemplateError lone_brace(char brace, std::string_view text, std::size_t at) {
  constexpr std::size_t kShown = 20;
  return {fmt::format("the \"{0}\" in {1} has no partner; a placeholder is written {{name}}, and a brace itself {0}{0}",
                      brace, in_quotes(text.substr(at, kShown)))};
}

}  // namespace

Result<std::vector<TextPiece>, TemplateError> parse_template(std::string_view text) {
  std::vector<TextPiece> pieces;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t brace = text.find_first_of("{}", at);
    add_plain(pieces, text.substr(at, brace - at));
    if (brace == std::string_view::npos) break;
    if (text.substr(brace, 2) == "{{" || text.substr(brace, 2) == "}}") {
      add_plain(pieces, text.substr(brace, 1));
      at = brace + 2;
      continue;
    }
    if (text[brace] == '}') return lone_brace('}', text, brace);
    const std::size_t end = text.find_first_of("{}", brace + 1);
    if (end == std::string_view::npos || text[end] == '{') return lone_brace('{', text, brace);
    if (end == brace + 1) return TemplateError{"{} names nothing; write a name between the braces, or {{}} for braces"};
    pieces.push_back({true, std::string(text.substr(brace + 1, end - brace - 1))});
    at = end + 1;
  }
  return pieces;
}

}  // namespace interleave

#include "app/cli/handout/html_text.h"

#include <fmt/format.h>

#include "core/interchange/svg_shapes.h"

namespace interleave::cli {
namespace {

// Shows every line, without its end, to `add`; and whether it is the last one.
template <class Add>
void for_each_line(std::string_view text, const Add& add) {
  for (;;) {
    const std::size_t end = text.find('\n');
    add(text.substr(0, end), end == std::string_view::npos);
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

// With a <br/> for each line break within it.
std::string html_lines(std::string_view text) {
  std::string result;
  for_each_line(text,
                [&](std::string_view line, bool is_last) { result += html_text(line) + (is_last ? "" : "<br/>"); });
  return result;
}

}  // namespace

std::string html_text(std::string_view text) {
  constexpr std::string_view kTab = "    ";
  std::string result;
  for (std::size_t tab = text.find('\t'); tab != std::string_view::npos; tab = text.find('\t')) {
    result += xml_text(text.substr(0, tab)).append(kTab);
    text.remove_prefix(tab + 1);
  }
  return result + xml_text(text);
}

std::string html_words(const lesson::Words& words) {
  std::string result;
  for (const lesson::Piece& piece : words) {
    std::string text = html_lines(piece.text);
    if (piece.emphasis.code) text = fmt::format("<code>{}</code>", text);
    if (piece.emphasis.slanted) text = fmt::format("<em>{}</em>", text);
    if (piece.emphasis.strong) text = fmt::format("<strong>{}</strong>", text);
    result += text;
  }
  return result;
}

std::string html_code(std::string_view text, std::string_view marked) {
  text = text.substr(0, text.find_last_not_of('\n') + 1);
  std::string result = "<pre><code>";
  for_each_line(text, [&](std::string_view line, bool is_last) {
    const bool stands_out = !marked.empty() && line.find(marked) != std::string_view::npos;
    result += stands_out ? fmt::format("<mark>{}</mark>", html_text(line)) : html_text(line);
    if (!is_last) result += '\n';
  });
  return result + "</code></pre>\n";
}

}  // namespace interleave::cli

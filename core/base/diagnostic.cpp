#include "core/base/diagnostic.h"

#include <fmt/format.h>
#include <string_view>

namespace interleave {
namespace {

// What puts the caret below its character: a blank for each character before it, and tabs where the line has tabs,
// since only the terminal knows how wide they are.
std::string indent(std::string_view line, std::size_t caret_column) {
  std::string blanks;
  for (const char byte : line) {
    const bool begins_character = (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    if (!begins_character) continue;
    if (blanks.size() + 1 >= caret_column) break;
    blanks += byte == '\t' ? '\t' : ' ';
  }
  blanks.resize(caret_column - 1, ' ');
  return blanks;
}

}  // namespace

std::string to_string(const Diagnostic& diagnostic) {
  return fmt::format("{}:{}:{}: {}\n{}\n{}^\n", diagnostic.file, diagnostic.position.line, diagnostic.position.column,
                     diagnostic.message, diagnostic.source_line,
                     indent(diagnostic.source_line, diagnostic.caret_column));
}

std::string to_string(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) text += to_string(diagnostic);
  return text;
}

}  // namespace interleave

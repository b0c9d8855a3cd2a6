#include "core/base/source_text.h"

#include <algorithm>
#include <utility>

#include "core/base/utf8.h"

namespace interleave {
namespace {

constexpr std::size_t kStride = 256;
constexpr std::size_t kMostShown = 100;  // characters of a line on each side of the position

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

void advance(SourcePosition& position, char byte) {
  if (byte == '\n') {
    ++position.line;
    position.column = 1;
  } else if (begins_character(byte)) {
    ++position.column;
  }
}

// Up to kMostShown characters before `at`, as a length in bytes; no more than `available`.
std::size_t bytes_before(std::string_view text, std::size_t at, std::size_t available) {
  std::size_t bytes = 0;
  for (std::size_t characters = 0; bytes < available && characters < kMostShown;) {
    ++bytes;
    if (begins_character(text[at - bytes])) ++characters;
  }
  return bytes;
}

std::size_t bytes_after(std::string_view text, std::size_t at, std::size_t available) {
  std::size_t bytes = 0;
  for (std::size_t characters = 0; bytes < available; ++bytes) {
    if (begins_character(text[at + bytes]) && ++characters > kMostShown) break;
  }
  return bytes;
}

}  // namespace

SourceText::SourceText(std::string_view text) : text_(text) {
  checkpoints_.reserve(text.size() / kStride + 1);
  SourcePosition position;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at % kStride == 0) checkpoints_.push_back(position);
    if (at < text.size()) advance(position, text[at]);
  }
}

SourcePosition SourceText::position(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  SourcePosition position = checkpoints_[offset / kStride];
  for (std::size_t at = offset - offset % kStride; at < offset; ++at) advance(position, text_[at]);
  return position;
}

Diagnostic SourceText::diagnostic(std::string_view file, std::size_t offset, std::string message) const {
  offset = std::min(offset, text_.size());
  const std::size_t line_break = offset == 0 ? std::string_view::npos : text_.rfind('\n', offset - 1);
  const std::size_t begin = line_break == std::string_view::npos ? 0 : line_break + 1;
  std::size_t end = std::min(text_.find('\n', offset), text_.size());
  if (end > offset && text_[end - 1] == '\r') --end;

  const std::size_t before = bytes_before(text_, offset, offset - begin);
  const std::size_t after = bytes_after(text_, offset, end - offset);
  std::string line = before < offset - begin ? "..." : "";
  line += terminal_text(text_.substr(offset - before, before), "\t");
  const std::size_t caret = count_characters(line) + 1;
  line += terminal_text(text_.substr(offset, after), "\t");
  if (after < end - offset) line += "...";
  return {std::string(file), position(offset), std::move(message), std::move(line), caret};
}

}  // namespace interleave

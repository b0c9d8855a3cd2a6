#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace interleave {

// A part of a text with placeholders: either the name between a pair of braces, or text that stands for itself.
struct TextPiece {
  bool is_placeholder = false;
  std::string text;

  friend bool operator==(const TextPiece&, const TextPiece&) = default;
};

// What is wrong with the braces of a text, and what to write instead.
struct TemplateError {
  std::string message;
};

// Takes "Ordered {item}" apart; {{ and }} stand for braces. No two pieces of plain text follow each other, and none is
// empty. Whether the names mean anything is not asked.
Result<std::vector<TextPiece>, TemplateError> parse_template(std::string_view text);

}  // namespace interleave

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/language.h"

namespace interleave {

enum class TokenClass : std::uint8_t { plain, keyword, string, number, comment };

// A part of a line, in bytes; it begins and ends between characters.
struct SourceToken {
  std::size_t begin = 0;
  std::size_t length = 0;
  TokenClass kind = TokenClass::plain;

  friend bool operator==(const SourceToken&, const SourceToken&) = default;
};

// The parts of a listing's line, one behind the other, from its first byte to its last; no two plain ones in a row. In
// an f-string, the placeholders are plain. No token of a listing goes beyond its line.
std::vector<SourceToken> tokens_of(std::string_view line, Language language);

}  // namespace interleave

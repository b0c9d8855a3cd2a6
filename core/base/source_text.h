#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/diagnostic.h"

namespace interleave {

// The text of a file, which knows line and column of each of its bytes and makes diagnostics that show its lines. It
// does not own the text. Asking for a position costs the same whatever the length of the lines.
class SourceText {
 public:
  explicit SourceText(std::string_view text);

  std::string_view text() const { return text_; }

  // The place of the byte at `offset`, at most the end of the text.
  SourcePosition position(std::size_t offset) const;

  // A diagnostic at that byte. What a terminal cannot show of the line is replaced, character for character.
  Diagnostic diagnostic(std::string_view file, std::size_t offset, std::string message) const;

 private:
  std::string_view text_;
  std::vector<SourcePosition> checkpoints_;  // the position at every kStride-th byte
};

}  // namespace interleave

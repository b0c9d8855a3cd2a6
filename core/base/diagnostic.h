#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace interleave {

// A place in a text file: both count from 1, columns in characters (code points), not bytes.
struct SourcePosition {
  std::size_t line = 1;
  std::size_t column = 1;

  friend bool operator==(const SourcePosition&, const SourcePosition&) = default;
};

// One thing that is wrong with something the user wrote: where, what, and what to write instead.
struct Diagnostic {
  std::string file;  // as the user named it
  SourcePosition position;
  std::string message;           // what is wrong, and what to write instead
  std::string source_line;       // the line it stands on, without its end; long lines are cut around the position
  std::size_t caret_column = 1;  // where the caret goes under source_line, from 1, in characters
};

using Diagnostics = std::vector<Diagnostic>;

// `file:line:column: message`, the line, and a caret below the place; each line ends in a newline.
std::string to_string(const Diagnostic& diagnostic);
std::string to_string(const Diagnostics& diagnostics);

}  // namespace interleave

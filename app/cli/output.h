#pragma once

#include <string>
#include <string_view>

#include "app/cli/exit_code.h"
#include "app/files/replace_file.h"

namespace interleave::cli {

// Writes the text to standard output and flushes it.
WriteError write_to_stdout(std::string_view text);

// Where a command's result goes: a file, which is replaced whole or not at all, or standard output ("-" or no name).
class OutputTarget {
 public:
  explicit OutputTarget(std::string path) : path_(std::move(path)) {}

  bool is_stdout() const { return path_ == "-"; }
  // Whether it can be written, found out before the work is done.
  WriteError check() const;
  WriteError write(std::string_view text) const;

 private:
  std::string path_;
};

// Writes a command's result and says what went wrong if anything did: done, or bad_input.
ExitCode deliver(const OutputTarget& target, std::string_view text);

}  // namespace interleave::cli

#pragma once

#include <string>
#include <vector>

#include "app/files/replace_file.h"
#include "core/timeline/timeline.h"

namespace interleave::cli {

// What the program would have printed, then `Elapsed: 5.00 s`.
std::string console_text(const Timeline& timeline);

// `Elapsed: 5.00 s`, for a finished timeline.
std::string elapsed_line(const Timeline& timeline);

// Prints a run's lines to standard output when they happen.
class LiveConsole {
 public:
  // Prints what was not printed yet and flushes it.
  WriteError print_new(const Timeline& timeline);

 private:
  std::vector<OutputLine> printed_;  // in the order of the timeline, which may be another than that of printing
};

}  // namespace interleave::cli

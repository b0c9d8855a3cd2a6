#pragma once

#include "app/cli/exit_code.h"
#include "app/cli/format.h"
#include "core/timeline/timeline.h"

namespace interleave::cli {

// Says on standard error what a reader of the result must know besides: the run's note, unless the format has it, and
// how the run ended unless well.
void say_remarks(const Timeline& timeline, Format format);

// What the program ends with after this run.
ExitCode exit_code_of(const Timeline& timeline);

}  // namespace interleave::cli

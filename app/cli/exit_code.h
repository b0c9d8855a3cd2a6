#pragma once

namespace interleave::cli {

enum class ExitCode : int {
  done = 0,
  failed = 1,  // a task failed or the run deadlocked
  bad_input = 2,
  interrupted = 130,
};

}  // namespace interleave::cli

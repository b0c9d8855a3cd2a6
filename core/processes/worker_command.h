#pragma once

#include <optional>
#include <string_view>

namespace interleave {

// The one argument with which a program is told to be a worker process of another one.
inline constexpr std::string_view kWorkerCommand = "worker-process";

// For the beginning of `main` of every program that runs scenarios on the real clock: where the program was started to
// be a worker process, it is that until it ends, and the program's exit code is given back. Else none, and nothing has
// happened.
std::optional<int> run_worker_command(int count, const char* const* arguments);

}  // namespace interleave

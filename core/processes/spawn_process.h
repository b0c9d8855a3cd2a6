#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace interleave {

struct SpawnedProcess {
  int process = 0;  // as the system knows it
  int socket = -1;  // this process's end of a connection to it, the caller's to close
};

// Starts this very program again, with that one argument, and its end of the connection as its standard input; what it
// writes to its standard output is lost. Or says why the system has no more.
Result<SpawnedProcess, std::string> spawn_process(std::string_view argument);

// At once, whatever it is doing.
void kill_process(int process);
// The same, and waits until it is no more. It is unknown to the system from then on.
void end_process(int process);

}  // namespace interleave

#pragma once

#include "core/base/time.h"

namespace interleave {

// Asks the system to wake the calling thread as punctually as it can, and names it in debuggers (15 bytes are kept).
void prepare_worker_thread(const char* name);

// Keeps the calling thread's core busy until it has used so much CPU time of its own; returns what it used.
Duration burn_cpu(Duration cpu_time);

}  // namespace interleave

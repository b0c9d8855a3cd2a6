#pragma once

#include <cassert>

#include "core/execution/execution.h"
#include "core/runtime/virtual_runtime.h"
#include "core/threads/os_runtime.h"

// Whole runs, as `simulate` and `LiveRun` make them, without the timeline.
namespace interleave::bench {

inline void run_virtual(const Scenario& scenario, Mode mode, Recorder* recorder) {
  VirtualRuntime runtime({});
  const Program program(scenario);
  Execution execution(program, {.mode = mode}, runtime, recorder);
  runtime.run(execution.main_program());
}

inline void run_on_threads(Execution& execution, OsRuntime& runtime) {
  [[maybe_unused]] const auto spawned = runtime.spawn("main program", execution.main_program());
  assert(spawned);
  while (!runtime.wait_for(std::chrono::seconds(1))) {
  }
}

}  // namespace interleave::bench

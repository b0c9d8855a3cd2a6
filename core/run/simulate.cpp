#include "core/run/simulate.h"

#include <utility>

#include "core/execution/execution.h"
#include "core/execution/program.h"
#include "core/record/recorder.h"
#include "core/run/run_info.h"
#include "core/run/run_parts.h"
#include "core/runtime/virtual_runtime.h"

namespace interleave {

std::shared_ptr<const Timeline> simulate(const Scenario& scenario, const RunSettings& settings) {
  return simulate_program(Program(scenario), settings);
}

std::shared_ptr<const Timeline> simulate_program(const Program& program, const RunSettings& settings) {
  const Scenario& scenario = program.scenario();
  Recorder recorder;
  VirtualRuntime runtime({.cores = scenario.machine.cores,
                          .time_slice = scenario.machine.time_slice,
                          .gil = needs_gil(scenario, settings),
                          .seed = settings.seed});
  Execution execution(program, execution_settings(settings), runtime, &recorder);
  const VirtualRuntime::End end = runtime.run(execution.main_program());

  Batch batch = recorder.drain([] { return kNever.time_since_epoch().count(); });
  batch.closed_until = runtime.stamp();
  batch.clock_changes.push_back({0, Time{}, 1});
  auto timeline = std::make_shared<Timeline>(run_info(scenario, settings, ClockKind::virtual_time));
  timeline->append(batch);
  timeline->finish(end == VirtualRuntime::End::finished
                       ? end_of_finished(*timeline)
                       : RunEnd{Outcome::deadlocked, "every task waits for another", runtime.now()});
  return timeline;
}

}  // namespace interleave

#include "core/run/simulate.h"

#include <utility>

#include "core/execution/execution.h"
#include "core/record/recorder.h"
#include "core/run/run_info.h"
#include "core/run/run_parts.h"
#include "core/runtime/virtual_runtime.h"

namespace interleave {

Simulator::Simulator(const Scenario& scenario) : program_(scenario), info_(program_info(scenario)) {}

std::shared_ptr<const Timeline> Simulator::run(const RunSettings& settings) const {
  const Machine& machine = program_.scenario().machine;
  Recorder recorder;
  VirtualRuntime runtime({.cores = machine.cores,
                          .time_slice = machine.time_slice,
                          .gil = needs_gil(program_.scenario(), settings),
                          .seed = settings.seed,
                          .switch_cost = machine.switch_cost});
  Execution execution(program_, execution_settings(settings), runtime, &recorder);
  const VirtualRuntime::End end = runtime.run(execution.main_program());

  Batch batch = recorder.drain([] { return kNever.time_since_epoch().count(); });
  batch.closed_until = runtime.stamp();
  batch.clock_changes.push_back({0, Time{}, 1});
  auto timeline = std::make_shared<Timeline>(run_info(info_, settings, ClockKind::virtual_time));
  timeline->append(batch);
  timeline->finish(end == VirtualRuntime::End::finished ? end_of_finished(*timeline)
                                                        : end_of_deadlocked(*timeline, runtime.now()));
  return timeline;
}

std::shared_ptr<const Timeline> simulate(const Scenario& scenario, const RunSettings& settings) {
  return Simulator(scenario).run(settings);
}

}  // namespace interleave

#include "core/run/simulate.h"

#include <utility>

#include "core/run/run_info.h"
#include "core/run/schedule_problem.h"
#include "core/run/virtual_run.h"

namespace interleave {

Simulator::Simulator(const Scenario& scenario) : program_(scenario), info_(program_info(scenario)) {}

std::shared_ptr<const Timeline> Simulator::run(const RunSettings& settings) const {
  VirtualRun run(program_, settings);
  run.go();
  return run.timeline(run_info(info_, settings, ClockKind::virtual_time), run.take_events());
}

Result<std::shared_ptr<const Timeline>, std::string> Simulator::run_by_schedule(const RunSettings& settings) const {
  VirtualRun run(program_, settings);
  run.go();
  std::shared_ptr<const Timeline> timeline =
      run.timeline(run_info(info_, settings, ClockKind::virtual_time), run.take_events());
  if (run.gate().next() != nullptr) return schedule_problem(run, *timeline);
  return timeline;
}

std::shared_ptr<const Timeline> simulate(const Scenario& scenario, const RunSettings& settings) {
  return Simulator(scenario).run(settings);
}

}  // namespace interleave

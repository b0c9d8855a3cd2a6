#include "core/run/virtual_run.h"

#include "core/run/run_parts.h"

namespace interleave {
namespace {

VirtualRuntime::Options options_of(const Scenario& scenario, const RunSettings& settings, const Gate& gate) {
  const Machine& machine = scenario.machine;
  return {.cores = machine.cores,
          .time_slice = machine.time_slice,
          .gil = needs_gil(scenario, settings),
          .seed = settings.seed,
          .switch_cost = machine.switch_cost,
          .clock_stop = gate.is_exact() && gate.orders() ? &gate : nullptr};
}

Execution::Settings settings_with(const RunSettings& run, Gate& gate, bool with_dealings) {
  Execution::Settings settings = execution_settings(run);
  settings.gate = &gate;
  settings.with_dealings = with_dealings;
  return settings;
}

}  // namespace

VirtualRun::VirtualRun(const Program& program, const RunSettings& settings, bool stays_closed)
    : gate_(program, settings.mode,
            {.schedule = settings.schedule,
             .with_lines = settings.with_lines,
             .stays_closed = stays_closed,
             .timing = settings.timing}),
      runtime_(options_of(program.scenario(), settings, gate_)),
      execution_(program, settings_with(settings, gate_, stays_closed), runtime_, &recorder_) {}

void VirtualRun::go() { end_ = runtime_.run(execution_.main_program()); }

Batch VirtualRun::take_events() {
  Batch batch = recorder_.drain([] { return kNever.time_since_epoch().count(); });
  batch.closed_until = runtime_.stamp();
  batch.clock_changes.push_back({0, Time{}, 1});
  return batch;
}

std::shared_ptr<Timeline> VirtualRun::timeline(RunInfo info, const Batch& batch) const {
  info.schedule = gate_.taken();
  info.timing = gate_.schedule().empty() ? Timing::exact : gate_.timing();
  auto timeline = std::make_shared<Timeline>(std::move(info));
  timeline->append(batch);
  if (gate_.orders() && !gate_.possible().empty()) return timeline;
  timeline->finish(end_ == VirtualRuntime::End::finished ? end_of_finished(*timeline)
                                                         : end_of_deadlocked(*timeline, runtime_.now()));
  return timeline;
}

}  // namespace interleave

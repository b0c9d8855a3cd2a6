#include "core/predict/own_durations.h"

#include "core/run/simulate.h"

namespace interleave {

std::vector<Duration> own_durations(const Scenario& scenario, RunSettings settings) {
  settings.mode = Mode::sequential;
  settings.schedule.clear();
  settings.changes.clear();
  const auto timeline = simulate(scenario, settings);
  std::vector<Duration> durations;
  for (const TaskTrack& task : timeline->tasks()) {
    Duration sum{0};
    for (const Span& span : task.spans) {
      const bool is_own = span.state == State::running || (span.state == State::waiting && span.cause == Cause::sleep);
      if (is_own) sum += span.end - span.begin;
    }
    durations.push_back(sum);
  }
  return durations;
}

}  // namespace interleave

// Short real runs that are paused, sped up, resized and cancelled at random moments.
#include <chrono>
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "core/live/live_run.h"
#include "tests/run/run_problems.h"
#include "tests/support/property.h"

using namespace interleave;
using namespace interleave::testing;
using namespace std::chrono_literals;

namespace {

void disturb(LiveRun& run) {
  switch (*rc::gen::inRange(0, 6)) {
    case 0:
      return run.pause();
    case 1:
      return run.resume();
    case 2:
      return run.set_speed(*rc::gen::element(0.1, 1.0, 10.0, 100.0));
    case 3:
    case 4:
      return run.set_max_workers(*rc::gen::inRange(1, 6));
    default:
      run.wait_for(std::chrono::microseconds(*rc::gen::inRange(0, 2'000)));
  }
}

// What a task printed is the beginning of what it was to print; and all of it, when it finished.
bool lines_fit(const PlannedScenario& planned, const Timeline& run) {
  for (std::size_t i = 0; i < planned.tasks.size(); ++i) {
    const std::vector<std::string> expected = planned.tasks[i].lines();
    std::size_t next = 0;
    for (const OutputLine& line : run.output()) {
      if (index(line.task) != i) continue;
      if (next == expected.size() || line.text != expected[next++]) return false;
    }
    if (run.tasks()[i].outcome == Outcome::finished && next != expected.size()) return false;
  }
  return true;
}

bool outcomes_fit(const Timeline& run) {
  if (!run.finished() || (run.end()->outcome != Outcome::finished && run.end()->outcome != Outcome::cancelled)) {
    return false;
  }
  for (const TaskTrack& task : run.tasks()) {
    if (run.end()->outcome == Outcome::finished && task.outcome != Outcome::finished) return false;
    if (task.outcome == Outcome::not_started && task.started) return false;
    if (task.outcome == Outcome::cancelled && !task.started) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("runs that are disturbed at random moments end whole, as far as they got, and on time to be joined") {
  const auto over = std::chrono::steady_clock::now() + 2s;
  CHECK(holds(100'000, [over] {
    if (std::chrono::steady_clock::now() > over) return;
    const PlannedScenario planned = random_scenario({.grain = 100us});
    RunSettings settings;
    settings.mode = *rc::gen::elementOf(kModes);
    settings.max_workers = *rc::gen::inRange(1, 4);
    settings.gil = *rc::gen::arbitrary<bool>();
    RC_LOG() << planned.text << "\nmode " << name(settings.mode) << "\n";
    LiveRun run(planned.scenario, settings, 10);
    for (int i = *rc::gen::inRange(0, 12); i > 0; --i) disturb(run);
    // A third is cancelled, a third is left to end, a third is destroyed as it is.
    const int fate = *rc::gen::inRange(0, 3);
    if (fate == 0) return;
    if (fate == 1) run.cancel();
    run.set_speed(100);
    run.resume();
    const auto give_up = std::chrono::steady_clock::now() + 60s;
    while (!run.timeline()->finished() && std::chrono::steady_clock::now() < give_up) run.wait_for(1s);
    RC_ASSERT(outcomes_fit(*run.timeline()));
    RC_ASSERT(lines_fit(planned, *run.timeline()));
    RC_ASSERT(problem_with_lanes(*run.timeline()) == "");
  }));
}

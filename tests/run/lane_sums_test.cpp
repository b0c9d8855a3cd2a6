#include <doctest/doctest.h>

#include "core/run/simulate.h"
#include "tests/support/scenarios.h"

using namespace interleave;
using namespace interleave::testing;

namespace {

KindTimes added_up(const std::vector<Span>& spans) {
  KindTimes sum;
  for (const Span& span : spans) sum[kind_of(span)] += span.end - span.begin;
  return sum;
}

// Everything in one stretch, which takes the whole tree.
KindTimes summed_up(const SpanIndex& sums, const std::vector<Span>& spans, Time end) {
  const auto all = sums.summarise(spans, {Time{}, kNever, end, Duration{1LL << 60}, Duration{1LL << 60}});
  return all.size() == 1 ? all.front().time : KindTimes{};
}

// Steps that take no time, waits for a core and slices of one computation that go on without a break: what was a span
// may be taken back, or be opened again.
constexpr std::string_view kTasks =
    R"({"name": "a", "steps": [{"repeat": 500, "steps": [{"compute": 0.003}, {"sleep": 0}, {"compute": 0.011}]}]},
       {"name": "b", "steps": [{"repeat": 700, "steps": [{"compute": 0.007}, {"sleep": 0.002}, {"compute": 0}]}]},
       {"name": "c", "steps": [{"repeat": 900, "steps": [{"sleep": 0.001}, {"block": 0.002}, {"compute": 0.006}]}]})";

}  // namespace

TEST_CASE("in every mode each lane is summed up to what its spans add up to") {
  const Scenario scenario = scenario_with_tasks(std::string(kTasks), R"("machine": {"cores": 1}, )");
  for (Mode mode : kModes) {
    CAPTURE(name(mode));
    RunSettings settings;
    settings.mode = mode;
    const auto run = simulate(scenario, settings);
    REQUIRE(run->tasks()[2].spans.size() > 2000);
    for (const TaskTrack& task : run->tasks()) {
      CHECK((task.sums.total(task.spans, run->horizon()) == added_up(task.spans)));
      CHECK((summed_up(task.sums, task.spans, run->horizon()) == added_up(task.spans)));
    }
    for (const WorkerTrack& worker : run->workers()) {
      CHECK((summed_up(worker.sums, worker.spans, run->horizon()) == added_up(worker.spans)));
    }
  }
}

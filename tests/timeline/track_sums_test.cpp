#include <doctest/doctest.h>

#include "core/timeline/timeline.h"
#include "tests/support/events.h"

using namespace interleave;
using namespace interleave::testing;

namespace {

constexpr std::size_t kSteps = 2 * SpanIndex::kBranches;

}  // namespace

TEST_CASE("a span that was summed up and goes on after all counts with its whole length") {
  Events events;
  events.at(0).worker(0, "thread 1").submitted(0, State::ready, Cause::core).at(1).started(0, 0);
  for (std::size_t step = 1; step < kSteps; ++step) {
    const auto from = static_cast<double>(step);
    // A wait for a core that takes no time begins a span and takes it back: the one before it goes on.
    events.at(from).runs(0, step, 0).at(from + 0.5).wants_core(0, step, 0).runs(0, step, 0);
  }
  events.at(static_cast<double>(kSteps)).ended(0);
  Timeline timeline(run_of({"a"}, Mode::threads));
  timeline.append(events.batch());
  const TaskTrack& task = timeline.tasks()[0];
  REQUIRE(task.spans.size() == kSteps);
  const Duration second{1'000'000'000};
  CHECK(task.sums.total(task.spans, timeline.horizon())[SpanKind::running] == (kSteps - 1) * second);
  CHECK(task.sums.total(task.spans, timeline.horizon())[SpanKind::ready_free] == second);
  const WorkerTrack& worker = timeline.workers()[0];
  CHECK(worker.sums.total(worker.spans, timeline.horizon())[SpanKind::running] == (kSteps - 1) * second);
}

TEST_CASE("a run that is cut short by its end is summed up as far as it is left") {
  Events events;
  events.at(0).worker(0, "thread 1").submitted(0, State::ready, Cause::core).at(1).started(0, 0);
  for (std::size_t step = 1; step < kSteps; ++step) events.at(static_cast<double>(step)).runs(0, step, 0);
  Timeline timeline(run_of({"a"}, Mode::threads));
  timeline.append(events.batch());
  timeline.finish({Outcome::cancelled, "", at(10.5)});
  const TaskTrack& task = timeline.tasks()[0];
  CHECK(task.sums.total(task.spans, timeline.horizon())[SpanKind::running] == Duration{9'500'000'000});
  const WorkerTrack& worker = timeline.workers()[0];
  CHECK(worker.sums.total(worker.spans, timeline.horizon())[SpanKind::running] == Duration{9'500'000'000});
}

#include <algorithm>
#include <doctest/doctest.h>

#include "core/timeline/timeline.h"
#include "tests/timeline/random_run.h"

using namespace interleave;
using namespace interleave::testing;

namespace {

Timeline at_once(const RandomRun& run) {
  Timeline timeline(run.info);
  Batch all;
  all.events = run.events;
  timeline.append(all);
  timeline.finish(run.end);
  return timeline;
}

void check_lane(const std::vector<Span>& spans, Time end) {
  for (std::size_t i = 0; i < spans.size(); ++i) {
    CHECK(spans[i].begin < spans[i].end);
    CHECK(spans[i].end <= end);
    if (i > 0) CHECK(spans[i - 1].end <= spans[i].begin);
  }
}

// Nothing is left out between a task's submission and the end of its last span.
void check_without_gaps(const TaskTrack& task) {
  if (task.spans.empty()) return;
  CHECK(task.spans.front().begin == *task.submitted);
  for (std::size_t i = 1; i < task.spans.size(); ++i) CHECK(task.spans[i - 1].end == task.spans[i].begin);
  if (task.finished) CHECK(task.spans.back().end <= *task.finished);
}

}  // namespace

TEST_CASE("spans of a lane never overlap, never take no time, and leave no gap in a task") {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    const RandomRun run = random_run(dice);
    const Timeline timeline = at_once(run);
    for (const TaskTrack& task : timeline.tasks()) {
      check_lane(task.spans, timeline.horizon());
      check_without_gaps(task);
      CHECK(task.outcome.has_value());
    }
    for (const WorkerTrack& worker : timeline.workers()) check_lane(worker.spans, timeline.horizon());
  }
}

TEST_CASE("a worker's lane holds exactly the spans of the tasks that held it") {
  for (std::uint32_t seed = 300; seed < 500; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    const Timeline timeline = at_once(random_run(dice));
    std::size_t on_workers = 0;
    for (const WorkerTrack& worker : timeline.workers()) on_workers += worker.spans.size();
    std::size_t holding = 0;
    for (const TaskTrack& task : timeline.tasks()) {
      for (const Span& span : task.spans) {
        if (span.worker == WorkerId::none) continue;
        ++holding;
        const std::vector<Span>& lane = timeline.workers()[index(span.worker)].spans;
        CHECK(std::find(lane.begin(), lane.end(), span) != lane.end());
      }
    }
    CHECK(on_workers == holding);
  }
}

TEST_CASE("a run that arrives in batches, some late, gives the timeline of the run that arrives at once") {
  for (std::uint32_t seed = 500; seed < 900; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    const RandomRun run = random_run(dice);
    const Timeline whole = at_once(run);
    Timeline timeline(run.info);
    for (const Batch& batch : in_batches(run, dice)) timeline.append(batch);
    timeline.finish(run.end);
    for (std::size_t i = 0; i < whole.tasks().size(); ++i) {
      CHECK(timeline.tasks()[i].spans == whole.tasks()[i].spans);
      CHECK(timeline.tasks()[i].finished == whole.tasks()[i].finished);
    }
    REQUIRE(timeline.workers().size() == whole.workers().size());
    for (std::size_t i = 0; i < whole.workers().size(); ++i) {
      CHECK(timeline.workers()[i].spans == whole.workers()[i].spans);
    }
    CHECK(timeline.output().size() == whole.output().size());
  }
}

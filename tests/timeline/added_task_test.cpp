#include <doctest/doctest.h>

#include "core/timeline/moment.h"
#include "tests/support/events.h"

using namespace interleave;
using namespace interleave::testing;

TEST_CASE("a task that is added while the run goes on has its track from then on, and leaves the others alone") {
  Timeline timeline(run_of({"first"}));
  Events events;
  events.at(0).worker(0, "loop").submitted(0, State::ready).started(0, 0).sleeps_free(0, 0, 3).at(1);
  timeline.append(events.batch());

  CHECK(timeline.add_task({"second", {"5"}, at(1)}) == task_id(1));
  REQUIRE(timeline.tasks().size() == 2);
  CHECK(timeline.tasks()[1].name == "second");
  CHECK(timeline.info().tasks[1] == TaskInfo{"second", {"5"}, at(1)});
  CHECK(Moment(timeline, at(1)).position(task_id(1)).kind == Position::Kind::not_submitted);

  events.at(1).submitted(1, State::ready).started(1, 0).runs(1, 1, 0).at(3).resumed(0, 0).ended(0);
  events.at(3).resumed(1, 0).ended(1);
  timeline.append(events.batch());
  timeline.finish({.outcome = Outcome::finished, .error = {}, .time = at(3)});
  CHECK(timeline.tasks()[0].spans.size() == 1);
  REQUIRE(timeline.tasks()[1].spans.size() == 1);
  CHECK(timeline.tasks()[1].spans[0].begin == at(1));
  CHECK(timeline.tasks()[1].spans[0].end == at(3));
  CHECK(timeline.workers()[0].spans.size() == 1);
  CHECK(Moment(timeline, at(2)).counts()[Counter::running] == 1);
  CHECK(Moment(timeline, at(2)).counts()[Counter::waiting_worker_free] == 1);
}

TEST_CASE("a task that was added and never heard of is not started when the run ends") {
  Timeline timeline(run_of({}));
  timeline.add_task({"late"});
  timeline.finish({.outcome = Outcome::finished, .error = {}, .time = at(1)});
  CHECK(timeline.tasks()[0].outcome == Outcome::not_started);
}

TEST_CASE("describing a run's program changes what is known of its steps, and nothing of what happened") {
  Timeline timeline(run_of({"a"}, Mode::pool));
  timeline.finish({.outcome = Outcome::finished, .error = {}, .time = at(1)});
  RunInfo program = run_of({"a"}, Mode::threads);
  program.scenario = "Another title";
  program.tasks[0].arguments = {"5"};
  program.steps = {{"sleep", "", 0, 7}};
  program.cores = 8;
  program.computes = true;
  timeline.describe(program);
  CHECK(timeline.info().steps == program.steps);
  CHECK(timeline.info().tasks == program.tasks);
  CHECK(timeline.info().cores == 8);
  CHECK(timeline.info().computes);
  CHECK(timeline.info().mode == Mode::pool);
  CHECK(timeline.info().scenario == "By hand");
  CHECK(timeline.horizon() == at(1));
}

#include "core/timeline/timeline.h"

#include <doctest/doctest.h>

#include "app/gui/model/state/shown.h"
#include "tests/support/events.h"

using namespace interleave;
using namespace interleave::testing;

namespace {

Span span(double begin, double end, State state, Cause cause, std::size_t step, WorkerId worker = WorkerId::none) {
  return {at(begin), at(end), task_id(0), worker, step_id(step), state, cause};
}

constexpr WorkerId kFirst = worker_id(0);

Span running(double begin, double end, std::size_t step) {
  return span(begin, end, State::running, Cause::none, step, kFirst);
}

Span sleeping(double begin, double end, std::size_t step) {
  return span(begin, end, State::waiting, Cause::sleep, step);
}

Span ready(double begin, double end, std::size_t step) { return span(begin, end, State::ready, Cause::loop, step); }

// One task, one worker that is there from the start.
Events one_task(State state = State::queued, Cause cause = Cause::none) {
  Events events;
  events.at(0).worker(0, "worker 1").submitted(0, state, cause);
  return events;
}

Timeline timeline_of(Events& events, std::vector<std::string> tasks = {"a"}) {
  Timeline timeline(run_of(std::move(tasks)));
  timeline.append(events.batch());
  return timeline;
}

bool same(std::span<const Span> spans, const std::vector<Span>& expected) {
  return std::vector<Span>(spans.begin(), spans.end()) == expected;
}

}  // namespace

TEST_CASE("a task is queued from its submission to its first turn, then stays in one step after the other") {
  Events events = one_task();
  events.at(2).started(0, 0).runs(0, 7, 0).at(3).resumed(0, 0).sleeps_holding(0, 8, 0).at(5).resumed(0, 0).ended(0);
  const Timeline timeline = timeline_of(events);

  const TaskTrack& task = timeline.tasks()[0];
  CHECK(same(task.spans, {span(0, 2, State::queued, Cause::none, index(StepId::none)), running(2, 3, 7),
                          span(3, 5, State::waiting, Cause::sleep, 8, kFirst)}));
  CHECK(task.submitted == at(0));
  CHECK(task.started == at(2));
  CHECK(task.finished == at(5));
  CHECK(task.outcome == Outcome::finished);
  CHECK(same(timeline.workers()[0].spans, {task.spans[1], task.spans[2]}));
}

TEST_CASE("what is printed between two steps leaves no gap, whatever the real clock says it took") {
  Events events = one_task();
  events.started(0, 0).at(0.25).printed(0, "one").at(0.5).runs(0, 1, 0);
  events.at(2).resumed(0, 0).at(2.5).printed(0, "two").at(3).sleeps_free(0, 2, 4).at(4).resumed(0, 0);
  const Timeline timeline = timeline_of(events);
  CHECK(same(timeline.tasks()[0].spans, {running(0, 2, 1), sleeping(2, 4, 2)}));
}

TEST_CASE("a worker lane shows who holds it, not who sleeps without it") {
  Events events = one_task();
  events.started(0, 0).sleeps_free(0, 1, 3).at(3).resumed(0, 0).runs(0, 2, 0).at(4).resumed(0, 0).ended(0);
  const Timeline timeline = timeline_of(events);
  CHECK(same(timeline.workers()[0].spans, {running(3, 4, 2)}));
}

TEST_CASE("every turn is marked on its worker, also one that takes no time") {
  Events events = one_task();
  events.started(0, 0).sleeps_free(0, 1, 3).at(3).resumed(0, 0).ended(0);
  const Timeline timeline = timeline_of(events);
  const std::vector<Turn>& turns = timeline.workers()[0].turns;
  REQUIRE(turns.size() == 2);
  CHECK(turns[0].at == at(0));
  CHECK(turns[1].at == at(3));
  CHECK(turns[1].task == task_id(0));
}

TEST_CASE("a sleeper that is resumed late was ready from its due time on") {
  Events events = one_task();
  events.started(0, 0).sleeps_free(0, 1, 3).at(5).resumed(0, 0);
  CHECK(same(timeline_of(events).tasks()[0].spans, {sleeping(0, 3, 1), ready(3, 5, 1)}));
}

TEST_CASE("a sleeper that is cancelled before it is due was never ready") {
  Events events = one_task();
  events.started(0, 0).sleeps_free(0, 1, 3).at(2).resumed(0, 0).ended(0, Outcome::cancelled);
  CHECK(same(timeline_of(events).tasks()[0].spans, {sleeping(0, 2, 1)}));
}

TEST_CASE("a sleep of nothing is a wait for the next turn") {
  Events events = one_task();
  events.at(1).started(0, 0).sleeps_free(0, 1, 1).at(2).resumed(0, 0);
  CHECK(same(timeline_of(events).tasks()[0].spans,
             {span(0, 1, State::queued, Cause::none, index(StepId::none)), ready(1, 2, 1)}));
}

TEST_CASE("a sleep that was due before it began is a wait for the next turn") {
  Events events = one_task(State::ready, Cause::loop);
  events.started(0, 0).runs(0, 1, 0).at(4).resumed(0, 0).sleeps_free(0, 2, 3).at(6).resumed(0, 0);
  CHECK(same(timeline_of(events).tasks()[0].spans, {running(0, 4, 1), ready(4, 6, 2)}));
}

TEST_CASE("while a run goes on, a sleeper is ready as soon as its due time has passed") {
  Events events = one_task();
  events.started(0, 0).sleeps_free(0, 1, 3);
  Timeline timeline = timeline_of(events);
  CHECK(
      same(timeline.tasks()[0].spans,
           {{.begin = at(0), .task = task_id(0), .step = step_id(1), .state = State::waiting, .cause = Cause::sleep}}));
  events.at(3);
  timeline.append(events.batch());
  CHECK(timeline.tasks()[0].spans.size() == 1);
  events.at(3.5);
  timeline.append(events.batch());
  REQUIRE(timeline.tasks()[0].spans.size() == 2);
  CHECK(timeline.tasks()[0].spans[0] == sleeping(0, 3, 1));
  CHECK(timeline.tasks()[0].spans[1].state == State::ready);
  CHECK(timeline.tasks()[0].spans[1].end == kNever);
  events.at(4).resumed(0, 0);
  timeline.append(events.batch());
  CHECK(same(timeline.tasks()[0].spans, {sleeping(0, 3, 1), ready(3, 4, 1)}));
}

TEST_CASE("a core taken away and granted later cuts a computation in two, with a wait for a core between") {
  Events events = one_task();
  events.started(0, 0).runs(0, 1, 0).at(1).wants_core(0, 1, 0).at(3).runs(0, 1, 0).at(4).resumed(0, 0).ended(0);
  const Timeline timeline = timeline_of(events);
  const std::vector<Span> expected = {running(0, 1, 1), span(1, 3, State::ready, Cause::core, 1, kFirst),
                                      running(3, 4, 1)};
  CHECK(same(timeline.tasks()[0].spans, expected));
  CHECK(same(timeline.workers()[0].spans, expected));
}

TEST_CASE("slices of one computation with nothing between them are one span") {
  Events events = one_task();
  events.started(0, 0).runs(0, 1, 0).at(1).wants_core(0, 1, 0).runs(0, 1, 0).at(2).runs(0, 1, 0).at(3).resumed(0, 0);
  const Timeline timeline = timeline_of(events);
  CHECK(same(timeline.tasks()[0].spans, {running(0, 3, 1)}));
  CHECK(same(timeline.workers()[0].spans, {running(0, 3, 1)}));
}

TEST_CASE("two rounds of a repeated step are two spans") {
  Events events = one_task();
  events.started(0, 0).runs(0, 1, 0).at(1).resumed(0, 0).wants_core(0, 1, 0).runs(0, 1, 0).at(2).resumed(0, 0).ended(0);
  const Timeline timeline = timeline_of(events);
  CHECK(same(timeline.tasks()[0].spans, {running(0, 1, 1), running(1, 2, 1)}));
  CHECK(same(timeline.workers()[0].spans, {running(0, 1, 1), running(1, 2, 1)}));
}

TEST_CASE("lines printed at one moment stay in the order in which they arrived") {
  Events events = one_task();
  events.started(0, 0).at(1).printed(0, "first").printed(0, "second");
  Timeline timeline = timeline_of(events, {"a", "b"});
  events.at(0.5).printed(1, "late").at(1).printed(1, "third").at(2).printed(0, "last");
  timeline.append(events.batch());
  std::string lines;
  for (const OutputLine& line : timeline.output()) lines += line.text + ' ';
  CHECK(lines == "late first second third last ");
}

TEST_CASE("the end of the run closes what is open and gives every task an outcome") {
  Events events = one_task();
  events.submitted(1, State::queued).started(0, 0).sleeps_holding(0, 1, 0).at(2);
  Timeline timeline = timeline_of(events, {"asleep", "queued", "not even submitted"});
  timeline.finish({.outcome = Outcome::cancelled, .error = {}, .time = at(3)});

  CHECK(timeline.horizon() == at(3));
  CHECK(timeline.tasks()[0].outcome == Outcome::cancelled);
  CHECK_FALSE(timeline.tasks()[0].finished.has_value());
  CHECK(timeline.tasks()[0].spans.back().end == at(3));
  CHECK(timeline.workers()[0].spans.back().end == at(3));
  CHECK(timeline.tasks()[1].outcome == Outcome::not_started);
  CHECK(timeline.tasks()[1].spans.back().end == at(3));
  CHECK(timeline.tasks()[2].outcome == Outcome::not_started);
  CHECK_FALSE(timeline.tasks()[2].submitted.has_value());
}

TEST_CASE("a task that waits for ever is deadlocked, one that failed keeps its error") {
  Events events = one_task();
  events.started(0, 0).entered(0, 1, State::waiting, Cause::lock, worker_id(0)).submitted(1, State::queued);
  events.at(1).started(1, 1).ended(1, Outcome::failed, "out of milk");
  Timeline timeline = timeline_of(events, {"a", "b"});
  timeline.finish({.outcome = Outcome::deadlocked, .error = "a waits for itself", .time = at(1)});
  CHECK(timeline.tasks()[0].outcome == Outcome::deadlocked);
  CHECK(timeline.tasks()[1].outcome == Outcome::failed);
  CHECK(timeline.tasks()[1].error == "out of milk");
}

TEST_CASE("nothing reaches beyond the moment at which the run was cancelled") {
  Events events = one_task();
  events.started(0, 0).sleeps_free(0, 1, 3).at(4);
  Timeline timeline = timeline_of(events);
  timeline.finish({.outcome = Outcome::cancelled, .error = {}, .time = at(2)});
  CHECK(same(timeline.tasks()[0].spans, {sleeping(0, 2, 1)}));
}

TEST_CASE("a pause takes no time of the scenario, and its speed scales what follows") {
  Events events = one_task();
  events.started(0, 0).runs(0, 1, 0);
  events.at(1).clock(1, 0).at(3).clock(1, 2).at(3.5).resumed(0, 0).sleeps_holding(0, 2, 0).at(4).resumed(0, 0);
  const Timeline timeline = timeline_of(events);
  CHECK(same(timeline.tasks()[0].spans, {running(0, 2, 1), span(2, 3, State::waiting, Cause::sleep, 2, kFirst)}));
  CHECK(timeline.horizon() == at(3));
}

TEST_CASE("a worker's creation, its end and changes of max_workers have their moments") {
  Events events = one_task();
  events.at(1).max_workers(3).at(2).worker(1, "worker 2").at(4).retired(1);
  const Timeline timeline = timeline_of(events);
  REQUIRE(timeline.workers().size() == 2);
  CHECK(timeline.workers()[1].name == "worker 2");
  CHECK(timeline.workers()[1].created == at(2));
  CHECK(timeline.workers()[1].retired == at(4));
  REQUIRE(timeline.changes().size() == 1);
  CHECK(timeline.changes()[0].time == at(1));
  CHECK(timeline.changes()[0].max_workers == 3);
}

TEST_CASE(
    "each process has as much as the first one, as it was declared, from its creation on; what is shared is there "
    "once") {
  const auto processes_of = [](std::uint32_t process, std::size_t workers) {
    RunInfo info = run_of({"a"}, process == 0 ? Mode::pool : Mode::processes);
    info.objects = {{"n", ObjectKind::variable, 7, process}, {"m", ObjectKind::lock, 0, process}};
    Timeline timeline(info);
    Events events;
    for (std::size_t i = 0; i < workers; ++i) events.at(static_cast<double>(i)).worker(i, "worker");
    timeline.append(events.batch());
    return timeline.info().objects;
  };
  const std::vector<SharedObject> of_first = {{"n", ObjectKind::variable, 7, 1}, {"m", ObjectKind::lock, 0, 1}};
  CHECK(processes_of(1, 0) == of_first);
  CHECK(processes_of(1, 1) == of_first);
  std::vector<SharedObject> of_three = of_first;
  for (const std::uint32_t process : {2U, 3U}) {
    of_three.push_back({"n", ObjectKind::variable, 7, process});
    of_three.push_back({"m", ObjectKind::lock, 0, process});
  }
  CHECK(processes_of(1, 3) == of_three);
  CHECK(processes_of(0, 3).size() == 2);
}

TEST_CASE("a task that the main program submits late is submitted when that was planned") {
  Events events;
  Batch batch = events.at(1.25).submitted(0, State::queued).at(2).worker(0, "worker 1").started(0, 0).batch();
  batch.events.front().value = at(1).time_since_epoch().count();
  Timeline timeline(run_of({"a"}));
  timeline.append(batch);

  CHECK(timeline.tasks()[0].submitted == at(1));
  CHECK(same(timeline.tasks()[0].spans, {span(1, 2, State::queued, Cause::none, index(StepId::none))}));
}

#include "tests/interchange/runs_by_hand.h"

#include <array>
#include <cstddef>

#include "tests/support/events.h"

namespace interleave::testing {
namespace {

constexpr std::array<double, 3> kSeconds = {1, 5, 3};

Timeline finished(Events& events, Mode mode, const RunEnd& end,
                  std::vector<std::string> tasks = {"coffee", "food", "cake"}) {
  RunInfo info = run_of(std::move(tasks), mode);
  info.scenario = "Coffee shop";
  info.language = Language::python;
  info.gil = true;
  if (end.outcome == Outcome::failed) {
    // Its tasks wait for cores.
    info.language = Language::cpp;
    info.gil = false;
    info.computes = true;
  }
  Timeline timeline(info);
  timeline.append(events.batch());
  timeline.finish(end);
  return timeline;
}

}  // namespace

Timeline coffee_shop_as_coroutines() {
  Events events;
  events.at(0).worker(0, "event loop");
  for (std::size_t task : {0U, 1U, 2U}) events.submitted(task, State::ready, Cause::loop);
  for (std::size_t task : {0U, 1U, 2U}) {
    events.started(task, 0).printed(task, "Ordered").sleeps_free(task, 1, kSeconds.at(task));
  }
  for (std::size_t task : {0U, 2U, 1U}) {
    events.at(kSeconds.at(task)).resumed(task, 0).printed(task, "\t>> Received").ended(task);
  }
  return finished(events, Mode::coroutine, {.outcome = Outcome::finished, .error = {}, .time = at(5)});
}

Timeline coffee_shop_in_sequence() {
  Events events;
  events.at(0).worker(0, "main thread").queued(0).queued(1).queued(2);
  double now = 0;
  for (std::size_t task : {0U, 1U, 2U}) {
    events.at(now).started(task, 0).sleeps_holding(task, 1, 0);
    now += kSeconds.at(task);
    events.at(now).resumed(task, 0).ended(task);
  }
  return finished(events, Mode::sequential, {.outcome = Outcome::finished, .error = {}, .time = at(9)});
}

Timeline pool_with_a_failure() {
  Events events;
  events.at(0).worker(0, "worker 1").worker(1, "worker 2").queued(0).queued(1).queued(2);
  events.started(0, 0).sleeps_holding(0, 1, 0).started(1, 1).sleeps_holding(1, 1, 1);
  events.at(1).resumed(0, 0).ended(0).started(2, 0).runs(2, 1, 0);
  events.at(2.2).wants_core(2, 1, 0).at(3).runs(2, 1, 0).at(4.1).resumed(2, 0);
  events.ended(2, Outcome::failed, "no milk").at(5).resumed(1, 1).ended(1);
  return finished(events, Mode::pool, {.outcome = Outcome::failed, .error = "cake: no milk", .time = at(5)});
}

Timeline two_processes() {
  RunInfo info = run_of({"a", "b", "c"}, Mode::processes);
  info.max_workers = 2;
  info.objects = {{"n", ObjectKind::variable, 7, 1}, {"m", ObjectKind::lock, 0, 1}};
  Timeline timeline(info);
  Events events;
  events.at(0).worker(0, "process 1").queued(0).worker(1, "process 2").queued(1).queued(2);
  events.at(0.5).started(0, 0).sleeps_holding(0, 1, 0).started(1, 1).runs(1, 1, 1);
  events.at(1).resumed(0, 0).ended(0).started(2, 0).runs(2, 1, 0).at(2).resumed(1, 1).ended(1).resumed(2, 0).ended(2);
  timeline.append(events.batch());
  timeline.finish({.outcome = Outcome::finished, .error = "", .time = at(2)});
  return timeline;
}

Timeline run_of_another_program() {
  RunInfo info;
  info.scenario = "server.py";
  info.tasks = {{"main", {}, {}}, {"reader", {}, {}}};
  info.steps = {{}, {"acquire", "", {}, 12}};
  info.clock = ClockKind::real_time;
  Timeline timeline(info);
  Events events;
  events.at(0).worker(0, "MainThread").submitted(0, State::ready).started(0, 0).runs(0, 7, 0);
  events.at(0.5).worker(1, "Thread-1").queued(1).at(1).started(1, 1).printed(1, "reading").runs(1, 0, 1);
  timeline.append(events.batch());
  const auto writer = static_cast<std::size_t>(index(timeline.add_task({"writer", {"7"}, at(3.5)})));
  events.at(2).entered(0, 1, State::waiting, Cause::lock, worker_id(0)).submitted(writer, State::ready);
  events.at(2.5).worker(2, "Thread-2").started(writer, 2).runs(writer, 3, 2);
  events.at(3).entered(1, 1, State::waiting, Cause::await_task, WorkerId::none);
  events.at(3.5).entered(writer, 3, State::ready, Cause::gil, worker_id(2));
  events.at(4).resumed(1, 1).printed(1, "read").runs(1, 0, 1).at(5).ended(1).retired(1);
  events.at(5).resumed(0, 0).ended(0).ended(writer, Outcome::failed, "no disk");
  timeline.append(events.batch());
  timeline.finish({.outcome = Outcome::failed, .error = "writer: no disk", .time = at(5)});
  return timeline;
}

Timeline cancelled_threads() {
  Events events;
  events.at(0).worker(0, "thread 1").worker(1, "thread 2").queued(0).queued(1);
  events.started(0, 0).sleeps_holding(0, 1, 0).started(1, 1).runs(1, 1, 1);
  events.at(0.00123).resumed(1, 1).sleeps_free(1, 1, 0.0021);
  events.at(0.0025).worker(2, "thread 3").queued(2).started(2, 2).runs(2, 3, 2).at(0.00251).resumed(2, 2).ended(2);
  return finished(events, Mode::threads, {.outcome = Outcome::cancelled, .error = {}, .time = at(0.0042)},
                  {"кава", "蛋糕蛋糕", "a very long name of a task indeed", "later"});
}

}  // namespace interleave::testing

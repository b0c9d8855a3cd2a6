// The events that an execution leaves, as its readers rely on them.
#include <doctest/doctest.h>
#include <string>
#include <vector>

#include "core/execution/execution.h"
#include "core/record/recorder.h"
#include "core/runtime/virtual_runtime.h"
#include "tests/support/scenarios.h"

using namespace interleave;
using namespace interleave::testing;
using namespace std::chrono_literals;

namespace {

const Scenario& mixed() {
  static const Scenario scenario = scenario_with_tasks(
      R"({"name": "a", "steps": [{"print": "x"}, {"sleep": 1}, {"compute": 1}, {"print": "y"}]},
         {"name": "b", "steps": [{"compute": 1}, {"block": 1}]},
         {"name": "c", "steps": [{"sleep": 0}, {"repeat": 3, "steps": [{"sleep": 0.5}, {"compute": 0.25}]}]},
         {"name": "d", "steps": [], "after": 1})",
      R"("machine": {"cores": 1, "time_slice": 0.25},)");
  return scenario;
}

const Program& mixed_program() {
  static const Program program(mixed());
  return program;
}

Execution::Settings settings_of(Mode mode) {
  Execution::Settings settings;
  settings.mode = mode;
  return settings;
}

struct Recorded {
  Recorder recorder;
  std::vector<Event> events;
  Time end{};
};

void record(Mode mode, Recorded& recorded) {
  VirtualRuntime runtime({mixed().machine.cores, mixed().machine.time_slice, 0});
  Execution execution(mixed_program(), settings_of(mode), runtime, &recorded.recorder);
  REQUIRE(runtime.run(execution.main_program()) == VirtualRuntime::End::finished);
  recorded.events = recorded.recorder.drain([] { return kNever.time_since_epoch().count(); }).events;
  recorded.end = runtime.now();
}

std::vector<Event> of_task(const std::vector<Event>& events, std::size_t task) {
  std::vector<Event> result;
  for (const Event& event : events) {
    if (event.task == task_id(task)) result.push_back(event);
  }
  return result;
}

}  // namespace

TEST_CASE(
    "a task is submitted, then started, then ended, each once, and all "
    "else lies between start and end") {
  for (const Mode mode : kModes) {
    CAPTURE(name(mode));
    Recorded recorded;
    record(mode, recorded);
    for (std::size_t task = 0; task < mixed().tasks.size(); ++task) {
      const std::vector<Event> events = of_task(recorded.events, task);
      REQUIRE(events.size() >= 3);
      CHECK(events[0].kind == EventKind::task_submitted);
      CHECK(events[1].kind == EventKind::task_started);
      CHECK(events.back().kind == EventKind::task_ended);
      CHECK(events.back().outcome == Outcome::finished);
      for (std::size_t i = 2; i + 1 < events.size(); ++i) {
        CHECK((events[i].kind == EventKind::task_entered || events[i].kind == EventKind::task_resumed ||
               events[i].kind == EventKind::task_printed));
      }
    }
  }
}

TEST_CASE(
    "what a task enters it leaves by a turn, or by another state of the "
    "same step") {
  for (const Mode mode : kModes) {
    CAPTURE(name(mode));
    Recorded recorded;
    record(mode, recorded);
    for (std::size_t task = 0; task < mixed().tasks.size(); ++task) {
      const std::vector<Event> events = of_task(recorded.events, task);
      for (std::size_t i = 0; i < events.size(); ++i) {
        if (events[i].kind == EventKind::task_entered) {
          const Event& next = events[i + 1];
          CHECK((next.kind == EventKind::task_resumed ||
                 (next.kind == EventKind::task_entered && next.step == events[i].step)));
        }
        if (events[i].kind == EventKind::task_resumed) CHECK(events[i - 1].kind == EventKind::task_entered);
      }
    }
  }
}

TEST_CASE("no task uses a worker that was not created before") {
  for (const Mode mode : kModes) {
    CAPTURE(name(mode));
    Recorded recorded;
    record(mode, recorded);
    std::size_t created = 0;
    for (const Event& event : recorded.events) {
      if (event.kind == EventKind::worker_created) {
        CHECK(index(event.worker) == created++);
      } else if (event.worker != WorkerId::none) {
        CHECK(index(event.worker) < created);
      }
    }
  }
}

TEST_CASE("with nothing recorded the run takes the same time") {
  for (const Mode mode : kModes) {
    CAPTURE(name(mode));
    Recorded recorded;
    record(mode, recorded);
    VirtualRuntime runtime({mixed().machine.cores, mixed().machine.time_slice, 0});
    Execution execution(mixed_program(), settings_of(mode), runtime, nullptr);
    CHECK(runtime.run(execution.main_program()) == VirtualRuntime::End::finished);
    CHECK(runtime.now() == recorded.end);
    CHECK(runtime.now() >= Time(2s));
  }
}

namespace {

Routine stop_at(VirtualRuntime& runtime, Time time) {
  Worker& self = co_await ThisWorker{};
  while (runtime.now() < time) co_await Park{runtime, self, time};
  runtime.stop();
}

Routine with_a_stop(VirtualRuntime& runtime, Execution& execution, Time time) {
  REQUIRE(runtime.spawn("stop", stop_at(runtime, time)));
  co_await execution.main_program();
}

}  // namespace

TEST_CASE(
    "a stop at any moment ends every task that has started as cancelled, "
    "and starts none") {
  for (const Mode mode : kModes) {
    for (int quarter = 1; quarter < 20; ++quarter) {
      CAPTURE(name(mode));
      CAPTURE(quarter);
      Recorded recorded;
      VirtualRuntime runtime({mixed().machine.cores, mixed().machine.time_slice, 0});
      Execution execution(mixed_program(), settings_of(mode), runtime, &recorded.recorder);
      const Time stop = Time(quarter * 250ms);
      CHECK(runtime.run(with_a_stop(runtime, execution, stop)) == VirtualRuntime::End::finished);
      recorded.events = recorded.recorder.drain([] { return kNever.time_since_epoch().count(); }).events;
      for (std::size_t task = 0; task < mixed().tasks.size(); ++task) {
        const std::vector<Event> events = of_task(recorded.events, task);
        if (events.size() < 2) continue;
        CHECK(events.back().kind == EventKind::task_ended);
        CHECK(events.back().stamp <= stop.time_since_epoch().count());
        if (events.back().stamp < stop.time_since_epoch().count()) CHECK(events.back().outcome == Outcome::finished);
      }
    }
  }
}

TEST_CASE("a task that was due while the event loop was held, and the run stopped then, has not been submitted") {
  const Scenario scenario =
      scenario_with_tasks(R"({"name": "blocks", "steps": [{"block": 3}]}, {"name": "due", "steps": [], "after": 1})");
  const Program program(scenario);
  Recorded recorded;
  VirtualRuntime runtime({});
  Execution execution(program, settings_of(Mode::coroutine), runtime, &recorded.recorder);
  CHECK(runtime.run(with_a_stop(runtime, execution, Time(2s))) == VirtualRuntime::End::finished);
  recorded.events = recorded.recorder.drain([] { return kNever.time_since_epoch().count(); }).events;
  CHECK(of_task(recorded.events, 0).back().outcome == Outcome::cancelled);
  CHECK(of_task(recorded.events, 1).empty());
}

TEST_CASE(
    "on an event loop a submission is recorded when the main program makes it, with the moment that was planned") {
  const Scenario scenario =
      scenario_with_tasks(R"({"name": "blocks", "steps": [{"block": 3}]}, {"name": "due", "steps": [], "after": 1})");
  const Program program(scenario);
  Recorded recorded;
  VirtualRuntime runtime({});
  Execution execution(program, settings_of(Mode::coroutine), runtime, &recorded.recorder);
  CHECK(runtime.run(execution.main_program()) == VirtualRuntime::End::finished);
  recorded.events = recorded.recorder.drain([] { return kNever.time_since_epoch().count(); }).events;
  const Event submitted = of_task(recorded.events, 1).front();
  CHECK(submitted.stamp == 3'000'000'000);
  CHECK(submitted.value == 1'000'000'000);
}

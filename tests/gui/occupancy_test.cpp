#include "app/gui/model/explain/occupancy.h"

#include <chrono>
#include <doctest/doctest.h>

#include "core/run/simulate.h"
#include "core/timeline/moment.h"
#include "tests/support/scenarios.h"

namespace interleave::gui {

namespace {

// The parts as text: "READY QUEUE, FOR THE LOOP: b, c | EVENT LOOP, 1 THREAD: a".
std::string machine_of(const Scenario& scenario, Mode mode, double now, Language language = Language::python) {
  RunSettings settings = default_settings(scenario);
  settings.mode = mode;
  settings.language = language;
  const auto timeline = simulate(scenario, settings);
  std::string text;
  for (const OccupancyPart& part : occupancy_at(*timeline, Time{Duration{static_cast<std::int64_t>(now * 1e9)}})) {
    if (!text.empty()) text += " | ";
    text += part.title + ":";
    if (part.items.empty()) text += " " + part.when_empty;
    for (const OccupancyItem& item : part.items) {
      text += item.place.empty() ? " " : " [" + item.place + "] ";
      text += item.task == TaskId::none ? item.text : timeline->tasks()[index(item.task)].name;
    }
  }
  return text;
}

std::string machine_of(std::string_view built_in, Mode mode, double now, Language language = Language::python) {
  return machine_of(testing::built_in(built_in), mode, now, language);
}

}  // namespace

TEST_CASE("a waiting loop is free, and its timers stand by deadline") {
  CHECK(machine_of("coffee-shop", Mode::coroutine, 0.5) ==
        "READY QUEUE, FOR THE LOOP: empty | EVENT LOOP, 1 THREAD: [event loop] free until a timer is due | "
        "TIMERS, NEXT FIRST: coffee cake food");
}

TEST_CASE(
    "a sleep that is over while one task holds the loop is no timer any more: its task is ready, as its bar says") {
  CHECK(machine_of("frozen-loop", Mode::coroutine, 3) ==
        "READY QUEUE, FOR THE LOOP: search avatar profile | EVENT LOOP, 1 THREAD: [event loop] report | "
        "TIMERS, NEXT FIRST: nobody sleeps");
  const Scenario two_rounds = testing::scenario_with_tasks(R"(
    {"name": "a", "steps": [{"sleep": 1}, {"block": 2}]}, {"name": "b", "steps": [{"sleep": 1}, {"block": 2}]},
    {"name": "c", "steps": [{"sleep": 2}, {"sleep": 4}]}, {"name": "d", "steps": [{"sleep": 4}]})");
  CHECK(machine_of(two_rounds, Mode::coroutine, 2.5) ==
        "READY QUEUE, FOR THE LOOP: b c | EVENT LOOP, 1 THREAD: [event loop] a | TIMERS, NEXT FIRST: d");
  CHECK(machine_of(two_rounds, Mode::coroutine, 4.5) ==
        "READY QUEUE, FOR THE LOOP: c d | EVENT LOOP, 1 THREAD: [event loop] b | TIMERS, NEXT FIRST: nobody sleeps");
}

TEST_CASE("the ready queue is in the order of the turns that followed") {
  const Scenario rounds = testing::scenario_with_tasks(R"(
    {"name": "a", "steps": [{"sleep": 1}, {"block": 2}]}, {"name": "b", "steps": [{"sleep": 2}, {"block": 2}]},
    {"name": "c", "steps": [{"sleep": 2.5}, {"sleep": 4}]}, {"name": "d", "steps": [{"sleep": 4}, {"sleep": 1}]})");
  CHECK(machine_of(rounds, Mode::coroutine, 2.7) ==
        "READY QUEUE, FOR THE LOOP: b c | EVENT LOOP, 1 THREAD: [event loop] a | TIMERS, NEXT FIRST: d");
  CHECK(machine_of(rounds, Mode::coroutine, 4.5) ==
        "READY QUEUE, FOR THE LOOP: c d | EVENT LOOP, 1 THREAD: [event loop] b | TIMERS, NEXT FIRST: nobody sleeps");
}

TEST_CASE("whoever is in the ready queue has the look of its bar, and whoever is among the timers has too") {
  for (const char* const name : {"frozen-loop", "photo-filters"}) {
    const Scenario scenario = testing::built_in(name);
    RunSettings settings = default_settings(scenario);
    settings.mode = Mode::coroutine;
    const auto timeline = simulate(scenario, settings);
    for (int tenth = 0; tenth < 90; ++tenth) {
      const Time now{std::chrono::milliseconds(100 * tenth + 50)};
      const Moment moment(*timeline, now);
      for (const OccupancyPart& part : occupancy_at(*timeline, now)) {
        for (const OccupancyItem& item : part.items) {
          if (item.task == TaskId::none) continue;
          REQUIRE(moment.position(item.task).span != nullptr);
          CHECK(item.look == look_of(*moment.position(item.task).span));
          if (part.title.starts_with("TIMERS")) CHECK(item.look == Look::waiting_free);
        }
      }
    }
  }
}

TEST_CASE("a pool's queue is first in, first out, and each worker says what it holds") {
  CHECK(machine_of("ticket-desk", Mode::pool, 2) ==
        "QUEUE: Cleo Dan Eve comes | WORKERS, MAX 2: [worker 1] Ana [worker 2] Ben");
  CHECK(machine_of("ticket-desk", Mode::pool, 5.5) ==
        "QUEUE: Eve comes | WORKERS, MAX 2: [worker 1] waits for a task [worker 2] waits for a task");
  CHECK(machine_of("photo-filters", Mode::pool, 3.2, Language::cpp) ==
        "QUEUE: empty | WORKERS, MAX 2: [worker 1] portrait.jpg [worker 2] city.jpg | CORES, 2: city.jpg 1 core free");
}

TEST_CASE("a worker for which nothing is left says so") {
  CHECK(machine_of("downloads", Mode::pool, 10) ==
        "QUEUE: empty | WORKERS, MAX 2: [worker 1] no task left [worker 2] no task left");
}

TEST_CASE("where threads compute, the cores they share are a part of the machine") {
  CHECK(machine_of("photo-filters", Mode::threads, 0.6, Language::cpp) ==
        "THREADS, 4: [thread 1] beach.jpg [thread 2] forest.jpg [thread 3] city.jpg [thread 4] portrait.jpg | "
        "CORES, 2: beach.jpg forest.jpg without a core: city.jpg portrait.jpg");
  CHECK(machine_of("photo-filters", Mode::threads, 0.2, Language::cpp).ends_with("CORES, 2: 2 cores free"));
}

TEST_CASE("where Python's threads compute, they share its interpreter's lock, and wait for it in turn") {
  CHECK(machine_of("photo-filters", Mode::threads, 0.6) ==
        "THREADS, 4: [thread 1] beach.jpg [thread 2] forest.jpg [thread 3] city.jpg [thread 4] portrait.jpg | "
        "PYTHON, 1 GIL: beach.jpg in line for it: forest.jpg city.jpg portrait.jpg");
  CHECK(machine_of("photo-filters", Mode::threads, 0.2).ends_with("PYTHON, 1 GIL: nobody has it"));
}

}  // namespace interleave::gui

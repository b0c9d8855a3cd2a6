#include "app/gui/model/explain/occupancy.h"

#include <chrono>
#include <doctest/doctest.h>

#include "core/run/simulate.h"
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

TEST_CASE("a sleep that is over while the loop is held stands among the timers, due, until the loop looks at them") {
  CHECK(machine_of("frozen-loop", Mode::coroutine, 3) ==
        "READY QUEUE, FOR THE LOOP: search avatar | EVENT LOOP, 1 THREAD: [event loop] report | TIMERS, NEXT FIRST: "
        "profile");
  const Scenario two_rounds = testing::scenario_with_tasks(R"(
    {"name": "a", "steps": [{"sleep": 1}, {"block": 2}]}, {"name": "b", "steps": [{"sleep": 1}, {"block": 2}]},
    {"name": "c", "steps": [{"sleep": 2}, {"sleep": 4}]}, {"name": "d", "steps": [{"sleep": 4}]})");
  CHECK(machine_of(two_rounds, Mode::coroutine, 2.5) ==
        "READY QUEUE, FOR THE LOOP: b | EVENT LOOP, 1 THREAD: [event loop] a | TIMERS, NEXT FIRST: c d");
  CHECK(machine_of(two_rounds, Mode::coroutine, 4.5) ==
        "READY QUEUE, FOR THE LOOP: empty | EVENT LOOP, 1 THREAD: [event loop] b | TIMERS, NEXT FIRST: c d");
}

TEST_CASE(
    "what the loop took from its timers at the beginning of a round waits in the ready queue, whoever else is due") {
  const Scenario rounds = testing::scenario_with_tasks(R"(
    {"name": "a", "steps": [{"sleep": 1}, {"block": 2}]}, {"name": "b", "steps": [{"sleep": 2}, {"block": 2}]},
    {"name": "c", "steps": [{"sleep": 2.5}, {"sleep": 4}]}, {"name": "d", "steps": [{"sleep": 4}, {"sleep": 1}]})");
  CHECK(machine_of(rounds, Mode::coroutine, 2.7).ends_with("TIMERS, NEXT FIRST: b c d"));
  CHECK(machine_of(rounds, Mode::coroutine, 4.5) ==
        "READY QUEUE, FOR THE LOOP: c | EVENT LOOP, 1 THREAD: [event loop] b | TIMERS, NEXT FIRST: d");
}

TEST_CASE("a task whose sleep is over says since when it is due") {
  const Scenario scenario = testing::built_in("frozen-loop");
  RunSettings settings = default_settings(scenario);
  settings.mode = Mode::coroutine;
  const auto timeline = simulate(scenario, settings);
  const auto parts = occupancy_at(*timeline, Time{std::chrono::seconds(3)});
  REQUIRE(parts.back().items.size() == 1);
  CHECK(parts.back().items[0].text == "due since 2.00 s");
  CHECK(parts.back().items[0].look == Look::ready);
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

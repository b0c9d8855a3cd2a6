#include "app/gui/model/explain/occupancy.h"

#include <doctest/doctest.h>

#include "core/run/simulate.h"
#include "tests/support/scenarios.h"

namespace interleave::gui {

namespace {

// The parts as text: "READY QUEUE, FOR THE LOOP: b, c | EVENT LOOP, 1 THREAD: a".
std::string machine_of(std::string_view scenario_name, Mode mode, double now, Language language = Language::python) {
  const Scenario scenario = testing::built_in(scenario_name);
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

}  // namespace

TEST_CASE("a waiting loop is free, and its timers stand by deadline") {
  CHECK(machine_of("coffee-shop", Mode::coroutine, 0.5) ==
        "READY QUEUE, FOR THE LOOP: empty | EVENT LOOP, 1 THREAD: [event loop] free until a timer is due | "
        "TIMERS, NEXT FIRST: coffee cake food");
}

TEST_CASE("a held loop leaves the others in the ready queue, in the order of their turns") {
  CHECK(machine_of("frozen-loop", Mode::coroutine, 3) ==
        "READY QUEUE, FOR THE LOOP: search avatar profile | EVENT LOOP, 1 THREAD: [event loop] report | TIMERS, NEXT "
        "FIRST: none");
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
        "CORES, 2: beach.jpg forest.jpg wait for a core: city.jpg portrait.jpg");
  CHECK(machine_of("photo-filters", Mode::threads, 0.2, Language::cpp).ends_with("CORES, 2: 2 cores free"));
}

TEST_CASE("where Python's threads compute, they share its interpreter's lock, and wait for it in turn") {
  CHECK(machine_of("photo-filters", Mode::threads, 0.6) ==
        "THREADS, 4: [thread 1] beach.jpg [thread 2] forest.jpg [thread 3] city.jpg [thread 4] portrait.jpg | "
        "PYTHON, 1 GIL: beach.jpg wait for it, in turn: forest.jpg city.jpg portrait.jpg");
  CHECK(machine_of("photo-filters", Mode::threads, 0.2).ends_with("PYTHON, 1 GIL: nobody has it"));
}

}  // namespace interleave::gui

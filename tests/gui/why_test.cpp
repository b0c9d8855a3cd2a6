#include "app/gui/model/explain/why.h"

#include <doctest/doctest.h>

#include "core/run/simulate.h"
#include "tests/support/events.h"
#include "tests/support/scenarios.h"

namespace interleave::gui {

namespace {

struct Asked {
  Asked(const Scenario& scenario, Mode mode, int max_workers = 2, Language language = Language::python) {
    RunSettings settings = default_settings(scenario);
    settings.mode = mode;
    settings.max_workers = max_workers;
    settings.language = language;
    timeline = simulate(scenario, settings);
  }

  Why about(std::size_t task, std::size_t span, double now) const {
    return why(*timeline, {task_id(task), span}, Time{Duration{static_cast<std::int64_t>(now * 1e9)}});
  }

  std::shared_ptr<const Timeline> timeline;
};

constexpr std::size_t kCoffee = 0;
constexpr std::size_t kFood = 1;
constexpr std::size_t kCake = 2;

}  // namespace

TEST_CASE("who is queued learns who holds the workers, and whose end gives it one") {
  const Asked pool(testing::built_in("coffee-shop"), Mode::pool);
  const Why reason = pool.about(kCake, 0, 0.5);
  CHECK(
      reason.sentence ==
      "cake is queued: both workers are held, by coffee and food, which sleep; it starts when coffee ends, at 1.00 s.");
  CHECK(reason.ended_by == SpanRef{task_id(kCoffee), 0});
}

TEST_CASE("whom a long wait waits for depends on the moment") {
  const Asked sequential(testing::built_in("coffee-shop"), Mode::sequential);
  CHECK(sequential.about(kCake, 0, 0.5).sentence.find("the main thread is held, by coffee, which sleeps") !=
        std::string::npos);
  CHECK(sequential.about(kCake, 0, 3).sentence.find("the main thread is held, by food, which sleeps") !=
        std::string::npos);
  CHECK(sequential.about(kCake, 0, 3).ended_by == SpanRef{task_id(kFood), 1});
}

TEST_CASE("who awaits holds no worker, who sleeps on a thread holds it") {
  CHECK(Asked(testing::built_in("coffee-shop"), Mode::coroutine).about(kFood, 0, 2).sentence ==
        "food awaits its sleep until 5.00 s, and holds no worker: the event loop serves others meanwhile.");
  CHECK(Asked(testing::built_in("coffee-shop"), Mode::threads).about(kFood, 0, 2).sentence ==
        "food sleeps until 5.00 s and holds thread 2 meanwhile: nobody else can use it.");
}

TEST_CASE("who is ready learns who has the loop and does not await") {
  const Asked loop(testing::built_in("frozen-loop"), Mode::coroutine);
  const Why reason = loop.about(2, 0, 1);
  CHECK(reason.sentence ==
        "search is ready, but report has the event loop: it blocks until 4.00 s, without awaiting; its turn comes at "
        "4.00 s.");
  CHECK(reason.ended_by == SpanRef{task_id(1), 0});
}

TEST_CASE("who is due while the loop is held learns that the main program has not created it either") {
  const Asked loop(testing::scenario_with_tasks(
                       R"({"name": "b", "steps": [{"sleep": 2}, {"block": 1}]}, {"name": "a", "steps": [{"block": 3}]},
                          {"name": "c", "steps": [{"sleep": 1}], "after": 1})"),
                   Mode::coroutine);
  CHECK(loop.about(2, 0, 2).sentence ==
        "c is due, but the main program has no turn to create it, as a has the event loop: it blocks until 3.00 s, "
        "without awaiting; its turn comes at 4.00 s.");
  CHECK(loop.about(2, 0, 3.5).sentence ==
        "c is ready, but b has the event loop: it blocks until 4.00 s, without awaiting; its turn comes at 4.00 s.");
}

TEST_CASE("who runs where no worker is known, as a strange recording may have it, is said to run") {
  testing::Events events;
  events.at(0).submitted(0, State::ready).entered(0, 0, State::running, Cause::none, WorkerId::none).at(1).ended(0);
  Timeline timeline(testing::run_of({"a"}));
  timeline.append(events.batch());
  timeline.finish({.outcome = Outcome::finished, .error = {}, .time = testing::at(1)});
  CHECK(why(timeline, {task_id(0), 0}, Time{}).sentence == "a runs until 1.00 s.");
}

TEST_CASE("who is ready without a core learns who computes") {
  const Asked threads(testing::built_in("photo-filters"), Mode::threads, 2, Language::cpp);
  const Why reason = threads.about(2, 1, 0.6);
  CHECK(reason.sentence.find("city.jpg could compute, but every core is taken, by beach.jpg and forest.jpg, which "
                             "compute; it gets the core of") == 0);
  CHECK(reason.ended_by.has_value());
}

TEST_CASE("who waits for the interpreter's lock learns who has it, and from whom it comes") {
  const Asked threads(testing::built_in("photo-filters"), Mode::threads);
  const Why reason = threads.about(2, 1, 0.6);
  CHECK(reason.sentence ==
        "city.jpg could go on, but the GIL lets one thread at a time go on, and beach.jpg has it; it gets it from "
        "forest.jpg at 1.00 s.");
  CHECK(reason.ended_by.has_value());
  CHECK(threads.about(2, 2, 1.1).sentence ==
        "city.jpg computes on thread 3 until 1.25 s: it has the GIL, uses a core and its worker.");
}

}  // namespace interleave::gui

// What an event loop makes of its tasks: the order of CPython's asyncio.
#include <doctest/doctest.h>

#include "core/run/simulate.h"
#include "tests/support/run_text.h"
#include "tests/support/scenarios.h"

using namespace interleave;
using namespace interleave::testing;

namespace {

std::shared_ptr<const Timeline> run_as(Mode mode, const std::string& tasks) {
  RunSettings settings;
  settings.mode = mode;
  return simulate(scenario_with_tasks(tasks), settings);
}

std::shared_ptr<const Timeline> on_loop(const std::string& tasks) { return run_as(Mode::coroutine, tasks); }

}  // namespace

TEST_CASE("a blocking call freezes the loop: a sleeper that is due is ready from then on and goes on afterwards") {
  const auto run = on_loop(R"(
      {"name": "sleeper", "steps": [{"sleep": 1}, {"print": "late"}]},
      {"name": "blocker", "steps": [{"block": 3}]})");
  CHECK(chart(*run) ==
        "sleeper: 0 waiting/sleep 1 ready/loop 3 finished\n"
        "blocker: 0 waiting/sleep@event loop 3 finished\n");
  CHECK(printed(*run) == "3 sleeper: late\n");
}

TEST_CASE("a computation freezes the loop too, and who has had no turn yet waits for the loop from the submission on") {
  const auto run = on_loop(R"(
      {"name": "computes", "steps": [{"compute": 2}]},
      {"name": "patient", "steps": [{"sleep": 1}]},
      {"name": "later", "steps": [{"sleep": 0.5}], "after": 0.5})");
  CHECK(chart(*run) ==
        "computes: 0 running@event loop 2 finished\n"
        "patient: 0 ready/loop 2 waiting/sleep 3 finished\n"
        "later: 0.5 ready/loop 2 waiting/sleep 2.5 finished\n");
}

TEST_CASE("a sleep of no time lets everybody else have a turn, once; elsewhere it is nothing") {
  const std::string tasks = R"(
      {"name": "a", "steps": [{"print": "1"}, {"sleep": 0}, {"print": "2"}, {"sleep": 0}, {"print": "3"}]},
      {"name": "b", "steps": [{"print": "1"}, {"sleep": 0}, {"print": "2"}]})";
  CHECK(printed(*on_loop(tasks)) == "0 a: 1\n0 b: 1\n0 a: 2\n0 b: 2\n0 a: 3\n");
  CHECK(printed(*run_as(Mode::threads, tasks)) == "0 a: 1\n0 a: 2\n0 a: 3\n0 b: 1\n0 b: 2\n");
}

TEST_CASE("a block and a computation of no time do not even yield") {
  CHECK(printed(*on_loop(R"(
      {"name": "a", "steps": [{"print": "1"}, {"block": 0}, {"compute": 0}, {"print": "2"}]},
      {"name": "b", "steps": [{"print": "1"}]})")) == "0 a: 1\n0 a: 2\n0 b: 1\n");
}

TEST_CASE("a task that slept has its turn one round after its timer, so that one that yields is there twice before") {
  CHECK(printed(*on_loop(R"(
      {"name": "sleeper", "steps": [{"sleep": 1}, {"print": "slept"}]},
      {"name": "yields", "steps": [{"block": 2}, {"sleep": 0}, {"print": "1"}, {"sleep": 0}, {"print": "2"},
                                   {"sleep": 0}, {"print": "3"}]})")) ==
        "2 yields: 1\n2 yields: 2\n2 sleeper: slept\n2 yields: 3\n");
}

TEST_CASE("sleepers of one moment go on in the order in which they went to sleep") {
  CHECK(printed(*on_loop(R"(
      {"name": "a", "steps": [{"sleep": 1}, {"sleep": 2}, {"print": "asked at 1"}]},
      {"name": "b", "steps": [{"sleep": 3}, {"print": "asked at 0"}]},
      {"name": "c", "steps": [{"sleep": 2}, {"sleep": 1}, {"print": "asked at 2"}]},
      {"name": "d", "steps": [{"sleep": 3}, {"print": "asked at 0"}]})")) ==
        "3 b: asked at 0\n3 d: asked at 0\n3 a: asked at 1\n3 c: asked at 2\n");
}

TEST_CASE("after a freeze the sleepers go on by when they were due, and each sleeps on from then") {
  const auto run = on_loop(R"(
      {"name": "second", "steps": [{"sleep": 2}, {"print": "x"}, {"sleep": 1}, {"print": "y"}]},
      {"name": "first", "steps": [{"sleep": 1}, {"print": "x"}, {"sleep": 1}, {"print": "y"}]},
      {"name": "blocker", "steps": [{"block": 5}]})");
  CHECK(printed(*run) == "5 first: x\n5 second: x\n6 first: y\n6 second: y\n");
}

TEST_CASE("what is submitted at a moment comes before what was waiting for it, but on a loop a round after it") {
  const std::string tasks = R"(
      {"name": "sleeper", "steps": [{"sleep": 1}, {"print": "slept"}]},
      {"name": "new", "steps": [{"print": "is there"}], "after": 1})";
  for (const Mode mode : {Mode::threads, Mode::pool}) {
    CAPTURE(name(mode));
    CHECK(printed(*run_as(mode, tasks)) == "1 new: is there\n1 sleeper: slept\n");
  }
  CHECK(printed(*on_loop(tasks)) == "1 sleeper: slept\n1 new: is there\n");
}

TEST_CASE("who comes at a moment holds nobody up who wakes then: the main program had a turn with those") {
  const auto run = on_loop(R"(
      {"name": "A", "steps": [{"sleep": 1}, {"print": "woke"}]},
      {"name": "B", "steps": [{"block": 3}], "after": 1})");
  CHECK(printed(*run) == "1 A: woke\n");
  CHECK(chart(*run) ==
        "A: 0 waiting/sleep 1 finished\n"
        "B: 1 waiting/sleep@event loop 4 finished\n");
}

TEST_CASE("who comes while the loop is held is submitted when the main program has a turn, and was ready until then") {
  const auto run = on_loop(R"(
      {"name": "A", "steps": [{"sleep": 2}, {"print": "woke"}]},
      {"name": "B", "steps": [{"block": 3}]},
      {"name": "C", "steps": [{"block": 2}], "after": 1})");
  CHECK(printed(*run) == "3 A: woke\n");
  CHECK(chart(*run) ==
        "A: 0 waiting/sleep 2 ready/loop 3 finished\n"
        "B: 0 waiting/sleep@event loop 3 finished\n"
        "C: 1 ready/loop 3 waiting/sleep@event loop 5 finished\n");
}

TEST_CASE("for a moment that is over the main program yields once, and those of one moment come in one turn") {
  CHECK(printed(*on_loop(R"(
      {"name": "b", "steps": [{"block": 3}, {"repeat": 4, "index": "i", "steps": [{"sleep": 0}, {"print": "{i}"}]}]},
      {"name": "x", "steps": [{"print": "came"}], "after": 1},
      {"name": "z", "steps": [{"print": "came"}], "after": 2},
      {"name": "y", "steps": [{"print": "came"}], "after": 1})")) ==
        "3 b: 0\n3 b: 1\n3 b: 2\n3 x: came\n3 y: came\n3 b: 3\n3 z: came\n");
}

TEST_CASE("the main program's timers ring in the order of asking, like those of the tasks") {
  CHECK(printed(*on_loop(R"(
      {"name": "asked at 0", "steps": [{"sleep": 2}, {"sleep": 0}, {"print": "x"}]},
      {"name": "asks after main", "steps": [{"sleep": 1}, {"sleep": 0}, {"print": "x"}], "after": 1},
      {"name": "new", "steps": [{"print": "x"}], "after": 2})")) ==
        "2 asked at 0: x\n2 new: x\n2 asks after main: x\n");
}

TEST_CASE("a loop without tasks for a while sleeps on, and its lane is empty meanwhile") {
  const auto run = on_loop(R"(
      {"name": "a", "steps": [{"block": 1}]},
      {"name": "b", "steps": [{"block": 1}], "after": 10})");
  REQUIRE(run->workers().size() == 1);
  const auto& spans = run->workers()[0].spans;
  REQUIRE(spans.size() == 2);
  CHECK(spans[0].end == Time(std::chrono::seconds(1)));
  CHECK(spans[1].begin == Time(std::chrono::seconds(10)));
}

// The table at the end of the contract, on the virtual clock.
#include <doctest/doctest.h>
#include <string>

#include "core/run/simulate.h"
#include "tests/support/run_text.h"
#include "tests/support/scenarios.h"

using namespace interleave;
using namespace interleave::testing;
using namespace std::chrono_literals;

namespace {

struct Row {
  const char* scenario;
  Mode mode;
  int max_workers;
  double makespan;
  std::size_t workers;
};

constexpr Row kTable[] = {
    {"coffee-shop", Mode::sequential, 2, 9, 1}, {"coffee-shop", Mode::coroutine, 2, 5, 1},
    {"coffee-shop", Mode::threads, 2, 5, 3},    {"coffee-shop", Mode::pool, 1, 9, 1},
    {"coffee-shop", Mode::pool, 2, 5, 2},       {"coffee-shop", Mode::pool, 3, 5, 3},
    {"downloads", Mode::sequential, 2, 15, 1},  {"downloads", Mode::coroutine, 2, 10, 1},
    {"downloads", Mode::threads, 2, 10, 2},     {"downloads", Mode::pool, 1, 15, 1},
    {"downloads", Mode::pool, 2, 10, 2},        {"downloads", Mode::pool, 3, 10, 2},
};

std::shared_ptr<const Timeline> run_of(const char* scenario, Mode mode, int max_workers = 2) {
  RunSettings settings;
  settings.mode = mode;
  settings.max_workers = max_workers;
  return simulate(built_in(scenario), settings);
}

}  // namespace

TEST_CASE("each built-in example takes exactly as long as the contract says, on as many workers as its mode has") {
  for (const Row& row : kTable) {
    CAPTURE(row.scenario);
    CAPTURE(name(row.mode));
    CAPTURE(row.max_workers);
    const auto run = run_of(row.scenario, row.mode, row.max_workers);
    CHECK(seconds(run->end()->time) == row.makespan);
    CHECK(run->end()->outcome == Outcome::finished);
    CHECK(run->workers().size() == row.workers);
  }
}

TEST_CASE("the coffee shop in sequence places each order after the one before has arrived") {
  const std::string expected =
      "0 coffee: Ordered coffee\n"
      "1 coffee: \t>> Received coffee\n"
      "1 food: Ordered food\n"
      "6 food: \t>> Received food\n"
      "6 cake: Ordered cake\n"
      "9 cake: \t>> Received cake\n";
  const auto in_sequence = run_of("coffee-shop", Mode::sequential);
  CHECK(printed(*in_sequence) == expected);
  CHECK(printed(*run_of("coffee-shop", Mode::pool, 1)) == expected);
  CHECK(chart(*in_sequence) ==
        "coffee: 0 waiting/sleep@main thread 1 finished\n"
        "food: 0 queued 1 waiting/sleep@main thread 6 finished\n"
        "cake: 0 queued 6 waiting/sleep@main thread 9 finished\n");
}

TEST_CASE("the coffee shop as coroutines and as threads places every order at once; they arrive as they are done") {
  const std::string expected =
      "0 coffee: Ordered coffee\n"
      "0 food: Ordered food\n"
      "0 cake: Ordered cake\n"
      "1 coffee: \t>> Received coffee\n"
      "3 cake: \t>> Received cake\n"
      "5 food: \t>> Received food\n";
  const auto coroutines = run_of("coffee-shop", Mode::coroutine);
  const auto threads = run_of("coffee-shop", Mode::threads);
  CHECK(printed(*coroutines) == expected);
  CHECK(printed(*threads) == expected);
  CHECK(printed(*run_of("coffee-shop", Mode::pool, 3)) == expected);
  CHECK(chart(*coroutines) ==
        "coffee: 0 waiting/sleep 1 finished\n"
        "food: 0 waiting/sleep 5 finished\n"
        "cake: 0 waiting/sleep 3 finished\n");
  CHECK(chart(*threads) ==
        "coffee: 0 waiting/sleep@thread 1 1 finished\n"
        "food: 0 waiting/sleep@thread 2 5 finished\n"
        "cake: 0 waiting/sleep@thread 3 3 finished\n");
}

TEST_CASE("the coffee shop on two pool workers lets the cake wait for the coffee's worker") {
  const auto run = run_of("coffee-shop", Mode::pool, 2);
  CHECK(printed(*run) ==
        "0 coffee: Ordered coffee\n"
        "0 food: Ordered food\n"
        "1 coffee: \t>> Received coffee\n"
        "1 cake: Ordered cake\n"
        "4 cake: \t>> Received cake\n"
        "5 food: \t>> Received food\n");
  CHECK(chart(*run) ==
        "coffee: 0 waiting/sleep@worker 1 1 finished\n"
        "food: 0 waiting/sleep@worker 2 5 finished\n"
        "cake: 0 queued 1 waiting/sleep@worker 1 4 finished\n");
}

TEST_CASE("the downloads take turns wherever they run side by side, and follow each other elsewhere") {
  std::string in_turns;
  std::string in_sequence;
  for (int i = 0; i < 10; ++i) {
    if (i < 5) in_turns += fmt::format("{} pictures.zip: pictures.zip downloaded {} MB\n", i, i);
    in_turns += fmt::format("{} music.zip: music.zip downloaded {} MB\n", i, i);
  }
  for (int i = 0; i < 5; ++i) in_sequence += fmt::format("{} pictures.zip: pictures.zip downloaded {} MB\n", i, i);
  for (int i = 0; i < 10; ++i) in_sequence += fmt::format("{} music.zip: music.zip downloaded {} MB\n", 5 + i, i);

  CHECK(printed(*run_of("downloads", Mode::coroutine)) == in_turns);
  CHECK(printed(*run_of("downloads", Mode::threads)) == in_turns);
  CHECK(printed(*run_of("downloads", Mode::pool, 2)) == in_turns);
  CHECK(printed(*run_of("downloads", Mode::sequential)) == in_sequence);
  CHECK(printed(*run_of("downloads", Mode::pool, 1)) == in_sequence);
}

TEST_CASE("a repeated sleep is one span a round, not one for all") {
  const auto run = run_of("downloads", Mode::threads);
  REQUIRE(run->tasks()[0].spans.size() == 5);
  for (std::size_t i = 0; i < 5; ++i) CHECK(seconds(run->tasks()[0].spans[i].begin) == static_cast<double>(i));
}

TEST_CASE("filtering takes two processes as long as a pool without a GIL, and what they take to start") {
  CHECK(seconds(run_of("photo-filters", Mode::processes)->end()->time) == 6.05);
  CHECK(seconds(run_of("photo-filters", Mode::pool)->end()->time) == 9.5);
}

TEST_CASE("four visitors are counted to 4 under a lock, but by two processes twice to 2, in half the time") {
  const auto counted = [](const Timeline& run) {
    std::string text;
    for (const OutputLine& line : run.output()) text += line.text + "; ";
    return text;
  };
  const std::string all = "Ada is visitor 1; Bob is visitor 2; Cem is visitor 3; Dora is visitor 4; ";
  for (const Mode mode : {Mode::sequential, Mode::coroutine, Mode::threads, Mode::pool}) {
    CAPTURE(name(mode));
    const auto run = run_of("own-copies", mode);
    CHECK(counted(*run) == all);
    CHECK(run->end()->time == Time(2s));
  }
  CHECK(counted(*run_of("own-copies", Mode::processes, 1)) == all);
  const auto run = run_of("own-copies", Mode::processes);
  CHECK(counted(*run) == "Ada is visitor 1; Bob is visitor 1; Cem is visitor 2; Dora is visitor 2; ");
  CHECK(run->end()->time == Time(1050ms));
}

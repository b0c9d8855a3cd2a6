// The table at the end of the contract, on the host's clock.
#include <chrono>
#include <deque>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "core/live/live_run.h"
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
};

constexpr Row kTable[] = {
    {"coffee-shop", Mode::sequential, 2}, {"coffee-shop", Mode::coroutine, 2}, {"coffee-shop", Mode::threads, 2},
    {"coffee-shop", Mode::pool, 1},       {"coffee-shop", Mode::pool, 2},      {"coffee-shop", Mode::pool, 3},
    {"downloads", Mode::sequential, 2},   {"downloads", Mode::coroutine, 2},   {"downloads", Mode::threads, 2},
    {"downloads", Mode::pool, 1},         {"downloads", Mode::pool, 2},        {"downloads", Mode::pool, 3},
};

RunSettings settings_of(const Row& row) {
  RunSettings settings;
  settings.mode = row.mode;
  settings.max_workers = row.max_workers;
  return settings;
}

void check_moment(Time real, Time due) {
  CHECK(real >= due);
  CHECK(real <= due + 20ms);
}

// By the moment they are due; of one moment threads print in any order, each its own in order.
std::map<Time, std::multimap<std::string, std::string>> by_moment(const Timeline& timeline) {
  std::map<Time, std::multimap<std::string, std::string>> lines;
  for (const OutputLine& line : timeline.output()) {
    lines[line.time].emplace(timeline.tasks()[index(line.task)].name, line.text);
  }
  return lines;
}

// The real lines, each at the moment of the expected one at its place.
void check_lines(const Timeline& real, const Timeline& expected) {
  REQUIRE(real.output().size() == expected.output().size());
  std::map<Time, std::multimap<std::string, std::string>> lines;
  for (std::size_t i = 0; i < real.output().size(); ++i) {
    const OutputLine& line = real.output()[i];
    const Time due = expected.output()[i].time;
    check_moment(line.time, due);
    lines[due].emplace(real.tasks()[index(line.task)].name, line.text);
  }
  CHECK(lines == by_moment(expected));
}

}  // namespace

TEST_CASE("each built-in example runs on the host's clock as on the virtual one: never early, at most 20 ms late") {
  // All at once, since they only sleep; but begun one after the other, each with time to begin in.
  std::deque<LiveRun> runs;
  for (const Row& row : kTable) {
    runs.emplace_back(built_in(row.scenario), settings_of(row), 1);
    std::this_thread::sleep_for(50ms);
  }
  for (LiveRun& run : runs) {
    while (!run.timeline()->finished()) run.wait_for(1h);
  }
  for (std::size_t i = 0; i < std::size(kTable); ++i) {
    const Row& row = kTable[i];
    CAPTURE(row.scenario);
    CAPTURE(name(row.mode));
    CAPTURE(row.max_workers);
    const auto real = runs[i].timeline();
    const auto expected = simulate(built_in(row.scenario), settings_of(row));
    CHECK(real->end()->outcome == Outcome::finished);
    check_moment(real->end()->time, expected->end()->time);
    check_lines(*real, *expected);
    for (std::size_t task = 0; task < real->tasks().size(); ++task) {
      CHECK(real->tasks()[task].spans.size() >= expected->tasks()[task].spans.size());
      check_moment(*real->tasks()[task].finished, *expected->tasks()[task].finished);
    }
  }
}

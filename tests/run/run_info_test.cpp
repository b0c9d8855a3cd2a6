#include "core/run/run_info.h"

#include <doctest/doctest.h>

#include "tests/support/scenarios.h"

using namespace interleave;

namespace {

constexpr std::string_view kProgram = R"({"interleave": 1, "title": "Shop", "machine": {"cores": 3},
 "functions": {"serve": {"parameters": ["item", "seconds"], "steps": [
   {"print": "{item}"},
   {"sleep": "{seconds}"},
   {"repeat": 2, "index": "i", "steps": [{"block": 0.50},
     {"sleep": "{i}"}]}]}},
 "tasks": [
   {"name": "coffee", "call": "serve", "arguments": {"item": "flat white", "seconds": 1.50}, "after": 2},
   {"name": "own", "steps": [{"compute": 1}]}]})";

}  // namespace

TEST_CASE("what is known of a scenario's run is all that its views ask: words, seconds and lines of steps, and plans") {
  const RunInfo info = program_info(testing::scenario_of(kProgram));
  CHECK(info.scenario == "Shop");
  CHECK(info.cores == 3);
  CHECK(info.computes);
  CHECK(info.tasks ==
        std::vector<TaskInfo>{{"coffee", {"flat white", "1.50"}, Time(std::chrono::seconds(2))}, {"own", {}, Time{}}});
  const std::vector<StepInfo> steps = {{"print", "", {}, 3},     {"sleep", "", 1, 4},  {"repeat", "", {}, 5},
                                       {"block", "0.50", {}, 5}, {"sleep", "", {}, 6}, {"compute", "1", {}, 9}};
  CHECK(info.steps == steps);
}

TEST_CASE("a run says how it was run, and a scenario that computes nothing needs no cores") {
  RunSettings settings;
  settings.mode = Mode::pool;
  settings.max_workers = 7;
  settings.seed = 9;
  const RunInfo info = run_info(program_info(testing::built_in("coffee-shop")), settings, ClockKind::real_time);
  CHECK(info.mode == Mode::pool);
  CHECK(info.max_workers == 7);
  CHECK(info.seed == 9);
  CHECK(info.clock == ClockKind::real_time);
  CHECK_FALSE(info.computes);
}

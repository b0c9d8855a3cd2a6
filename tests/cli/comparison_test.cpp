#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/cli/support/process.h"

namespace interleave::test {

using nlohmann::json;

TEST_CASE("compare gives every mode's makespan and outcome, in the shape of the contract") {
  const Finished finished = cli({"compare", "coffee-shop", "--max-workers", "1", "--format", "json"});
  CHECK(finished.exit_code == 0);
  CHECK(json::parse(finished.out) == json::parse(R"({"scenario": "Coffee shop", "max_workers": 1, "modes": [
      {"mode": "sequential", "makespan": 9, "outcome": "finished"},
      {"mode": "coroutine", "makespan": 5, "outcome": "finished"},
      {"mode": "threads", "makespan": 5, "outcome": "finished"},
      {"mode": "pool", "makespan": 9, "outcome": "finished"}]})"));
}

TEST_CASE("the table of compare says how each mode stands against sequential") {
  const Finished finished = cli({"compare", "coffee-shop", "--max-workers", "2"});
  CHECK(finished.exit_code == 0);
  CHECK(finished.out ==
        "Coffee shop, max_workers 2\n"
        "\n"
        "mode            makespan  threads  against sequential\n"
        "sequential        9.00 s        1  -\n"
        "coroutine         5.00 s        1  1.80x faster\n"
        "threads           5.00 s        3  1.80x faster\n"
        "pool              5.00 s        2  1.80x faster\n");
}

TEST_CASE("sweep gives the makespan of every size of the pool, in the shape of the contract") {
  const Finished finished = cli({"sweep", "coffee-shop", "--workers", "1..3", "--format", "json"});
  CHECK(finished.exit_code == 0);
  CHECK(json::parse(finished.out) == json::parse(R"({"scenario": "Coffee shop", "points": [
      {"max_workers": 1, "makespan": 9}, {"max_workers": 2, "makespan": 5}, {"max_workers": 3, "makespan": 5}]})"));
}

TEST_CASE("sweep tries 1 to 16 workers where nothing else is said, and one where one number is") {
  CHECK(json::parse(cli({"sweep", "coffee-shop", "--format", "json"}).out).at("points").size() == 16);
  const auto points = json::parse(cli({"sweep", "coffee-shop", "--workers", "2", "--format", "json"}).out).at("points");
  CHECK(points == json::parse(R"([{"max_workers": 2, "makespan": 5}])"));
}

TEST_CASE("the table of sweep draws a bar for each size and marks the fewest workers that suffice") {
  const Finished finished = run_process({.arguments = {"sweep", "coffee-shop", "--workers", "1..3"},
                                         .input = "",
                                         .environment = {"COLUMNS=80", "LC_ALL=C"}});
  CHECK(finished.out ==
        "Coffee shop, on a thread pool\n"
        "\n"
        "max_workers      makespan\n"
        "          1        9.00 s  ############################################\n"
        "          2        5.00 s  ########################  <- knee\n"
        "          3        5.00 s  ########################\n"
        "\n"
        "knee: the fewest workers within 5 % of the shortest time\n");
}

TEST_CASE("sweep marks no knee where the last size tried was the best and more might be better") {
  const std::string six_equal_tasks = R"({"interleave": 1, "title": "Six", "functions": {"f": {"parameters": [],
      "steps": [{"sleep": 1}]}}, "tasks": [{"name": "a", "call": "f"}, {"name": "b", "call": "f"},
      {"name": "c", "call": "f"}, {"name": "d", "call": "f"}, {"name": "e", "call": "f"}, {"name": "g", "call": "f"}]})";
  CHECK(cli({"sweep", "-", "--workers", "1..2"}, six_equal_tasks).out.find("knee") == std::string::npos);
  CHECK(cli({"sweep", "-", "--workers", "1..6"}, six_equal_tasks).out.find("knee") != std::string::npos);
}

TEST_CASE("JSON escapes what a title may hold") {
  const std::string text = R"({"interleave": 1, "title": "a \"b\" \\ \u00e9", "tasks": [{"name": "a", "steps": []}]})";
  for (const std::string command : {"compare", "sweep"}) {
    CHECK(json::parse(cli({command, "-", "--format", "json"}, text).out).at("scenario") == "a \"b\" \\ \u00e9");
  }
}

}  // namespace interleave::test

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/cli/support/process.h"
#include "tests/cli/support/refusal.h"

namespace interleave::test {

using nlohmann::json;

TEST_CASE("compare gives every mode's makespan and outcome, in the shape of the contract") {
  const Finished finished = cli({"compare", "coffee-shop", "--max-workers", "1", "--format", "json"});
  CHECK(finished.exit_code == 0);
  CHECK(json::parse(finished.out) == json::parse(R"({"scenario": "Coffee shop", "max_workers": 1, "modes": [
      {"mode": "sequential", "makespan": 9, "outcome": "finished"},
      {"mode": "coroutine", "makespan": 5, "outcome": "finished"},
      {"mode": "threads", "makespan": 5, "outcome": "finished"},
      {"mode": "pool", "makespan": 9, "outcome": "finished"},
      {"mode": "processes", "makespan": 9.05, "outcome": "finished"}]})"));
}

TEST_CASE("the table of compare says how each mode stands against sequential") {
  const Finished finished = cli({"compare", "coffee-shop", "--max-workers", "2"});
  CHECK(finished.exit_code == 0);
  CHECK(finished.out ==
        "Coffee shop, max_workers 2\n"
        "\n"
        "mode            makespan  workers  against sequential\n"
        "sequential        9.00 s        1  -\n"
        "coroutine         5.00 s        1  1.80x faster\n"
        "threads           5.00 s        3  1.80x faster\n"
        "pool              5.00 s        2  1.80x faster\n"
        "processes         5.05 s        2  1.78x faster\n");
}

TEST_CASE("a mode in which the scenario cannot run has no makespan in compare, and its reason stands below the table") {
  const Finished table = cli({"compare", "producer-consumer"});
  CHECK(table.exit_code == 0);
  CHECK(table.out.find("\nprocesses              -        -  refused\n") != std::string::npos);
  CHECK(
      table.out.ends_with("\n\nrefused: in mode processes a task is in a worker process, from which no step \"put\" "
                          "reaches other tasks or their queues; run it with threads or a pool\n"));
  const json modes = json::parse(cli({"compare", "producer-consumer", "--format", "json"}).out).at("modes");
  REQUIRE(modes.size() == 5);
  CHECK(modes.at(4) == json::parse(R"({"mode": "processes", "makespan": null, "outcome": "refused"})"));
  CHECK(modes.at(3).at("outcome") == "finished");
}

TEST_CASE("sweep is of processes where that is the scenario's mode, or where it is told so") {
  const auto makespans = [](const std::vector<std::string>& more, const std::string& mode) {
    std::vector<std::string> arguments = {"sweep", "-", "--workers", "1..3", "--format", "json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    std::vector<double> found;
    const json sweep = json::parse(
        cli(arguments, R"({"interleave": 1, "title": "T", "mode": ")" + mode +
                           R"(", "machine": {"process_start": 0.5}, "tasks": [{"name": "a", "steps": [{"sleep": 1}]},
        {"name": "b", "steps": [{"sleep": 1}]}, {"name": "c", "steps": [{"sleep": 1}]}]})")
            .out);
    for (const json& point : sweep.at("points")) found.push_back(point.at("makespan"));
    return found;
  };
  const std::vector<double> of_threads = {3, 2, 1};
  const std::vector<double> of_processes = {3.5, 2.5, 1.5};
  CHECK(makespans({}, "sequential") == of_threads);
  CHECK(makespans({}, "processes") == of_processes);
  CHECK(makespans({"--mode", "processes"}, "coroutine") == of_processes);
  CHECK(makespans({"--mode", "pool"}, "processes") == of_threads);
  CHECK(cli({"sweep", "coffee-shop", "--mode", "processes"}).out.starts_with("Coffee shop, on processes\n"));
}

TEST_CASE("sweep refuses a scenario that cannot run on processes, and says which step is why") {
  check_refused({"sweep", "producer-consumer", "--mode", "processes"}, "no step \"put\" reaches other tasks");
  CHECK(cli({"sweep", "producer-consumer", "--workers", "2"}).exit_code == 0);
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

TEST_CASE("a number of workers with which a run deadlocks or fails is told so, and is never the knee") {
  const Finished table = cli({"sweep", "bank-transfer", "--workers", "1..2"});
  CHECK(table.out.find("1        0.20 s  ####") != std::string::npos);
  CHECK(table.out.find("2        0.10 s  deadlocked\n") != std::string::npos);
  CHECK(cli({"sweep", "bank-transfer", "--workers", "1..2", "--format", "json"}).out ==
        "{\"scenario\": \"Two transfers\", \"points\": [{\"max_workers\": 1, \"makespan\": 0.2}, "
        "{\"max_workers\": 2, \"makespan\": 0.1, \"outcome\": \"deadlocked\"}]}\n");
  CHECK(cli({"sweep", "bank-transfer", "--workers", "1..3"})
            .out.find("0.20 s  ############################################  <- knee") != std::string::npos);
  CHECK(cli({"sweep", "bank-transfer", "--workers", "2..3"}).out.find("knee") == std::string::npos);
}

TEST_CASE("JSON escapes what a title may hold") {
  const std::string text = R"({"interleave": 1, "title": "a \"b\" \\ \u00e9", "tasks": [{"name": "a", "steps": []}]})";
  for (const std::string command : {"compare", "sweep"}) {
    CHECK(json::parse(cli({command, "-", "--format", "json"}, text).out).at("scenario") == "a \"b\" \\ \u00e9");
  }
}

}  // namespace interleave::test

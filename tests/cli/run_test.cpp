#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/cli/support/process.h"

namespace interleave::test {
namespace {

struct Expected {
  std::string scenario, mode, max_workers;
  int makespan;
};

// The table at the end of the contract.
const std::vector<Expected> kTable = {
    {"coffee-shop", "sequential", "2", 9}, {"coffee-shop", "coroutine", "2", 5}, {"coffee-shop", "threads", "2", 5},
    {"coffee-shop", "pool", "1", 9},       {"coffee-shop", "pool", "2", 5},      {"coffee-shop", "pool", "3", 5},
    {"downloads", "sequential", "2", 15},  {"downloads", "coroutine", "2", 10},  {"downloads", "threads", "2", 10},
    {"downloads", "pool", "1", 15},        {"downloads", "pool", "2", 10},       {"downloads", "pool", "3", 10},
};

Finished run(const Expected& expected, const std::string& format) {
  return cli(
      {"run", expected.scenario, "--mode", expected.mode, "--max-workers", expected.max_workers, "--format", format});
}

}  // namespace

TEST_CASE("the record of each built-in example has exactly the makespan of the contract, as a whole number") {
  for (const Expected& expected : kTable) {
    CAPTURE(expected.scenario);
    CAPTURE(expected.mode);
    CAPTURE(expected.max_workers);
    const Finished finished = run(expected, "json");
    CHECK(finished.exit_code == 0);
    CHECK(finished.err == "");
    const auto record = nlohmann::json::parse(finished.out);
    CHECK(record.at("makespan").is_number_integer());
    CHECK(record.at("makespan") == expected.makespan);
    CHECK(record.at("mode") == expected.mode);
    CHECK(record.at("max_workers") == std::stoi(expected.max_workers));
    CHECK(record.at("outcome") == "finished");
    CHECK(record.at("clock") == "virtual");
  }
}

TEST_CASE("the console of each built-in example ends with the elapsed time") {
  for (const Expected& expected : kTable) {
    CAPTURE(expected.scenario);
    CAPTURE(expected.mode);
    CAPTURE(expected.max_workers);
    const Finished finished = run(expected, "console");
    CHECK(finished.exit_code == 0);
    CHECK(finished.out.ends_with("\nElapsed: " + std::to_string(expected.makespan) + ".00 s\n"));
  }
}

TEST_CASE("a scenario that cannot run on processes is refused there by the step that is why, whatever is asked for") {
  for (const std::string format : {"console", "chart", "json", "svg", "python", "cpp"}) {
    const Finished finished = cli({"run", "producer-consumer", "--mode", "processes", "--format", format});
    CHECK(finished.exit_code == 2);
    CHECK(finished.out == "");
    CHECK(finished.err.find("no step \"put\" reaches other tasks or their queues") != std::string::npos);
  }
  const std::string told_so = R"({"interleave": 1, "title": "T", "mode": "processes", "tasks": [
      {"name": "a", "steps": [{"start": "b"}]}, {"name": "b", "manual": true, "steps": []}]})";
  CHECK(cli({"run", "-"}, told_so).exit_code == 2);
  CHECK(cli({"run", "-", "--mode", "pool"}, told_so).exit_code == 0);
  CHECK(cli({"check", "-"}, told_so).exit_code == 0);
}

TEST_CASE("the record of a run on processes has the variables of each in a list, however many there are") {
  const auto shared_with = [](const std::string& max_workers) {
    const Finished finished =
        cli({"run", "async-race", "--mode", "processes", "--max-workers", max_workers, "--format", "json"});
    return nlohmann::json::parse(finished.out).at("shared");
  };
  CHECK(shared_with("1") == nlohmann::json::parse(R"([{"visits": 2}])"));
  CHECK(shared_with("2") == nlohmann::json::parse(R"([{"visits": 1}, {"visits": 1}])"));
  CHECK(shared_with("9") == nlohmann::json::parse(R"([{"visits": 1}, {"visits": 1}])"));
}

TEST_CASE("orders are served one after the other in sequential mode") {
  CHECK(cli({"run", "coffee-shop", "--mode", "sequential"}).out ==
        "Ordered coffee\n\t>> Received coffee\n"
        "Ordered food\n\t>> Received food\n"
        "Ordered cake\n\t>> Received cake\n"
        "Elapsed: 9.00 s\n");
}

TEST_CASE("all orders are placed before the first is served, and served by length, where nobody waits for a worker") {
  for (const std::string mode : {"coroutine", "threads"}) {
    CAPTURE(mode);
    CHECK(cli({"run", "coffee-shop", "--mode", mode}).out ==
          "Ordered coffee\nOrdered food\nOrdered cake\n"
          "\t>> Received coffee\n\t>> Received cake\n\t>> Received food\n"
          "Elapsed: 5.00 s\n");
  }
}

TEST_CASE("a pool of two takes the third order when the first is served") {
  CHECK(cli({"run", "coffee-shop", "--mode", "pool", "--max-workers", "2"}).out ==
        "Ordered coffee\nOrdered food\n\t>> Received coffee\n"
        "Ordered cake\n\t>> Received cake\n\t>> Received food\n"
        "Elapsed: 5.00 s\n");
}

TEST_CASE("printed lines have the moments of the contract in coroutine mode") {
  const auto record = nlohmann::json::parse(cli({"run", "coffee-shop", "--mode", "coroutine", "--format", "json"}).out);
  std::vector<std::pair<double, std::string>> lines;
  for (const auto& line : record.at("output")) lines.emplace_back(line.at("time"), line.at("task"));
  CHECK(lines == std::vector<std::pair<double, std::string>>{
                     {0, "coffee"}, {0, "food"}, {0, "cake"}, {1, "coffee"}, {3, "cake"}, {5, "food"}});
}

TEST_CASE("the same seed gives the same bytes, and the record names it") {
  const std::vector<std::string> arguments = {"run",    "coffee-shop",          "--mode",   "coroutine",
                                              "--seed", "18446744073709551615", "--format", "json"};
  const Finished first = cli(arguments);
  CHECK(first.exit_code == 0);
  CHECK(first.out == cli(arguments).out);
  CHECK(nlohmann::json::parse(first.out).at("seed") == 18446744073709551615U);
}

TEST_CASE("a scenario read from standard input runs in its own mode with its own max_workers") {
  const Finished finished = cli({"run", "-", "--format", "json"}, R"({"interleave": 1, "title": "Two", "mode": "pool",
      "max_workers": 1, "tasks": [{"name": "a", "steps": [{"sleep": 0.1}]}, {"name": "b", "steps": [{"sleep": 0.2}]}]})");
  REQUIRE(finished.exit_code == 0);
  const auto record = nlohmann::json::parse(finished.out);
  CHECK(record.at("mode") == "pool");
  CHECK(record.at("max_workers") == 1);
  CHECK(finished.out.find("\"makespan\": 0.3,") != std::string::npos);
}

TEST_CASE("speed is accepted and without effect on the virtual clock") {
  CHECK(cli({"run", "coffee-shop", "--speed", "3"}).out == cli({"run", "coffee-shop"}).out);
}

TEST_CASE("a chart has no line longer than the columns, and only ASCII outside a UTF-8 locale") {
  for (const std::string columns : {"60", "80", "120"}) {
    CAPTURE(columns);
    const Finished finished = run_process({.arguments = {"run", "coffee-shop", "--format", "chart"},
                                           .input = "",
                                           .environment = {"COLUMNS=" + columns, "LC_ALL=C"}});
    REQUIRE(finished.exit_code == 0);
    std::istringstream lines(finished.out);
    std::size_t longest = 0;
    for (std::string line; std::getline(lines, line);) longest = std::max(longest, line.size());
    CHECK(longest <= std::stoul(columns));
    CHECK(longest > std::stoul(columns) / 2);
    CHECK(std::all_of(finished.out.begin(), finished.out.end(), [](char c) { return c > 0; }));
    for (const std::string name : {"coffee", "food", "cake"}) CHECK(finished.out.find(name) != std::string::npos);
  }
}

TEST_CASE("a chart is drawn with more than ASCII in a UTF-8 locale") {
  const Finished finished = run_process(
      {.arguments = {"run", "coffee-shop", "--format", "chart"}, .input = "", .environment = {"LC_ALL=C.UTF-8"}});
  CHECK(std::any_of(finished.out.begin(), finished.out.end(), [](char c) { return c < 0; }));
}

}  // namespace interleave::test

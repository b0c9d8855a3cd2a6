// In which language the program is that a run is one of, and whether it has a GIL.
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/cli/support/process.h"
#include "tests/cli/support/refusal.h"

namespace interleave::test {
namespace {

using nlohmann::json;
using Arguments = std::vector<std::string>;

json record_of(Arguments more) {
  Arguments arguments = {"run", "photo-filters", "--format", "json"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const Finished finished = cli(arguments);
  REQUIRE(finished.exit_code == 0);
  return json::parse(finished.out);
}

std::vector<double> makespans(Arguments more) {
  Arguments arguments = {"compare", "photo-filters", "--format", "json"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  std::vector<double> found;
  const json comparison = json::parse(cli(arguments).out);
  for (const json& mode : comparison.at("modes")) found.push_back(mode.at("makespan"));
  return found;
}

}  // namespace

TEST_CASE("a run is one of a Python program with its GIL, where nobody says otherwise; the record says which it is") {
  struct Case {
    Arguments options;
    const char* language;
    bool gil;
    double makespan;
  };
  for (const Case& example : {Case{{}, "python", true, 9},
                              {{"--language", "python"}, "python", true, 9},
                              {{"--gil", "on"}, "python", true, 9},
                              {{"--gil", "off"}, "python", false, 5.5},
                              {{"--language", "cpp"}, "cpp", false, 5.5},
                              {{"--language", "cpp", "--gil", "off"}, "cpp", false, 5.5}}) {
    const json record = record_of(example.options);
    CHECK(record.at("language") == example.language);
    CHECK(record.at("gil") == example.gil);
    CHECK(record.at("makespan") == example.makespan);
  }
}

TEST_CASE("what waits for the GIL is ready, and holds its thread meanwhile") {
  const json record = record_of({});
  CHECK(record.at("tasks").at(1).at("spans").at(1) ==
        json::parse(R"({"state": "ready", "cause": "gil", "begin": 0.5, "end": 0.75, "worker": "thread 2"})"));
  for (const json& worker : record.at("workers")) CHECK(worker.at("held") == 1);
  CHECK(record.at("workers").at(3).at("held_ready") > 4);
  CHECK(record_of({"--mode", "coroutine"}).at("workers").at(0).at("held_ready") == 0);
}

TEST_CASE("compare and sweep are of the language and the GIL that they are told, and say so where tasks compute") {
  CHECK(makespans({}) == std::vector<double>{12, 9, 9, 9.5, 6.05});
  CHECK(makespans({"--gil", "off"}) == std::vector<double>{12, 9, 5.5, 6, 6.05});
  CHECK(makespans({"--language", "cpp"}) == std::vector<double>{12, 9, 5.5, 6, 6.05});
  const auto head = [](const Arguments& arguments) {
    const std::string text = cli(arguments).out;
    return text.substr(0, text.find('\n'));
  };
  CHECK(head({"compare", "photo-filters"}) == "Photo filters on two cores, max_workers 2, Python with its GIL");
  CHECK(head({"sweep", "photo-filters", "--workers", "1..2"}) ==
        "Photo filters on two cores, on a thread pool, Python with its GIL");
  CHECK(head({"sweep", "photo-filters", "--workers", "1..2", "--language", "cpp"}) ==
        "Photo filters on two cores, on a thread pool, C++");
  CHECK(head({"compare", "coffee-shop", "--language", "cpp"}) == "Coffee shop, max_workers 2");
  const json points = json::parse(
      cli({"sweep", "photo-filters", "--workers", "2..4", "--gil", "off", "--format", "json"}).out)["points"];
  CHECK(points.at(0).at("makespan") == 6);
}

TEST_CASE("a chart and a picture name the language of a run that computes") {
  const std::string chart = cli({"run", "photo-filters", "--format", "chart", "--gil", "off"}).out;
  CHECK(chart.starts_with("Photo filters on two cores: threads, Python without a GIL, finished after 5.5 s\n"));
  const std::string svg = cli({"run", "photo-filters", "--format", "svg", "--language", "cpp"}).out;
  CHECK(svg.find(">threads, C++, simulated: finished after 5.5 s<") != std::string::npos);
  CHECK(cli({"run", "coffee-shop", "--format", "chart"}).out.starts_with("Coffee shop: sequential, finished"));
}

TEST_CASE("a recording keeps its language and its GIL") {
  const TemporaryFolder folder;
  for (const Arguments& options : {Arguments{}, {"--gil", "off"}, {"--language", "cpp"}}) {
    Arguments arguments = {"run", "photo-filters", "--format", "recording", "-o", folder.path("run")};
    arguments.insert(arguments.end(), options.begin(), options.end());
    REQUIRE(cli(arguments).exit_code == 0);
    const json shown = json::parse(cli({"show", folder.path("run"), "--format", "json"}).out);
    CHECK(shown == record_of(options));
  }
}

TEST_CASE("what contradicts itself is refused: a GIL in C++, or one language for the run and another for its program") {
  for (const std::string command : {"run", "compare", "sweep"}) {
    check_refused({command, "photo-filters", "--language", "cpp", "--gil", "on"}, "--gil: a C++ program has no GIL");
    check_refused({command, "photo-filters", "--language", "rust"}, "is none of python, cpp");
    check_refused({command, "photo-filters", "--gil", "true"}, "is none of on, off");
  }
  check_refused({"run", "photo-filters", "--format", "cpp", "--gil", "on"}, "--gil: a C++ program has no GIL");
  check_refused({"run", "photo-filters", "--format", "cpp", "--language", "python"},
                "--language: python contradicts --format cpp");
  check_refused({"run", "photo-filters", "--format", "python", "--language", "cpp"},
                "--language: cpp contradicts --format python");
  CHECK(cli({"run", "photo-filters", "--format", "cpp", "--language", "cpp"}).exit_code == 0);
  CHECK(cli({"run", "photo-filters", "--format", "python", "--gil", "off"}).exit_code == 0);
}

TEST_CASE("a scenario whose computations are too long to take turns keeps out the GIL that it was written without") {
  const std::string long_ones = R"({"interleave": 1, "title": "Long", "mode": "threads", "machine": {"gil": false},
      "tasks": [{"name": "a", "steps": [{"compute": 86400}]}, {"name": "b", "steps": [{"compute": 86400}]}]})";
  CHECK(json::parse(cli({"run", "-", "--format", "json"}, long_ones).out).at("makespan") == 86400);
  for (const std::string command : {"run", "compare", "sweep"}) {
    const Finished finished = cli({command, "-", "--gil", "on"}, long_ones);
    CHECK(finished.exit_code == 2);
    CHECK(finished.out == "");
    CHECK(finished.err.find("--gil: on is too much for this scenario") != std::string::npos);
  }
}

}  // namespace interleave::test

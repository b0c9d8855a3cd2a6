#include <chrono>
#include <doctest/doctest.h>
#include <future>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "tests/cli/support/process.h"

namespace interleave::test {
namespace {

using Clock = std::chrono::steady_clock;

struct Run {
  std::string scenario, mode, max_workers;
  double makespan = 0;
  Finished finished = {};
  double lasted = 0;  // the whole process, in seconds of the host
};

Run carry_out(Run run) {
  const auto begin = Clock::now();
  run.finished = cli({"run", run.scenario, "--mode", run.mode, "--max-workers", run.max_workers, "--clock", "real",
                      "--format", "json"});
  run.lasted = std::chrono::duration<double>(Clock::now() - begin).count();
  return run;
}

// Never early, and at most 20 ms late.
void check_moment(double seen, double due) {
  CHECK(seen >= due);
  CHECK(seen <= due + 0.020);
}

}  // namespace

TEST_CASE("on the real clock each built-in example takes what the contract says, never less and at most 20 ms more") {
  // Beside each other, since they only sleep; but started one after the other, since starting needs a core that another
  // one's first lines would have to wait for.
  constexpr auto kBetweenStarts = std::chrono::milliseconds(100);
  auto start = Clock::now();
  std::vector<std::future<Run>> runs;
  for (const Run& run : std::vector<Run>{
           {"coffee-shop", "sequential", "2", 9},
           {"coffee-shop", "coroutine", "2", 5},
           {"coffee-shop", "threads", "2", 5},
           {"coffee-shop", "pool", "1", 9},
           {"coffee-shop", "pool", "2", 5},
           {"coffee-shop", "pool", "3", 5},
           {"downloads", "sequential", "2", 15},
           {"downloads", "coroutine", "2", 10},
           {"downloads", "threads", "2", 10},
           {"downloads", "pool", "1", 15},
           {"downloads", "pool", "2", 10},
           {"downloads", "pool", "3", 10},
       }) {
    runs.push_back(std::async(std::launch::async, carry_out, run));
    std::this_thread::sleep_until(start += kBetweenStarts);
  }
  for (std::future<Run>& future : runs) {
    const Run run = future.get();
    CAPTURE(run.scenario);
    CAPTURE(run.mode);
    CAPTURE(run.max_workers);
    CHECK(run.finished.exit_code == 0);
    const auto real = nlohmann::json::parse(run.finished.out);
    check_moment(real.at("makespan"), run.makespan);
    CHECK(run.lasted >= run.makespan);
    const auto predicted = nlohmann::json::parse(
        cli({"run", run.scenario, "--mode", run.mode, "--max-workers", run.max_workers, "--format", "json"}).out);
    REQUIRE(real.at("output").size() == predicted.at("output").size());
    for (std::size_t i = 0; i < real.at("output").size(); ++i) {
      check_moment(real.at("output")[i].at("time"), predicted.at("output")[i].at("time"));
    }
  }
}

TEST_CASE("at ten times the speed the scenario's clock says the same and the host's a tenth") {
  const auto begin = Clock::now();
  const Finished finished = cli({"run", "coffee-shop", "--mode", "coroutine", "--clock", "real", "--speed", "10"});
  const double lasted = std::chrono::duration<double>(Clock::now() - begin).count();
  CHECK(finished.exit_code == 0);
  CHECK(
      finished.out.starts_with("Ordered coffee\nOrdered food\nOrdered cake\n"
                               "\t>> Received coffee\n\t>> Received cake\n\t>> Received food\nElapsed: 5."));
  CHECK(lasted >= 0.5);
  CHECK(lasted < 1);
}

}  // namespace interleave::test

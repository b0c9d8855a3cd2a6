// What is left of worker processes when the program that they belong to is killed. INTERLEAVE_KILLED_PARENTS says how
// many are.
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include "tests/cli/support/process.h"

namespace interleave::test {
namespace {

using namespace std::chrono_literals;

constexpr const char* kTalkers = R"({"interleave": 1, "title": "Talkers", "functions": {"talk": {"steps":
    [{"repeat": 20000, "steps": [{"print": "a line of some length"}, {"sleep": 0.001}]}]}},
    "tasks": [{"name": "a", "call": "talk"}, {"name": "b", "call": "talk"}]})";

int kills() {
  const char* const text = std::getenv("INTERLEAVE_KILLED_PARENTS");
  return text == nullptr ? 3 : std::atoi(text);
}

// Whether any process has that in its environment, which it has from who started it.
bool anybody_has(const std::string& variable) {
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    std::ifstream file(entry.path() / "environ", std::ios::binary);
    const std::string environment{std::istreambuf_iterator<char>(file), {}};
    if (environment.find(variable) != environment.npos) return true;
  }
  return false;
}

bool nobody_is_left_with(const std::string& variable) {
  const auto give_up = std::chrono::steady_clock::now() + 10s;
  while (anybody_has(variable)) {
    if (std::chrono::steady_clock::now() > give_up) return false;
    std::this_thread::sleep_for(5ms);
  }
  return true;
}

}  // namespace

TEST_CASE("no worker process is left behind a program that was killed, whatever they were doing") {
  for (int kill = 0; kill < kills(); ++kill) {
    CAPTURE(kill);
    const std::string mark = "INTERLEAVE_TEST_MARK=" + std::to_string(kill) + "-of-killed-parents";
    const Finished finished = run_process({.arguments = {"run", "-", "--clock", "real", "--mode", "processes"},
                                           .input = kTalkers,
                                           .environment = {mark},
                                           .signal = SIGKILL,
                                           .after_lines = 1 + kill * 7 % 40});
    CHECK(finished.exit_code == 128 + SIGKILL);
    CHECK(finished.out.starts_with("a line of some length\n"));
    CHECK(nobody_is_left_with(mark));
  }
}

TEST_CASE("the command that makes a program a worker process is none for its user") {
  const Finished finished = cli({"worker-process"});
  CHECK(finished.exit_code == 2);
  CHECK(finished.out.empty());
  CHECK(finished.err.starts_with("worker-process is how Interleave starts its own worker processes"));
}

}  // namespace interleave::test

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <signal.h>
#include <string>
#include <vector>

#include "tests/cli/support/process.h"

namespace interleave::test {
namespace {

// Prints, then waits for an hour: nothing but a signal ends it in time.
constexpr const char* kLong = R"({"interleave": 1, "title": "Long", "tasks": [
    {"name": "a", "steps": [{"print": "one"}, {"sleep": 3600}, {"print": "two"}]},
    {"name": "b", "steps": [{"sleep": 3600}]}]})";

}  // namespace

TEST_CASE("a signal in a real run cancels it, prints what there is, and exits with 130, in every mode") {
  for (const int signal : {SIGINT, SIGTERM}) {
    for (const std::string mode : {"sequential", "coroutine", "threads", "pool", "processes"}) {
      CAPTURE(signal);
      CAPTURE(mode);
      const Finished finished = run_process({.arguments = {"run", "-", "--clock", "real", "--mode", mode},
                                             .input = kLong,

                                             .signal = signal,
                                             .after_lines = 1});
      CHECK(finished.exit_code == 130);
      CHECK(finished.out.starts_with("one\nElapsed: "));
      CHECK(finished.err.find("cancelled at ") != std::string::npos);
    }
  }
}

TEST_CASE("the record of an interrupted run is whole, and says cancelled") {
  const TemporaryFolder folder;
  const std::string path = folder.path("record.json");
  const Finished finished = run_process(
      {.arguments = {"run", "-", "--clock", "real", "--format", "json", "-o", path}, .input = kLong, .signal = SIGINT});
  CHECK(finished.exit_code == 130);
  const auto record = nlohmann::json::parse(contents_of(path));
  CHECK(record.at("outcome") == "cancelled");
  CHECK(record.at("clock") == "real");
  CHECK(record.at("tasks").size() == 2);
}

}  // namespace interleave::test

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/interchange/recording.h"
#include "tests/cli/support/process.h"
#include "tests/cli/support/refusal.h"
#include "tests/interchange/runs_by_hand.h"

namespace interleave::test {
namespace {

std::string record(const TemporaryFolder& folder, const std::string& name, std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--format", "recording", "-o", folder.path(name)});
  const Finished finished = cli(arguments);
  CHECK(finished.out == "");
  return folder.path(name);
}

}  // namespace

TEST_CASE("show gives of a recording what the run itself would have given, in every format") {
  const TemporaryFolder folder;
  for (const std::string mode : {"sequential", "coroutine", "threads", "pool", "processes"}) {
    const std::string path = record(folder, "run.interleave", {"run", "photo-filters", "--mode", mode});
    for (const std::string format : {"console", "chart", "json", "trace", "csv", "svg"}) {
      CAPTURE(format);
      const Finished shown = cli({"show", path, "--format", format});
      CHECK(shown.exit_code == 0);
      CHECK(shown.err == "");
      CHECK(shown.out == cli({"run", "photo-filters", "--mode", mode, "--format", format}).out);
      CHECK(cli({"show", path, "--format", format, "-o", folder.path("result")}).out == "");
      CHECK(contents_of(folder.path("result")) == shown.out);
    }
  }
}

TEST_CASE("a recording without a scenario is shown in every format, and taken along as a recording again") {
  const TemporaryFolder folder;
  const std::string bytes = write_recording(testing::run_of_another_program(), "");
  const std::string path = folder.write("other.interleave", bytes);
  const auto shown = [&](const std::string& format) {
    const Finished finished = cli({"show", path, "--format", format});
    CHECK(finished.exit_code == 0);
    CHECK(finished.err.find("the run failed: writer: no disk") != std::string::npos);
    return finished.out;
  };
  CHECK(shown("console") == "reading\nread\nElapsed: 5.00 s\n");
  CHECK(shown("chart").starts_with("server.py: on the real clock, failed after 5 s"));
  const auto record = nlohmann::json::parse(shown("json"));
  CHECK(record.at("mode").is_null());
  CHECK(record.at("max_workers").is_null());
  CHECK(nlohmann::json::parse(shown("trace")).at("otherData").at("mode").is_null());
  CHECK(shown("csv").find("\nmain,waiting,lock,2,5,3,MainThread,2\n") != std::string::npos);
  CHECK(shown("svg").find(">on the real clock: failed after 5 s<") != std::string::npos);
  CHECK(cli({"show", path, "--format", "recording", "-o", folder.path("again")}).exit_code == 0);
  CHECK(contents_of(folder.path("again")) == bytes);
  for (const std::string program : {"python", "cpp"}) {
    check_refused({"show", path, "--format", program}, "\"" + program + "\" is none of console, chart");
  }
}

TEST_CASE("show prints the output of a recording unless told otherwise") {
  const TemporaryFolder folder;
  const std::string path = record(folder, "a", {"run", "coffee-shop", "--mode", "coroutine"});
  CHECK(cli({"show", path}).out == cli({"run", "coffee-shop", "--mode", "coroutine"}).out);
}

TEST_CASE("a run on the real clock is recorded with its times and its scenario's text") {
  const TemporaryFolder folder;
  const std::string text =
      R"({"interleave": 1, "title": "Mine", "tasks": [{"name": "a", "steps": [{"sleep": 0.01}]}]})";
  const std::string path =
      record(folder, "a", {"run", folder.write("mine.json", text), "--clock", "real", "--mode", "threads"});
  const auto shown = nlohmann::json::parse(cli({"show", path, "--format", "json"}).out);
  CHECK(shown.at("clock") == "real");
  CHECK(shown.at("scenario") == "Mine");
  CHECK(shown.at("tasks").at(0).at("outcome") == "finished");
  CHECK(shown.at("makespan") >= 0.01);
  CHECK(contents_of(path).find(text) != std::string::npos);
}

TEST_CASE("a recording needs a file, and is not replaced by what is shown of it") {
  check_refused({"run", "coffee-shop", "--format", "recording"}, "name a file for it, as in -o run.interleave");
  check_refused({"run", "coffee-shop", "--format", "recording", "-o", "-"}, "name a file for it");
  const TemporaryFolder folder;
  const std::string path = record(folder, "a", {"run", "coffee-shop"});
  const std::string before = contents_of(path);
  check_refused({"show", path, "-o", folder.path("./a")}, "is the recording itself");
  CHECK(contents_of(path) == before);
}

TEST_CASE("what is no recording, or a broken or newer one, is refused and says which, in every format") {
  const TemporaryFolder folder;
  const std::string bytes = contents_of(record(folder, "good", {"run", "coffee-shop"}));
  std::string newer = bytes;
  newer[8] = 9;
  std::string damaged = bytes;
  damaged.back() = static_cast<char>(damaged.back() ^ 1);
  for (const std::string format : {"console", "svg"}) {
    const auto refused = [&](const std::string& contents, const std::string& expected) {
      check_refused({"show", folder.write("bad", contents), "--format", format, "-o", folder.path("good")}, expected);
    };
    refused(bytes.substr(0, bytes.size() - 1), "/bad ends too early: the file was cut off");
    refused(damaged, "/bad is damaged: its checksum does not match its contents");
    refused(newer, "/bad was made by a newer version of Interleave");
    refused("{\"interleave\": 1}", "/bad is no recording of Interleave");
    refused("", "/bad is empty");
  }
  CHECK(contents_of(folder.path("good")) == bytes);
  check_refused({"show", folder.path("absent")}, "No such file or directory");
  check_refused({"show", folder.path()}, "Is a directory");
  check_refused({"show", "coffee-shop", "--format", "recording"}, "recording");
}

TEST_CASE("traces and tables of the command line are what their readers expect") {
  const auto trace = nlohmann::json::parse(cli({"run", "coffee-shop", "--format", "trace"}).out);
  CHECK(trace.at("traceEvents").size() > 20);
  const std::string csv = cli({"run", "coffee-shop", "--mode", "pool", "--format", "csv"}).out;
  CHECK(csv.starts_with("task,state,cause,begin,end,length,worker,step\ncoffee,waiting,sleep,0,1,1,worker 1,"));
  CHECK(cli({"run", "coffee-shop", "--format", "svg"})
            .out.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "));
}

}  // namespace interleave::test

// Tasks of an event loop whose steps are done by threads beside it.
#include <algorithm>
#include <doctest/doctest.h>
#include <string>

#include "core/record/names.h"
#include "core/run/simulate.h"
#include "core/timeline/sharing_marks.h"
#include "tests/support/run_text.h"
#include "tests/support/scenarios.h"

namespace interleave::testing {
namespace {

std::shared_ptr<const Timeline> run_of(const std::string& tasks, const std::string& more = "",
                                       Mode mode = Mode::coroutine) {
  const Scenario scenario = scenario_with_tasks(tasks, more);
  RunSettings settings = default_settings(scenario);
  settings.mode = mode;
  return simulate(scenario, settings);
}

const std::string kClock =
    R"({"name": "clock", "steps": [{"repeat": 2, "steps": [{"sleep": 0.5}, {"print": "tick"}]}]})";

}  // namespace

TEST_CASE("a task that blocks beside the loop holds a worker of its own, and the loop goes on") {
  const auto run =
      run_of(R"({"name": "report", "to_thread": true, "steps": [{"block": 2}, {"print": "written"}]}, )" + kClock);
  CHECK(printed(*run) == "0.5 clock: tick\n1 clock: tick\n2 report: written\n");
  CHECK(chart(*run) ==
        "report: 0 waiting/sleep@worker 1 2 finished\n"
        "clock: 0 waiting/sleep 0.5 waiting/sleep 1 finished\n");
  CHECK(run->workers().front().name == "event loop");
}

TEST_CASE("beside the loop a sleep holds its thread, too") {
  CHECK(chart(*run_of(R"({"name": "a", "to_thread": true, "steps": [{"sleep": 1}, {"sleep": 0}, {"block": 1}]})")) ==
        "a: 0 waiting/sleep@worker 1 1 waiting/sleep@worker 1 2 finished\n");
}

TEST_CASE("in the other modes a task with to_thread is like others") {
  for (const Mode mode : {Mode::sequential, Mode::threads, Mode::pool}) {
    CAPTURE(name(mode));
    const auto tasks = [](const std::string& flag) {
      return R"({"name": "report", )" + flag + R"("steps": [{"sleep": 1}, {"compute": 1}, {"print": "x"}]}, )" + kClock;
    };
    CHECK(chart(*run_of(tasks(R"("to_thread": true, )"), "", mode)) == chart(*run_of(tasks(""), "", mode)));
  }
}

TEST_CASE("the pool beside the loop has four workers more than the machine has cores, and others queue") {
  std::string tasks;
  for (const char* const name : {"a", "b", "c", "d", "e", "f"}) {
    tasks += std::string(tasks.empty() ? "" : ", ") + R"({"name": ")" + name +
             R"(", "to_thread": true, "steps": [{"block": 1}]})";
  }
  const auto run = run_of(tasks, R"("machine": {"cores": 1},)");
  CHECK(run->workers().size() == 6);
  CHECK(chart(*run).ends_with(
      "e: 0 waiting/sleep@worker 5 1 finished\nf: 0 queued 1 waiting/sleep@worker 1 2 finished\n"));
  CHECK(run_of(tasks, R"("machine": {"cores": 2},)")->workers().size() == 7);
}

TEST_CASE("a loop that is held hears of a thread's end when it has a turn, and so does who awaits it") {
  const auto run = run_of(R"({"name": "a", "to_thread": true, "steps": [{"block": 1}, {"return": 7}]},
    {"name": "b", "steps": [{"await": "a", "into": "x"}, {"print": "{x}"}]},
    {"name": "c", "steps": [{"sleep": 0.5}, {"block": 2}]})");
  CHECK(printed(*run) == "2.5 b: 7\n");
  CHECK(chart(*run).starts_with("a: 0 waiting/sleep@worker 1 1 ready/loop 2.5 finished\n"));
}

TEST_CASE("what fails on a thread fails who awaits it, unless that is handled") {
  const auto run = run_of(R"({"name": "a", "to_thread": true, "steps": [{"block": 1}, {"raise": "no paper"}]},
    {"name": "b", "steps": [{"try": [{"await": "a"}], "except": [{"print": "handled"}]}]})");
  CHECK(printed(*run) == "1 b: handled\n");
  CHECK(run->tasks()[0].error == "no paper");
  CHECK(run->end()->outcome == Outcome::finished);
}

TEST_CASE("who awaits a cancelled task is told at once, and its thread goes on to the end of its steps") {
  const auto run =
      run_of(R"({"name": "a", "to_thread": true, "steps": [{"block": 2}, {"print": "still here"}, {"return": 1}]},
    {"name": "b", "steps": [{"try": [{"await": "a"}], "finally": [{"print": "b leaves"}]}]},
    {"name": "c", "steps": [{"sleep": 1}, {"cancel": "a"}]})");
  CHECK(printed(*run) == "1 b: b leaves\n2 a: still here\n");
  CHECK(
      chart(*run) ==
      "a: 0 waiting/sleep@worker 1 2 cancelled\nb: 0 waiting/await_task 1 cancelled\nc: 0 waiting/sleep 1 finished\n");
  CHECK(run->tasks()[0].cancelled->at == Time(std::chrono::seconds(1)));
  CHECK_FALSE(run->tasks()[0].result);
  CHECK(run->horizon() == Time(std::chrono::seconds(2)));
}

TEST_CASE("a task that is cancelled while it queues for a thread never begins") {
  std::string tasks = R"({"name": "canceller", "steps": [{"sleep": 0.5}, {"cancel": "last"}]})";
  for (int i = 0; i < 5; ++i) {
    tasks += R"(, {"name": ")" + std::to_string(i) + R"(", "to_thread": true, "steps": [{"block": 1}]})";
  }
  tasks += R"(, {"name": "last", "to_thread": true, "steps": [{"print": "x"}]})";
  const auto run = run_of(tasks, R"("machine": {"cores": 1},)");
  CHECK(printed(*run).empty());
  CHECK_FALSE(run->tasks().back().started);
  CHECK(chart(*run).ends_with("last: 0 queued 0.5 cancelled\n"));
}

TEST_CASE("a task whose time is up fails at once for who awaits it, and its thread goes on") {
  const auto run = run_of(R"({"name": "a", "to_thread": true, "timeout": 1, "steps": [{"block": 3}, {"print": "late"}]},
    {"name": "b", "steps": [{"try": [{"await": "a"}], "except": [{"print": "too long"}]}]})");
  CHECK(printed(*run) == "1 b: too long\n3 a: late\n");
  CHECK(run->tasks()[0].error == "timed out");
  CHECK(run->tasks()[0].finished == Time(std::chrono::seconds(3)));
}

TEST_CASE("a main program that leaves cancels what runs beside the loop, and waits for its threads all the same") {
  const auto run = run_of(R"({"name": "a", "steps": [{"sleep": 1}, {"raise": "no"}]},
    {"name": "b", "to_thread": true, "steps": [{"block": 3}]})",
                          R"("on_error": "first", "main": "leaves",)");
  CHECK(chart(*run) == "a: 0 waiting/sleep 1 failed\nb: 0 waiting/sleep@worker 1 3 cancelled\n");
  CHECK(run->end()->time == Time(std::chrono::seconds(3)));
}

TEST_CASE("a thread beside the loop that computes has the GIL, which the loop gets for a round a time slice later") {
  const std::string tasks = R"({"name": "report", "to_thread": true, "steps": [{"compute": 1}]}, )" + kClock;
  // The timer's round, and the task's own: each begins by letting go of it.
  CHECK(printed(*run_of(tasks)) == "0.51 clock: tick\n1.01 clock: tick\n");
  CHECK(printed(*run_of(tasks, R"("machine": {"gil": false},)")) == "0.5 clock: tick\n1 clock: tick\n");
}

TEST_CASE("a task on the loop that computes and a thread beside it take turns at the GIL") {
  CHECK(chart(*run_of(R"({"name": "a", "to_thread": true, "steps": [{"compute": 0.01}]},
                         {"name": "b", "steps": [{"compute": 0.01}]})")) ==
        "a: 0 ready/gil@worker 1 0.005 running@worker 1 0.01 ready/gil@worker 1 0.015 running@worker 1 0.02 finished\n"
        "b: 0 running@event loop 0.005 ready/gil@event loop 0.01 running@event loop 0.015 finished\n");
}

TEST_CASE("a thread beside the loop may lose an update between its read and its write") {
  const auto run = run_of(R"({"name": "a", "to_thread": true,
      "steps": [{"read": "n", "into": "x"}, {"block": 1}, {"write": "n", "value": "x + 1"}]},
    {"name": "b", "steps": [{"sleep": 0.5}, {"read": "n", "into": "x"}, {"write": "n", "value": "x + 1"}]})",
                          R"("shared": {"n": 0},)");
  REQUIRE(run->stale_writes().size() == 1);
  CHECK(run->stale_writes()[0].kind == StaleWrite::lost_update);
}

TEST_CASE(
    "between a thread beside the loop and the loop accesses are unordered, unless one has been told of the other") {
  const auto unordered = [](const std::string& tasks) {
    const auto run = run_of(tasks, R"("shared": {"n": 0},)");
    const auto marks = marks_of(*run);
    return std::count_if(marks.begin(), marks.end(),
                         [](const SharingMark& mark) { return mark.kind == SharingMark::Kind::unordered; });
  };
  const std::string thread =
      R"({"name": "a", "to_thread": true, "steps": [{"block": 1}, {"write": "n", "value": 1}]}, )";
  CHECK(unordered(thread + R"({"name": "b", "steps": [{"sleep": 2}, {"block": 1}, {"write": "n", "value": 2}]})") == 0);
  CHECK(unordered(thread + R"({"name": "b", "steps": [{"block": 2}, {"write": "n", "value": 2}]})") == 1);
  CHECK(unordered(thread + R"({"name": "b", "steps": [{"write": "n", "value": 2}]})") == 1);
  CHECK(unordered(thread +
                  R"({"name": "b", "to_thread": true, "steps": [{"block": 2}, {"write": "n", "value": 2}]})") == 1);
  CHECK(unordered(R"({"name": "b", "steps": [{"write": "n", "value": 2}]},
    {"name": "c", "steps": [{"sleep": 1}, {"write": "n", "value": 3}, {"start": "a"}]},
    {"name": "a", "manual": true, "to_thread": true, "steps": [{"write": "n", "value": 1}]})") == 0);
}

TEST_CASE("where a loop waits for ever, its threads have come to their ends before") {
  const auto run = run_of(R"({"name": "a", "to_thread": true, "steps": [{"block": 1}, {"print": "done"}]},
    {"name": "b", "steps": [{"get": "q", "into": "x"}]})",
                          R"("queues": {"q": 1},)");
  CHECK(printed(*run) == "1 a: done\n");
  CHECK(run->tasks()[0].outcome == Outcome::finished);
  CHECK(run->end()->outcome == Outcome::deadlocked);
}

}  // namespace interleave::testing

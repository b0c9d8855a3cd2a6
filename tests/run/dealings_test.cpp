// How tasks start, await and cancel each other, fail, and handle that.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <string>

#include "core/record/names.h"
#include "core/run/simulate.h"
#include "tests/support/modes.h"
#include "tests/support/run_text.h"
#include "tests/support/scenarios.h"

namespace interleave {
namespace {

std::shared_ptr<const Timeline> run_tasks(Mode mode, const std::string& tasks, const std::string& more = "",
                                          int max_workers = 4) {
  RunSettings settings;
  settings.mode = mode;
  settings.max_workers = max_workers;
  return simulate(testing::scenario_with_tasks(tasks, more), settings);
}

// "0.5 text; " for each line printed.
std::string lines_of(const Timeline& timeline) {
  std::string text;
  for (const OutputLine& line : timeline.output()) text += fmt::format("{} {}; ", seconds(line.time), line.text);
  return text;
}

// "finished" or "failed: why" for each task, with what it returned.
std::string ends_of(const Timeline& timeline) {
  std::string text;
  for (const TaskTrack& task : timeline.tasks()) {
    text += fmt::format("{} {}", task.name, name(*task.outcome));
    if (!task.error.empty()) text += ": " + task.error;
    if (task.result) text += " -> " + task.result->text;
    if (task.cancelled) {
      const TaskId by = task.cancelled->by;
      text += by == TaskId::none ? " by none" : " by " + timeline.tasks()[index(by)].name;
    }
    text += "; ";
  }
  return text;
}

constexpr Mode kAtOnce[] = {Mode::threads, Mode::coroutine, Mode::pool};

constexpr const char* kKitchen =
    R"({"name": "soup", "manual": true, "steps": [{"sleep": 2}, {"return": 2}]},
       {"name": "salad", "manual": true, "steps": [{"sleep": 1}, {"return": 1}]})";

}  // namespace

TEST_CASE("a task starts others and takes their values in the order of its list, in every mode") {
  const std::string tasks = R"({"name": "waiter", "steps": [{"start": "soup"}, {"start": "salad"},
      {"await": ["soup", "salad"], "into": ["a", "b"]}, {"print": "{a} {b}"}, {"return": "a + b"}]}, )" +
                            std::string(kKitchen);
  for (const Mode mode : kAtOnce) {
    CAPTURE(name(mode));
    const auto run = run_tasks(mode, tasks);
    CHECK(lines_of(*run) == "2 2 1; ");
    CHECK(ends_of(*run) == "waiter finished -> 3; soup finished -> 2; salad finished -> 1; ");
  }
  const auto run = run_tasks(Mode::sequential, tasks);
  CHECK(lines_of(*run) == "3 2 1; ");
  const TaskTrack& waiter = run->tasks()[0];
  CHECK(waiter.spans.front().cause == Cause::await_task);
  CHECK(waiter.spans.front().worker == WorkerId::none);
}

TEST_CASE("as_completed takes tasks in the order in which they end, and one after another in that of the list") {
  const std::string tasks = R"({"name": "waiter", "steps": [{"start": "soup"}, {"start": "salad"},
      {"as_completed": ["soup", "salad"], "into": "x", "steps": [{"print": "{x}"}]}]}, )" +
                            std::string(kKitchen);
  for (const Mode mode : kAtOnce) {
    CAPTURE(name(mode));
    CHECK(lines_of(*run_tasks(mode, tasks)) == "1 1; 2 2; ");
  }
  CHECK(lines_of(*run_tasks(Mode::sequential, tasks)) == "2 2; 3 1; ");
}

TEST_CASE("texts are handed on as values, print as they are, and are no numbers") {
  const std::string tasks = R"({"name": "a", "steps": [{"start": "b"}, {"await": "b", "into": "x"}, {"print": "{x}!"},
      {"set": "y", "value": "x"}, {"print": "{y}"}, {"set": "z", "value": "x + 1"}]},
      {"name": "b", "manual": true, "call": "f", "arguments": {"dish": "ü soup"}})";
  const auto run = run_tasks(Mode::coroutine, tasks,
                             R"("functions": {"f": {"parameters": ["dish"], "steps": [{"return": "{dish}"}]}}, )");
  CHECK(lines_of(*run) == "0 ü soup!; 0 ü soup; ");
  CHECK(ends_of(*run) == "a failed: \"x + 1\": a text is no number; b finished -> ü soup; ");
}

TEST_CASE("a failure fails who awaits it, by way of finally, up to who handles it; then the run has not failed") {
  const std::string tasks = R"({"name": "a", "steps": [{"try": [{"start": "b"}, {"await": "b"}, {"print": "never"}],
        "except": [{"print": "handled"}], "finally": [{"print": "a cleans up"}]}]},
      {"name": "b", "manual": true, "steps": [{"try": [{"start": "c"}, {"await": "c"}], "finally": [{"print": "b cleans up"}]}]},
      {"name": "c", "manual": true, "steps": [{"sleep": 1}, {"raise": "burnt by {task}"}]})";
  for (const Mode mode : testing::kModesOfOneProcess) {
    CAPTURE(name(mode));
    const auto run = run_tasks(mode, tasks);
    CHECK(lines_of(*run) == "1 b cleans up; 1 handled; 1 a cleans up; ");
    CHECK(ends_of(*run) == "a finished; b failed: burnt by c; c failed: burnt by c; ");
    CHECK(run->end()->outcome == Outcome::finished);
    CHECK(run->tasks()[2].taken_by == task_id(0));
  }
}

TEST_CASE("a failure that nobody handles is that of the run, the first in time") {
  const auto run = run_tasks(Mode::threads, R"({"name": "a", "steps": [{"sleep": 2}, {"raise": "late"}]},
                                               {"name": "b", "steps": [{"sleep": 1}, {"raise": "early"}]})");
  CHECK(run->end()->outcome == Outcome::failed);
  CHECK(run->end()->error == "b: early");
}

TEST_CASE("return leaves by way of finally, which may raise or return instead") {
  CHECK(ends_of(
            *run_tasks(Mode::threads, R"({"name": "a", "steps": [{"try": [{"return": 1}], "finally": [{"sleep": 1}]}]},
      {"name": "b", "steps": [{"try": [{"return": 1}], "finally": [{"return": 2}]}]},
      {"name": "c", "steps": [{"try": [{"return": 1}], "finally": [{"raise": "no"}]}]},
      {"name": "d", "steps": [{"try": [{"raise": "no"}], "finally": [{"return": 3}]}]},
      {"name": "e", "steps": [{"try": [{"try": [{"raise": "one"}], "finally": [{"try": [{"raise": "two"}], "except": []}]}],
                               "except": [{"return": 4}]}]})")) ==
        "a finished -> 1; b finished -> 2; c failed: no; d finished -> 3; e finished -> 4; ");
}

TEST_CASE("a timeout on the loop cancels what is awaited and waits for its clean-up; on a thread that goes on") {
  const std::string tasks = R"({"name": "customer", "steps": [{"start": "kitchen"},
        {"try": [{"await": "kitchen", "timeout": 1}, {"print": "eats"}], "except": [{"print": "leaves"}]}]},
      {"name": "kitchen", "manual": true, "steps": [{"try": [{"sleep": 3}, {"print": "ready"}],
        "finally": [{"sleep": 0.5}, {"print": "cleaned"}]}]})";
  const auto loop = run_tasks(Mode::coroutine, tasks);
  CHECK(lines_of(*loop) == "1.5 cleaned; 1.5 leaves; ");
  CHECK(ends_of(*loop) == "customer finished; kitchen cancelled by customer; ");
  for (const Mode mode : {Mode::threads, Mode::pool}) {
    const auto run = run_tasks(mode, tasks);
    CHECK(lines_of(*run) == "1 leaves; 3 ready; 3.5 cleaned; ");
    CHECK(run->end()->outcome == Outcome::finished);
  }
  CHECK(lines_of(*run_tasks(Mode::sequential, tasks)) == "3 ready; 3.5 cleaned; 3.5 eats; ");
}

TEST_CASE("waiting for a lock or a queue can time out, and who comes later is served all the same") {
  const std::string tasks = R"({"name": "a", "steps": [{"lock": "m", "steps": [{"sleep": 3}]}]},
      {"name": "b", "steps": [{"try": [{"acquire": "m", "timeout": 1}], "except": [{"print": "b gives up"}]}]},
      {"name": "c", "steps": [{"acquire": "m", "timeout": 5}, {"print": "c has it"}]},
      {"name": "d", "steps": [{"get": "q", "into": "x", "timeout": 2}]})";
  for (const Mode mode : kAtOnce) {
    CAPTURE(name(mode));
    const auto run = run_tasks(mode, tasks, R"("queues": {"q": 0}, )");
    CHECK(lines_of(*run) == "1 b gives up; 3 c has it; ");
    CHECK(run->tasks()[3].error == "timed out");
    CHECK(run->tasks()[3].finished == Time(std::chrono::seconds(2)));
    CHECK(run->end()->error == "d: timed out");
  }
}

TEST_CASE("cancelling a task cuts it at its wait on the loop; in a pool only one that is queued; a thread goes on") {
  const std::string tasks = R"({"name": "a", "steps": [{"start": "b"}, {"start": "c"}, {"sleep": 1}, {"cancel": "b"},
        {"cancel": "c"}, {"print": "cancelled"}]},
      {"name": "b", "manual": true, "steps": [{"try": [{"sleep": 5}], "except": [{"print": "never"}], "finally": [{"print": "b leaves"}]}]},
      {"name": "c", "manual": true, "steps": [{"print": "c begins"}, {"sleep": 5}]})";
  const auto loop = run_tasks(Mode::coroutine, tasks);
  CHECK(lines_of(*loop) == "0 c begins; 1 cancelled; 1 b leaves; ");
  CHECK(ends_of(*loop) == "a finished; b cancelled by a; c cancelled by a; ");
  CHECK(loop->end()->outcome == Outcome::finished);
  const auto pool = run_tasks(Mode::pool, tasks, "", 2);
  CHECK(lines_of(*pool) == "1 cancelled; 5 b leaves; ");
  CHECK(ends_of(*pool) == "a finished; b finished; c cancelled by a; ");
  CHECK_FALSE(pool->tasks()[2].started);
  CHECK(lines_of(*run_tasks(Mode::threads, tasks)) == "0 c begins; 1 cancelled; 5 b leaves; ");
}

TEST_CASE("a task that is cancelled before its first turn never begins, and who awaits it is cancelled too") {
  const auto run = run_tasks(
      Mode::coroutine, R"({"name": "a", "steps": [{"start": "b"}, {"cancel": "b"}, {"await": "b"}, {"print": "never"}]},
                                                 {"name": "b", "manual": true, "steps": [{"print": "never"}]})");
  CHECK(lines_of(*run) == "");
  CHECK(ends_of(*run) == "a cancelled by b; b cancelled by a; ");
  CHECK_FALSE(run->tasks()[1].started);
}

TEST_CASE("cancelling one of two tasks that await each other changes nothing: they are deadlocked") {
  const auto run = run_tasks(Mode::coroutine, R"({"name": "a", "steps": [{"sleep": 1}, {"await": "b"}]},
      {"name": "b", "steps": [{"sleep": 1}, {"await": ["a"]}]}, {"name": "c", "steps": [{"sleep": 2}, {"cancel": "a"}]})");
  CHECK(run->end()->outcome == Outcome::deadlocked);
}

TEST_CASE("tasks that await each other are deadlocked, and told as that circle") {
  const std::string tasks = R"({"name": "a", "steps": [{"sleep": 1}, {"await": "b"}]},
                               {"name": "b", "steps": [{"sleep": 1}, {"await": "a"}]})";
  for (const Mode mode : kAtOnce) {
    const auto run = run_tasks(mode, tasks);
    CHECK(run->end()->outcome == Outcome::deadlocked);
    CHECK(run->end()->error == "a awaits b; b awaits a");
  }
}

TEST_CASE("a pool whose only worker awaits a job of its own queue is deadlocked; with two workers it is not") {
  const std::string tasks = R"({"name": "a", "steps": [{"start": "b"}, {"await": "b", "into": "x"}, {"print": "{x}"}]},
                               {"name": "b", "manual": true, "steps": [{"sleep": 1}, {"return": 7}]})";
  const auto one = run_tasks(Mode::pool, tasks, "", 1);
  CHECK(one->end()->outcome == Outcome::deadlocked);
  CHECK(one->end()->error == "a awaits b, which waits for a worker");
  CHECK(lines_of(*run_tasks(Mode::pool, tasks, "", 2)) == "1 7; ");
}

TEST_CASE("a second start fails the starter, and a manual task that nobody starts is not started") {
  const auto run = run_tasks(Mode::threads, R"({"name": "a", "steps": [{"start": "b"}, {"start": "b"}]},
      {"name": "b", "manual": true, "steps": []}, {"name": "c", "manual": true, "steps": []})");
  CHECK(ends_of(*run) == "a failed: \"b\" was started already; b finished; c not_started; ");
}

TEST_CASE("who awaits a task that nobody has started yet waits until it has been") {
  const std::string tasks = R"({"name": "a", "steps": [{"await": "c", "into": "x"}, {"print": "{x}"}]},
      {"name": "b", "steps": [{"sleep": 1}, {"start": "c"}]}, {"name": "c", "manual": true, "steps": [{"return": 5}]})";
  for (const Mode mode : kAtOnce) CHECK(lines_of(*run_tasks(mode, tasks)) == "1 5; ");
  CHECK(run_tasks(Mode::sequential, tasks)->end()->outcome == Outcome::deadlocked);
}

TEST_CASE("a failure may have no text") {
  for (const Mode mode : kModes) {
    const auto run = run_tasks(mode, R"({"name": "a", "steps": [{"raise": ""}, {"print": "never"}]})");
    CHECK(lines_of(*run) == "");
    CHECK(run->tasks()[0].outcome == Outcome::failed);
  }
}

TEST_CASE("who is cancelled in its last turn on the loop is cancelled, and so is who awaits it") {
  const auto run =
      run_tasks(Mode::coroutine, R"({"name": "a", "steps": [{"start": "b"}, {"await": "b"}, {"print": "never"}]},
      {"name": "b", "manual": true, "steps": [{"cancel": "a"}, {"return": 1}]})");
  CHECK(lines_of(*run) == "");
  CHECK(ends_of(*run) == "a cancelled by b; b cancelled by a; ");
}

TEST_CASE("a timeout of no time on the loop comes before what it is the timeout of") {
  // The list would be told of the end of b before, and c would not be cancelled.
  const auto run =
      run_tasks(Mode::coroutine, R"({"name": "a", "steps": [{"sleep": 1}, {"await": ["b", "c"], "timeout": 0}]},
      {"name": "b", "steps": [{"raise": "no"}]}, {"name": "c", "steps": [{"sleep": 5}]})");
  CHECK(ends_of(*run) == "a failed: no; b failed: no; c cancelled by a; ");
}

TEST_CASE("nobody waits for the timeout of a step that is over") {
  const auto run = run_tasks(Mode::coroutine, R"({"name": "a", "steps": [{"acquire": "m", "timeout": 9}]},
      {"name": "b", "steps": [{"sleep": 1}, {"acquire": "m"}]})");
  CHECK(run->end()->outcome == Outcome::deadlocked);
  CHECK(run->horizon() == Time(std::chrono::seconds(1)));
}

TEST_CASE("who awaits a task that nobody has started can give up, and be cancelled") {
  const std::string never = R"(, {"name": "never", "manual": true, "steps": []})";
  for (const Mode mode : kAtOnce) {
    const auto run = run_tasks(mode, R"({"name": "a", "steps": [{"await": "never", "timeout": 1}]})" + never);
    CHECK(ends_of(*run) == "a failed: timed out; never not_started; ");
  }
  const auto run = run_tasks(Mode::coroutine, R"({"name": "a", "steps": [{"await": ["never"]}]},
      {"name": "b", "steps": [{"sleep": 1}, {"cancel": "a"}]})" +
                                                  never);
  CHECK(ends_of(*run) == "a cancelled by b; b finished; never not_started; ");
}

TEST_CASE("a list gives its values all at once, and none where one of its tasks fails") {
  const std::string tasks = R"({"name": "a", "steps": [{"set": "x", "value": 0}, {"start": "b"}, {"start": "c"},
      {"try": [{"await": ["b", "c"], "into": ["x", "y"]}], "except": [{"print": "{x}"}]}]},
      {"name": "b", "manual": true, "steps": [{"return": 1}]}, {"name": "c", "manual": true, "steps": [{"raise": "no"}]})";
  for (const Mode mode : testing::kModesOfOneProcess) CHECK(lines_of(*run_tasks(mode, tasks)) == "0 0; ");
}

TEST_CASE("one after another, as_completed is in the order of its list even where some have ended before") {
  const auto run =
      run_tasks(Mode::sequential, R"({"name": "a", "steps": [{"start": "b"}, {"start": "c"}, {"await": "c"},
      {"as_completed": ["b", "c"], "into": "x", "steps": [{"print": "{x}"}]}]},
      {"name": "b", "manual": true, "steps": [{"return": 1}]}, {"name": "c", "manual": true, "steps": [{"return": 2}]})");
  CHECK(lines_of(*run) == "0 1; 0 2; ");
}

TEST_CASE("one after another, as_completed goes on behind the task that it called, whichever others end meanwhile") {
  const auto run = run_tasks(Mode::sequential, R"({"name": "a", "steps": [{"start": "b"}, {"start": "c"},
      {"as_completed": ["b", "c"], "into": "x", "steps": [{"print": "{x}"}]}]},
      {"name": "b", "manual": true, "steps": [{"cancel": "c"}, {"sleep": 1}, {"return": 1}]},
      {"name": "c", "manual": true, "steps": []})");
  CHECK(lines_of(*run) == "1 1; ");
  CHECK(ends_of(*run) == "a failed: \"c\" was cancelled; b finished -> 1; c cancelled by b; ");
}

TEST_CASE("who is cancelled on the loop at the very moment at which a task ends that it would take has one turn") {
  const auto run =
      run_tasks(Mode::coroutine, R"({"name": "a", "steps": [{"as_completed": ["b"], "into": "x", "steps": []}]},
      {"name": "c", "steps": [{"sleep": 0}, {"cancel": "a"}]}, {"name": "b", "steps": []})");
  CHECK(ends_of(*run) == "a cancelled by c; c finished; b finished; ");
}

TEST_CASE("a failure of a task that is taken as it ends leaves the loop, and nothing else counts it") {
  const std::string tasks =
      R"({"name": "a", "steps": [{"start": "b"}, {"repeat": 2, "index": "i", "steps": [{"print": "{i}"},
      {"try": [{"as_completed": ["b"], "into": "x", "steps": []}], "except": [{"lock": "m", "steps": [{"print": "not {i}"}]}]}]}]},
      {"name": "b", "manual": true, "steps": [{"raise": "no"}]})";
  for (const Mode mode : testing::kModesOfOneProcess)
    CHECK(lines_of(*run_tasks(mode, tasks)) == "0 0; 0 not 0; 0 1; 0 not 1; ");
}

TEST_CASE("on the loop, who would cancel tasks that await each other fails, as with asyncio") {
  const auto run = run_tasks(Mode::coroutine, R"({"name": "a", "steps": [{"await": ["b"]}]},
      {"name": "b", "steps": [{"await": "a", "timeout": 2}]},
      {"name": "c", "steps": [{"sleep": 1}, {"cancel": "a"}]})");
  CHECK(run->tasks()[2].error == "tasks that await each other cannot be cancelled");
  CHECK(run->end()->outcome == Outcome::deadlocked);
}

}  // namespace interleave

// What the main program makes of the ends of its tasks, in every mode; and tasks that have so much time.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <string>

#include "core/record/names.h"
#include "core/run/simulate.h"
#include "tests/support/run_text.h"
#include "tests/support/scenarios.h"

namespace interleave {
namespace {

std::shared_ptr<const Timeline> run_of(Mode mode, const std::string& main, const std::string& tasks, int workers = 4) {
  RunSettings settings;
  settings.mode = mode;
  settings.max_workers = workers;
  return simulate(testing::scenario_with_tasks(tasks, main + R"("machine": {"process_start": 0},)"), settings);
}

// "a 0-1 finished; b not_started; " with the moments of submission and end, where there are such.
std::string course_of(const Timeline& timeline) {
  std::string text;
  for (const TaskTrack& task : timeline.tasks()) {
    text += task.name + ' ';
    if (task.submitted) text += fmt::format("{}-", seconds(*task.submitted));
    if (task.finished) text += fmt::format("{} ", seconds(*task.finished));
    text += name(*task.outcome);
    if (!task.error.empty()) text += ": " + task.error;
    text += "; ";
  }
  return text;
}

constexpr const char* kOneByOne = R"("launch": "one_by_one",)";
const std::string kThree = R"({"name": "a", "steps": [{"sleep": 1}]},
    {"name": "b", "steps": [{"sleep": 2}, {"raise": "no"}]}, {"name": "c", "after": 5, "steps": [{"sleep": 1}]},
    {"name": "d", "after": 4, "steps": [{"sleep": 2}]})";

TEST_CASE("one by one, a task is submitted when it is due and the one before it has ended, in every mode") {
  for (const Mode mode : kModes) {
    CAPTURE(name(mode));
    CHECK(course_of(*run_of(mode, kOneByOne, kThree)) ==
          "a 0-1 finished; b 1-3 failed: no; c 6-7 finished; d 4-6 finished; ");
  }
}

TEST_CASE("one by one, the main program submits nothing more behind a failure unless it collects them") {
  for (const Mode mode : kModes) {
    for (const std::string on_error : {"first", "cancel"}) {
      CAPTURE(name(mode));
      CHECK(course_of(*run_of(mode, kOneByOne + (R"("on_error": ")" + on_error + R"(",)"), kThree)) ==
            "a 0-1 finished; b 1-3 failed: no; c not_started; d not_started; ");
    }
  }
}

TEST_CASE("the first failure of a task group cancels the others at their waits, by way of finally") {
  const auto run = run_of(Mode::coroutine, R"("on_error": "cancel",)",
                          R"({"name": "held", "steps": [{"try": [{"sleep": 9}], "finally": [{"sleep": 1}]}]},
      {"name": "fails", "steps": [{"sleep": 2}, {"raise": "no"}]}, {"name": "later", "after": 3, "steps": []},
      {"name": "over", "steps": [{"sleep": 1}]})");
  CHECK(course_of(*run) == "held 0-3 cancelled; fails 0-2 failed: no; later not_started; over 0-1 finished; ");
  CHECK(run->tasks()[0].cancelled->by == task_id(1));
}

TEST_CASE(
    "on_error cancel cancels what is queued in a pool, nothing on threads, and calls nothing more one after another") {
  const std::string main = R"("on_error": "cancel",)";
  const std::string tasks = R"({"name": "long", "steps": [{"sleep": 4}]},
      {"name": "fails", "steps": [{"sleep": 2}, {"raise": "no"}]}, {"name": "third", "steps": [{"sleep": 1}]},
      {"name": "later", "after": 3, "steps": []})";
  CHECK(course_of(*run_of(Mode::pool, main, tasks, 2)) ==
        "long 0-4 finished; fails 0-2 failed: no; third 0-2 cancelled; later not_started; ");
  CHECK(course_of(*run_of(Mode::processes, main, tasks, 2)) ==
        "long 0-4 finished; fails 0-2 failed: no; third 0-2 cancelled; later not_started; ");
  CHECK(course_of(*run_of(Mode::threads, main, tasks)) ==
        "long 0-4 finished; fails 0-2 failed: no; third 0-1 finished; later not_started; ");
  CHECK(course_of(*run_of(Mode::sequential, main, tasks)) ==
        "long 0-4 finished; fails 0-6 failed: no; third 0-not_started; later 3-not_started; ");
}

TEST_CASE("a main program that leaves cancels on the loop whom it does not await; elsewhere nothing is cut") {
  const std::string tasks = R"({"name": "a", "steps": [{"start": "straggler"}, {"sleep": 1}]},
      {"name": "straggler", "manual": true, "steps": [{"sleep": 5}]})";
  const std::string leaves = R"("main": "leaves",)";
  CHECK(course_of(*run_of(Mode::coroutine, leaves, tasks)) == "a 0-1 finished; straggler 0-1 cancelled; ");
  CHECK(course_of(*run_of(Mode::threads, leaves, tasks)) == "a 0-1 finished; straggler 0-5 finished; ");
  CHECK(course_of(*run_of(Mode::pool, leaves, tasks)) == "a 0-1 finished; straggler 0-5 finished; ");
  CHECK(course_of(*run_of(Mode::sequential, leaves, tasks)) == "a 0-1 finished; straggler 0-not_started; ");
}

TEST_CASE("a main program that leaves at the first failure cancels those that are left on the loop") {
  const std::string tasks = R"({"name": "a", "steps": [{"sleep": 3}]},
      {"name": "b", "steps": [{"sleep": 1}, {"raise": "no"}]})";
  CHECK(course_of(*run_of(Mode::coroutine, R"("main": "leaves", "on_error": "first",)", tasks)) ==
        "a 0-1 cancelled; b 0-1 failed: no; ");
  CHECK(course_of(*run_of(Mode::coroutine, R"("main": "leaves",)", tasks)) == "a 0-3 finished; b 0-1 failed: no; ");
}

TEST_CASE("a task's own timeout fails it on the loop where it waits, and does nothing on a thread") {
  const std::string tasks = R"({"name": "a", "timeout": 1, "steps": [{"block": 2}, {"sleep": 0}, {"sleep": 3}]},
      {"name": "b", "timeout": 3, "after": 1, "steps": [{"sleep": 1}]})";
  CHECK(course_of(*run_of(Mode::coroutine, "", tasks)) == "a 0-2 failed: timed out; b 1-3 finished; ");
  CHECK(course_of(*run_of(Mode::threads, "", tasks)) == "a 0-5 finished; b 1-2 finished; ");
}

TEST_CASE("nobody waits for the timeout of a task that has ended") {
  const auto run = run_of(Mode::coroutine, "", R"({"name": "a", "timeout": 9, "steps": []},
      {"name": "b", "steps": [{"acquire": "m"}, {"acquire": "m"}]})");
  CHECK(seconds(run->horizon()) == 0);
}

}  // namespace
}  // namespace interleave

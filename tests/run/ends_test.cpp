// How tasks ended, and waits that ended too early, as a run's record tells it.
#include "core/timeline/ends.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <string>

#include "core/run/simulate.h"
#include "tests/support/scenarios.h"

namespace interleave {
namespace {

std::shared_ptr<const Timeline> ending_run(Mode mode, const std::string& tasks, const std::string& more = "",
                                           int max_workers = 8) {
  RunSettings settings;
  settings.mode = mode;
  settings.max_workers = max_workers;
  return simulate(testing::scenario_with_tasks(tasks, more), settings);
}

// "b at 1; " for each wait that was not over in time.
std::string timeouts_in(const Timeline& timeline) {
  std::string text;
  for (std::size_t task = 0; task < timeline.tasks().size(); ++task) {
    for (const Timeout& timeout : timeouts_of(timeline, task_id(task))) {
      text += fmt::format("{} at {}; ", timeline.tasks()[task].name, seconds(timeout.at));
    }
  }
  return text;
}

std::string source_of(const Timeline& timeline, std::size_t task) {
  const TaskId source = failed_with(timeline, task_id(task));
  return source == TaskId::none ? "itself" : timeline.tasks()[index(source)].name;
}

constexpr Mode kTogether[] = {Mode::threads, Mode::coroutine, Mode::pool};

}  // namespace

TEST_CASE("a wait for a lock, an item or a task that was not over in time is told from one that was, handled or not") {
  const std::string tasks = R"({"name": "a", "steps": [{"acquire": "m"}, {"sleep": 3}, {"release": "m"}]},
      {"name": "b", "steps": [{"try": [{"acquire": "m", "timeout": 1}], "except": []}, {"sleep": 5}]},
      {"name": "c", "steps": [{"acquire": "m", "timeout": 4}]},
      {"name": "d", "steps": [{"get": "q", "into": "x", "timeout": 2}]},
      {"name": "e", "steps": [{"get": "p", "into": "x", "timeout": 2}]},
      {"name": "f", "steps": [{"sleep": 1.5}, {"put": "p", "value": 1}]},
      {"name": "g", "steps": [{"await": "never", "timeout": 1}]},
      {"name": "never", "manual": true, "steps": []})";
  for (const Mode mode : kTogether) {
    const auto run = ending_run(mode, tasks, R"("queues": {"q": 1, "p": 1}, )");
    CHECK(timeouts_in(*run) == "b at 1; d at 2; g at 1; ");
    CHECK(end_of(run->tasks()[1]) == TaskEnd::finished);
    CHECK(end_of(run->tasks()[3]) == TaskEnd::timed_out);
    CHECK(end_of(run->tasks()[7]) == TaskEnd::not_started);
  }
}

TEST_CASE("whoever gives up waiting for a task has timed out, be it that the task was cancelled for it") {
  const std::string tasks = R"({"name": "customer", "steps": [{"start": "kitchen"},
        {"try": [{"await": "kitchen", "timeout": 1}], "except": [{"sleep": 1}]}]},
      {"name": "kitchen", "manual": true, "steps": [{"try": [{"sleep": 3}], "finally": []}]})";
  for (const Mode mode : kTogether) CHECK(timeouts_in(*ending_run(mode, tasks)) == "customer at 1; ");
  CHECK(timeouts_in(*ending_run(Mode::sequential, tasks)) == "");
  CHECK(end_of(ending_run(Mode::coroutine, tasks)->tasks()[1]) == TaskEnd::cancelled);
}

TEST_CASE("of several who give up waiting for one task at the same moment, each has timed out") {
  const std::string tasks = R"({"name": "a", "steps": [{"try": [{"await": "c", "timeout": 1}], "except": []}]},
      {"name": "b", "steps": [{"try": [{"await": "c", "timeout": 1}], "except": []}]},
      {"name": "c", "steps": [{"sleep": 3}]})";
  for (const Mode mode : kTogether) CHECK(timeouts_in(*ending_run(mode, tasks)) == "a at 1; b at 1; ");
}

TEST_CASE(
    "a wait that ended since what it was for failed or was cancelled has not timed out, nor has one that was cut") {
  const std::string failing = R"({"name": "a", "steps": [{"start": "b"}, {"start": "c"},
        {"try": [{"await": ["c", "b"]}], "except": []}, {"await": ["c", "b"]}]},
      {"name": "b", "manual": true, "steps": [{"sleep": 1}, {"raise": "no"}]},
      {"name": "c", "manual": true, "steps": [{"sleep": 2}]})";
  for (const Mode mode : kTogether) CHECK(timeouts_in(*ending_run(mode, failing)) == "");
  const std::string cut =
      R"({"name": "a", "steps": [{"acquire": "m"}, {"sleep": 1}, {"cancel": "b"}, {"cancel": "c"}, {"cancel": "e"}]},
      {"name": "b", "steps": [{"acquire": "m", "timeout": 5}]}, {"name": "c", "steps": [{"await": "d", "timeout": 5}]},
      {"name": "d", "steps": [{"sleep": 3}]}, {"name": "e", "steps": [{"sleep": 3}]})";
  CHECK(timeouts_in(*ending_run(Mode::coroutine, cut)) == "");
}

TEST_CASE("whoever is told of an item and comes too late goes on waiting, and has not timed out by that") {
  const std::string tasks = R"({"name": "a", "steps": [{"get": "q", "into": "x"}]},
      {"name": "b", "steps": [{"sleep": 1}, {"put": "q", "value": 1}, {"get": "q", "into": "x"}, {"sleep": 1},
                              {"put": "q", "value": 2}]})";
  for (const Mode mode : kTogether) CHECK(timeouts_in(*ending_run(mode, tasks, R"("queues": {"q": 1}, )")) == "");
}

TEST_CASE("what a deadlock or nothing at all ends has not timed out") {
  for (const Mode mode : kTogether) {
    CHECK(timeouts_in(*ending_run(mode, R"({"name": "a", "steps": [{"acquire": "m"}, {"sleep": 1}, {"acquire": "m"}]},
                                           {"name": "b", "steps": [{"acquire": "m"}]})")) == "");
  }
}

TEST_CASE("who fails with a task that it awaits is told from who fails by itself") {
  const std::string tasks = R"({"name": "a", "steps": [{"await": "b"}]},
      {"name": "b", "steps": [{"await": ["d", "c"]}]}, {"name": "c", "steps": [{"sleep": 1}, {"raise": "disk full"}]},
      {"name": "d", "steps": [{"sleep": 0.5}]}, {"name": "e", "steps": [{"await": "d"}, {"raise": "disk full"}]})";
  for (const Mode mode : kTogether) {
    const auto run = ending_run(mode, tasks);
    CHECK(source_of(*run, 0) == "b");
    CHECK(source_of(*run, 1) == "c");
    CHECK(source_of(*run, 2) == "itself");
    CHECK(source_of(*run, 3) == "itself");
    CHECK(source_of(*run, 4) == "itself");
  }
}

TEST_CASE("of several that are awaited, one that had failed before on a thread is what the waiter fails with") {
  const auto run = ending_run(Mode::threads, R"({"name": "a", "steps": [{"sleep": 2}, {"await": ["b", "c"]}]},
      {"name": "b", "steps": [{"sleep": 3}]}, {"name": "c", "steps": [{"sleep": 1}, {"raise": "no"}]})");
  CHECK(run->tasks()[0].finished == Time(std::chrono::seconds(3)));
  CHECK(source_of(*run, 0) == "c");
  CHECK(awaited_tasks(*run, run->tasks()[0].spans.back()) == std::vector{task_id(1)});
}

}  // namespace interleave

#include "core/timeline/shared_history.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <string>

#include "core/run/simulate.h"
#include "core/timeline/deadlock.h"
#include "core/timeline/holders.h"
#include "tests/support/scenarios.h"

namespace interleave {
namespace {

std::shared_ptr<const Timeline> threads_sharing(const std::string& tasks, const std::string& declared = "") {
  RunSettings settings;
  settings.mode = Mode::threads;
  return simulate(testing::scenario_with_tasks(tasks, declared), settings);
}

Time at_second(double time) { return Time(Duration(static_cast<std::int64_t>(time * 1e9))); }

std::string task_name(const Timeline& timeline, TaskId task) {
  return task == TaskId::none ? "-" : timeline.tasks()[index(task)].name;
}

// "0 s: 1 by -, 1 s: 0 by a, c d wait".
std::string history_of(const Timeline& timeline, ObjectId object) {
  std::string text;
  const auto histories = shared_histories(timeline);
  for (const SharedStretch& stretch : histories[index(object)]) {
    text += fmt::format("{}{} s: {} by {}", text.empty() ? "" : ", ", seconds(stretch.begin - Time{}), stretch.value,
                        task_name(timeline, stretch.task));
    for (std::size_t i = 0; i < stretch.waiting; ++i) text += " " + task_name(timeline, stretch.first_waiting[i]);
  }
  return text;
}

std::string names_of(const Timeline& timeline, const std::vector<TaskId>& tasks) {
  std::string text;
  for (const TaskId task : tasks) text += (text.empty() ? "" : " ") + task_name(timeline, task);
  return text;
}

constexpr const char* kCrossed = R"(
  {"name": "a", "steps": [{"lock": "left", "steps": [{"sleep": 1}, {"lock": "right", "steps": []}]}]},
  {"name": "b", "steps": [{"lock": "right", "steps": [{"sleep": 1}, {"lock": "left", "steps": []}]}]})";

}  // namespace

TEST_CASE("a variable's history says which value it had from when on, and who wrote it") {
  const auto run = threads_sharing(R"({"name": "a", "steps": [{"sleep": 1}, {"write": "n", "value": 5}]},
    {"name": "b", "steps": [{"sleep": 2}, {"read": "n", "into": "x"}, {"write": "n", "value": "x + 1"}, {"sleep": 1}]})",
                                   R"("shared": {"n": 3}, )");
  CHECK(history_of(*run, object_id(0)) == "0 s: 3 by -, 1 s: 5 by a, 2 s: 6 by b");
}

TEST_CASE("a lock's history says who holds it, and who waits, whoever waits longest first") {
  const std::string use = R"({"lock": "m", "steps": [{"sleep": 2}]}]})";
  const auto run = threads_sharing(R"({"name": "a", "steps": [)" + use + R"(, {"name": "b", "steps": [{"sleep": 1}, )" +
                                   use + R"(, {"name": "c", "steps": [{"sleep": 0.5}, )" + use);
  CHECK(history_of(*run, object_id(0)) ==
        "0 s: 0 by a, 0.5 s: 0 by a c, 1 s: 0 by a c b, 2 s: 0 by c b, 4 s: 0 by b, 6 s: 1 by -");
  CHECK(names_of(*run, waiting_at(*run, object_id(0), at_second(1.5))) == "c b");
  CHECK(names_of(*run, holders_at(*run, object_id(0), at_second(3))) == "c");
  CHECK(awaited_at(*run, task_id(1), at_second(3)) == object_id(0));
  CHECK(awaited_at(*run, task_id(1), at_second(4)) == ObjectId::none);
}

TEST_CASE("a semaphore's history counts the permits left, and a queue's the items, of which the next is known") {
  const std::string use = R"("steps": [{"lock": "s", "steps": [{"sleep": 1}]}]})";
  const auto run =
      threads_sharing(R"({"name": "a", )" + use + R"(, {"name": "b", )" + use + R"(, {"name": "c", )" + use,
                      R"("semaphores": {"s": 2}, )");
  CHECK(history_of(*run, object_id(0)) == "0 s: 0 by b c, 1 s: 1 by b, 2 s: 2 by c");
  CHECK(names_of(*run, holders_at(*run, object_id(0), at_second(0.5))) == "a b");

  const auto belt = threads_sharing(
      R"({"name": "a", "steps": [{"put": "q", "value": 7}, {"put": "q", "value": 8}, {"put": "q", "value": 9}]},
         {"name": "b", "steps": [{"sleep": 1}, {"get": "q", "into": "x"}, {"sleep": 1}, {"get": "q", "into": "x"}]})",
      R"("queues": {"q": 2}, )");
  CHECK(history_of(*belt, object_id(0)) == "0 s: 2 by a a, 1 s: 2 by a, 2 s: 1 by b");
  CHECK(items_at(*belt, object_id(0), at_second(0)) == std::vector<std::int64_t>{7, 8});
  CHECK(items_at(*belt, object_id(0), at_second(1)) == std::vector<std::int64_t>{8, 9});
}

TEST_CASE("the end of a deadlocked run tells who waits for whom, also where nobody waited any time") {
  const auto run = threads_sharing(kCrossed);
  REQUIRE(run->end()->outcome == Outcome::deadlocked);
  const auto links = deadlock_of(*run);
  CHECK(circle_length(links) == 2);
  CHECK(describe_deadlock(*run) == run->end()->error);
  CHECK(awaited_at(*run, task_id(0), run->horizon()) == object_id(1));
  CHECK(awaited_at(*run, task_id(0), run->horizon() - Duration{1}) == ObjectId::none);
  CHECK(names_of(*run, waiting_at(*run, object_id(0), run->horizon())) == "b");
}

}  // namespace interleave

#include "tests/predict/asking.h"

// The numbers of lessons on waiting: each wrong idea gives another answer than the engine.
namespace interleave::testing {
namespace {

std::string coroutine(std::string_view question, std::string_view key, const Scenario& scenario) {
  return answer_to(question, key, scenario, settings_for(scenario, Mode::coroutine));
}

TEST_CASE("the coffee shop: waits that have begun overlap, and the longest decides") {
  const Scenario shop = built_in("coffee-shop");
  CHECK(coroutine("makespan", "right", shop) == "5 s");
  CHECK(coroutine("makespan", "sequential", shop) == "9 s");
  CHECK(coroutine("makespan", "shared-out", shop) == "3 s");
  CHECK(coroutine("makespan", "last", shop) == "3 s");
  CHECK(coroutine("length food", "right", shop) == "5 s");
  CHECK(coroutine("length food", "shared-out", shop) == "2.78 s");
  CHECK(coroutine("line 2", "right", shop) == "Ordered food");
  CHECK(coroutine("line 2", "sequential", shop) == ">> Received coffee");
  CHECK(coroutine("line 2", "listed", shop) == ">> Received coffee");
}

TEST_CASE("the coffee shop with other numbers") {
  const Scenario again = scenario_with_tasks(orders("coffee 2, food 7, cake 6"));
  CHECK(coroutine("makespan", "right", again) == "7 s");
  CHECK(coroutine("makespan", "sequential", again) == "15 s");
  CHECK(coroutine("makespan", "shared-out", again) == "5 s");
  CHECK(coroutine("makespan", "last", again) == "6 s");
}

TEST_CASE("a task that is not the longest costs nothing") {
  const Scenario slow_coffee = scenario_with_tasks(orders("coffee 4, food 5, cake 3"));
  CHECK(coroutine("makespan", "right", slow_coffee) == "5 s");
  CHECK(coroutine("makespan", "sequential", slow_coffee) == "12 s");
  const Scenario quick_food = scenario_with_tasks(orders("coffee 1, food 2, cake 3"));
  CHECK(coroutine("makespan", "right", quick_food) == "3 s");
  CHECK(coroutine("makespan", "sequential", quick_food) == "6 s");
}

TEST_CASE("twelve orders need one thread as coroutines, and twelve with a thread each") {
  std::string twelve;
  int count = 0;
  for (const int length : {1, 5, 3, 2, 4, 1, 2, 3, 4, 5, 1, 2}) {
    twelve += fmt::format("{}order-{} {}", count == 0 ? "" : ", ", count + 1, length);
    ++count;
  }
  const Scenario orders_of_twelve = scenario_with_tasks(orders(twelve));
  CHECK(coroutine("threads", "right", orders_of_twelve) == "1");
  CHECK(coroutine("threads", "tasks", orders_of_twelve) == "12");
  CHECK(coroutine("threads", "cores", orders_of_twelve) == "4");
  CHECK(coroutine("threads", "2", orders_of_twelve) == "1");
  CHECK(coroutine("makespan", "right", orders_of_twelve) == "5 s");
  CHECK(coroutine("makespan", "sequential", orders_of_twelve) == "33 s");
  const RunSettings threads = settings_for(orders_of_twelve, Mode::threads);
  CHECK(answer_to("threads", "right", orders_of_twelve, threads) == "12");
  CHECK(answer_to("makespan", "right", orders_of_twelve, threads) == "5 s");
  const RunSettings pool = settings_for(orders_of_twelve, Mode::pool, 3);
  CHECK(answer_to("makespan", "right", orders_of_twelve, pool) == "12 s");
  CHECK(answer_to("threads", "right", orders_of_twelve, pool) == "3");
}

TEST_CASE("four orders with tea of 4 s take 5 s on one thread, and on four") {
  const Scenario four = scenario_with_tasks(orders("coffee 1, food 5, cake 3, tea 4"));
  CHECK(coroutine("makespan", "right", four) == "5 s");
  CHECK(coroutine("threads", "right", four) == "1");
  CHECK(answer_to("makespan", "right", four, settings_for(four, Mode::threads)) == "5 s");
  CHECK(answer_to("threads", "right", four, settings_for(four, Mode::threads)) == "4");
}

TEST_CASE("async def is not enough: who blocks does so for all") {
  const Scenario blocking = scenario_with_tasks(orders("coffee 1, food 5, cake 3", "block"));
  CHECK(coroutine("makespan", "right", blocking) == "9 s");
  CHECK(coroutine("makespan", "not-blocked", blocking) == "5 s");
  CHECK(coroutine("state food at 3", "right", blocking) == "blocked");
  CHECK(coroutine("state cake at 3", "right", blocking) == "ready");
  CHECK(coroutine("state cake at 3", "not-blocked", blocking) == "finished");
}

TEST_CASE("four pages: those that have not begun start after the block, and then overlap") {
  const Scenario pages = built_in("frozen-loop");
  CHECK(coroutine("makespan", "right", pages) == "7 s");
  CHECK(coroutine("makespan", "not-blocked", pages) == "4 s");
  CHECK(coroutine("makespan", "sequential", pages) == "10 s");
  CHECK(coroutine("ends avatar", "right", pages) == "5 s");
  CHECK(coroutine("ends avatar", "not-blocked", pages) == "1 s");
  CHECK(coroutine("ends avatar", "sequential", pages) == "10 s");
  CHECK(coroutine("ends profile", "right", pages) == "4 s");
  CHECK(coroutine("ends profile", "not-blocked", pages) == "2 s");
}

constexpr std::string_view kReportLast =
    R"({"name": "profile", "steps": [{"sleep": 2}]}, {"name": "search", "steps": [{"sleep": 3}]},
       {"name": "avatar", "steps": [{"sleep": 1}]}, {"name": "report", "steps": [{"block": 4}]})";

TEST_CASE("with the block in the last line the total looks healed, and every page is late") {
  const Scenario pages = scenario_with_tasks(std::string(kReportLast));
  CHECK(coroutine("makespan", "right", pages) == "4 s");
  CHECK(coroutine("makespan", "sequential", pages) == "10 s");
  CHECK(coroutine("ends avatar", "right", pages) == "4 s");
  CHECK(coroutine("ends avatar", "not-blocked", pages) == "1 s");
}

TEST_CASE("four pages with other numbers") {
  const Scenario again = scenario_with_tasks(
      R"({"name": "profile", "steps": [{"sleep": 3}]}, {"name": "report", "steps": [{"block": 5}]},
         {"name": "search", "steps": [{"sleep": 2}]}, {"name": "avatar", "steps": [{"sleep": 1}]})");
  CHECK(coroutine("makespan", "right", again) == "7 s");
  CHECK(coroutine("makespan", "not-blocked", again) == "5 s");
  CHECK(coroutine("makespan", "sequential", again) == "11 s");
  CHECK(coroutine("ends avatar", "right", again) == "6 s");
}

TEST_CASE("the cure: sleep in place of block, or a thread beside the loop") {
  const auto pages = [](std::string_view report) {
    return scenario_with_tasks(fmt::format(
        R"({{"name": "profile", "steps": [{{"sleep": 2}}]}}, {}, {{"name": "search", "steps": [{{"sleep": 3}}]}},
                       {{"name": "avatar", "steps": [{{"sleep": 1}}]}})",
        report));
  };
  const Scenario slept = pages(R"({"name": "report", "steps": [{"sleep": 4}]})");
  CHECK(coroutine("makespan", "right", slept) == "4 s");
  CHECK(coroutine("ends avatar", "right", slept) == "1 s");
  const Scenario beside = pages(R"({"name": "report", "to_thread": true, "steps": [{"block": 4}]})");
  CHECK(coroutine("makespan", "right", beside) == "4 s");
  CHECK(coroutine("ends avatar", "right", beside) == "1 s");
  const Scenario blocked = pages(R"({"name": "report", "steps": [{"block": 4}]})");
  CHECK(answer_to("makespan", "right", blocked, settings_for(blocked, Mode::threads)) == "4 s");
}

}  // namespace
}  // namespace interleave::testing

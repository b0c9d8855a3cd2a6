#include "tests/predict/asking.h"

// The numbers of the lesson on how many workers there are.
namespace interleave::testing {
namespace {

std::string in_pool(std::string_view question, std::string_view key, const Scenario& scenario, int max_workers) {
  return answer_to(question, key, scenario, settings_for(scenario, Mode::pool, max_workers));
}

TEST_CASE("a pool of one is a queue") {
  const Scenario downloads = built_in("downloads");
  CHECK(in_pool("makespan", "right", downloads, 1) == "15 s");
  CHECK(in_pool("makespan", "started-when-submitted", downloads, 1) == "10 s");
  CHECK(in_pool("makespan", "7.5", downloads, 1) == "15 s");
  CHECK(in_pool("makespan", "shared-out", downloads, 2) == "7.5 s");
  CHECK(in_pool("makespan", "right", downloads, 2) == "10 s");
}

TEST_CASE("who is free takes the next one, and a job is not cut in two") {
  const Scenario shop = scenario_with_tasks(orders("coffee 1, food 5, cake 3, roast 6"));
  CHECK(in_pool("makespan", "right", shop, 2) == "10 s");
  CHECK(in_pool("makespan", "shared-out", shop, 2) == "7.5 s");
  CHECK(in_pool("makespan", "dealt", shop, 2) == "11 s");
  CHECK(in_pool("makespan", "started-when-submitted", shop, 2) == "6 s");
  CHECK(in_pool("makespan", "parallel", shop, 2) == "6 s");
  CHECK(in_pool("makespan", "longest", shop, 2) == "6 s");
  CHECK(in_pool("makespan", "right", shop, 1) == "15 s");
  CHECK(in_pool("makespan", "right", shop, 3) == "7 s");
  CHECK(in_pool("makespan", "right", shop, 4) == "6 s");
}

TEST_CASE("submitted means queued") {
  const Scenario shop = scenario_with_tasks(orders("coffee 1, food 5, cake 3, roast 6"));
  CHECK(in_pool("starts roast", "right", shop, 2) == "4 s");
  CHECK(in_pool("starts roast", "started-when-submitted", shop, 2) == "0 s");
  CHECK(in_pool("starts roast", "dealt", shop, 2) == "5 s");
  CHECK(in_pool("starts roast", "sequential", shop, 2) == "9 s");
  CHECK(in_pool("state roast at 2", "right", shop, 2) == "queued");
  CHECK(in_pool("ends roast", "dealt", shop, 2) == "11 s");
}

TEST_CASE("the longest bounds all, and threads come as jobs come") {
  const Scenario shop = scenario_with_tasks(orders("coffee 1, food 5, cake 3, roast 6"));
  CHECK(in_pool("makespan", "right", shop, 8) == "6 s");
  CHECK(in_pool("makespan", "shared-out", shop, 8) == "1.88 s");
  CHECK(in_pool("threads", "right", shop, 8) == "4");
}

TEST_CASE("the pool with other numbers, and with the longest first") {
  const Scenario again = scenario_with_tasks(orders("coffee 2, food 6, cake 3, roast 5"));
  CHECK(in_pool("makespan", "right", again, 2) == "10 s");
  CHECK(in_pool("makespan", "shared-out", again, 2) == "8 s");
  CHECK(in_pool("makespan", "dealt", again, 2) == "11 s");
  CHECK(in_pool("makespan", "started-when-submitted", again, 2) == "6 s");
  CHECK(in_pool("starts roast", "right", again, 2) == "5 s");
  CHECK(in_pool("starts roast", "started-when-submitted", again, 2) == "0 s");
  CHECK(in_pool("starts roast", "dealt", again, 2) == "6 s");
  CHECK(in_pool("starts roast", "sequential", again, 2) == "11 s");
  const Scenario longest_first = scenario_with_tasks(orders("roast 6, food 5, cake 3, coffee 1"));
  CHECK(in_pool("makespan", "right", longest_first, 2) == "8 s");
}

TEST_CASE("three orders: who ends first is not who began first, and not who is the shortest") {
  const Scenario dishes = scenario_with_tasks(orders("roast 4, soup 1, salad 2, cake 0.5"));
  CHECK(answer_to("order", "right", dishes, settings_for(dishes, Mode::coroutine)) == "cake, soup, salad, roast");
  CHECK(answer_to("order", "listed", dishes, settings_for(dishes, Mode::coroutine)) == "roast, soup, salad, cake");
  CHECK(in_pool("order", "right", dishes, 2) == "soup, salad, cake, roast");
  CHECK(in_pool("order", "shortest", dishes, 2) == "cake, soup, salad, roast");
  CHECK(in_pool("order start", "right", dishes, 1) == "roast, soup, salad, cake");
  CHECK(in_pool("point last", "right", dishes, 2) == "roast");
}

}  // namespace
}  // namespace interleave::testing

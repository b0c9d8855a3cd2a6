#include "core/predict/explorations.h"

#include <doctest/doctest.h>

#include "core/predict/explored_answer.h"
#include "tests/predict/asking.h"

namespace interleave {
namespace {

using testing::answer_to;
using testing::settings_for;

const char* why_none(const Explorations::Found& found) { return found ? "" : found.error().why.c_str(); }

TEST_CASE("questions about the same program in the same settings explore it once") {
  const Scenario tickets = testing::built_in("last-ticket");
  Explorations explorations(kMostAskedStates);
  const Asked threads{tickets, settings_for(tickets, Mode::threads), &explorations};
  const auto first = explore_all(threads);
  REQUIRE(first);
  Scenario same = tickets;
  CHECK(explore_all({same, threads.settings, &explorations}).value() == first.value());
  same.tasks[0].name = "another";
  CHECK(explore_all({same, threads.settings, &explorations}).value() != first.value());
  CHECK(explore_all({tickets, settings_for(tickets, Mode::processes), &explorations}).value() != first.value());
}

TEST_CASE("questions look at so many states in all, and the next one is told that they were too many") {
  const Scenario tickets = testing::built_in("last-ticket");
  const RunSettings threads = settings_for(tickets, Mode::threads);
  const auto alone = explore_all({tickets, threads});
  REQUIRE(alone);
  Explorations explorations(alone.value()->states + 1);
  CHECK(explorations.find({tickets, threads}));
  CHECK(explorations.find({tickets, threads}));
  const RunSettings processes = settings_for(tickets, Mode::processes);
  CHECK(why_none(explorations.find({tickets, processes})) ==
        std::string("there are more than 1 states, too many to know all; ask about fewer tasks or steps"));
  CHECK(std::string(why_none(explorations.find({tickets, settings_for(tickets, Mode::pool)})))
            .find("the questions before this one have looked at") == 0);
}

TEST_CASE("a run in which a task goes on for ever has no answer") {
  Scenario endless = testing::scenario_with_tasks(
      R"({"name": "a", "steps": [{"while": "1 == 1", "steps": [{"sleep": 1}]}]}, {"name": "b", "steps": [{"sleep": 2}]})");
  endless.most_steps = 1'000;
  const RunSettings threads = settings_for(endless, Mode::threads);
  for (const char* question : {"makespan", "ends b", "order", "state a at 1"}) {
    CHECK(answer_to(question, "right", endless, threads) == "(a goes on for ever in this run; let its loop end)");
  }
}

}  // namespace
}  // namespace interleave

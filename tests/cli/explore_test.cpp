#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/cli/support/process.h"
#include "tests/cli/support/refusal.h"

namespace interleave::test {

using nlohmann::json;

TEST_CASE(
    "explore gives every outcome with its interleavings, its chance and a schedule, in the shape of the contract") {
  const Finished finished = cli({"explore", "last-ticket", "--format", "json"});
  CHECK(finished.exit_code == 0);
  const json found = json::parse(finished.out);
  CHECK(found.at("scenario") == "The last ticket");
  CHECK(found.at("mode") == "threads");
  CHECK(found.at("timing") == "any");
  CHECK(found.at("complete") == true);
  CHECK(found.at("states") == 10);
  CHECK(found.at("interleavings") == 6);
  CHECK(found.at("endless") == false);
  REQUIRE(found.at("outcomes").size() == 2);
  const json& lost = found.at("outcomes").at(0);
  CHECK(lost.at("interleavings") == 4);
  CHECK(lost.at("shared") == json::parse(R"({"tickets": 0})"));
  CHECK(lost.at("lost_updates") == true);
  CHECK(lost.at("stale") == false);
  CHECK(lost.at("chance") == 0.5);
  CHECK(lost.at("schedule") == "desk 1, desk 2:2, desk 1");
  CHECK(found.at("unordered").size() == 3);
}

TEST_CASE(
    "the table of explore has the count and the chance of each outcome by their names, and says what they are not") {
  const Finished finished = cli({"explore", "bank-transfer"});
  CHECK(finished.exit_code == 0);
  CHECK(finished.out.starts_with("Two transfers, on threads: 6 interleavings\n\ninterleavings  chance  outcome"));
  CHECK(finished.out.find("4 of 6    50 %  finished, alice 75, bob 125") != std::string::npos);
  CHECK(finished.out.find("Neither is how often it happens on your computer.") != std::string::npos);
}

TEST_CASE("explore goes on up to its limit, and says that there is more") {
  const Finished finished = cli({"explore", "philosophers", "--limit", "100", "--format", "json"});
  CHECK(finished.exit_code == 0);
  const json found = json::parse(finished.out);
  CHECK(found.at("complete") == false);
  CHECK(found.at("interleavings") < 66'468'720);
  CHECK(found.at("interleavings") > 1);
  REQUIRE(found.at("outcomes").size() == 2);
  for (const json& outcome : found.at("outcomes")) {
    CHECK(outcome.at("interleavings") == nullptr);
    CHECK_FALSE(outcome.contains("share"));
    CHECK(outcome.at("chance_within") > 0);
  }
  CHECK(cli({"explore", "philosophers", "--limit", "100"}).out.find("more than ") != std::string::npos);
}

TEST_CASE("a check that does not hold in every run fails, and each outcome says whether it does there") {
  const auto check = [](const std::string& condition) {
    return cli({"explore", "last-ticket", "--format", "json", "--check", condition});
  };
  const Finished lost = check("tickets == 0 and no lost updates");
  CHECK(lost.exit_code == 1);
  CHECK(json::parse(lost.out).at("holds") == false);
  CHECK(json::parse(lost.out).at("outcomes").at(0).at("holds") == false);
  CHECK(json::parse(lost.out).at("outcomes").at(1).at("holds") == true);
  const Finished fine = check("(tickets == 0 or tickets > 4) and no deadlock and no failure and no stale decisions");
  CHECK(fine.exit_code == 0);
  CHECK(json::parse(fine.out).at("holds") == true);
  CHECK(check("tickets == 1").exit_code == 1);
}

TEST_CASE("a check that says nothing that is known is refused with what there is") {
  check_refused({"explore", "last-ticket", "--check", "ticket == 0"}, "did you mean \"tickets\"?");
  check_refused({"explore", "last-ticket", "--check", "no lost update"}, "is none of no lost updates");
  check_refused({"explore", "last-ticket", "--check", "tickets =="}, "--check: ");
  check_refused({"explore", "producer-consumer", "--mode", "processes"}, "no step \"put\"");
}

TEST_CASE("every way to lock that explore --repair tells is a scenario of which explore says the same") {
  for (const std::string scenario : {"last-ticket", "bank-transfer", "stale-price"}) {
    CAPTURE(scenario);
    const json found = json::parse(cli({"explore", scenario, "--repair", "--format", "json"}).out);
    CHECK(found.at("repairs_not_tried") == 0);
    REQUIRE(found.at("repairs").size() > 2);
    CHECK(found.at("repairs").at(0).at("cures") == true);
    for (const json& repair : found.at("repairs")) {
      CAPTURE(repair.at("change").dump());
      const std::string file = repair.at("scenario").dump();
      const json again = json::parse(cli({"explore", "-", "--format", "json"}, file).out);
      CHECK(again.at("interleavings") == repair.at("interleavings"));
      const json run = json::parse(cli({"run", "-", "--format", "json"}, file).out);
      CHECK(run.at("makespan") == repair.at("makespan"));
      CHECK(run.at("outcome") == repair.at("outcome"));
      std::uint64_t wrong = 0;
      for (const json& outcome : again.at("outcomes")) {
        const bool is_bad =
            outcome.at("outcome") != "finished" || outcome.at("lost_updates") == true || outcome.at("stale") == true;
        wrong += is_bad ? outcome.at("interleavings").get<std::uint64_t>() : 0;
      }
      CHECK(wrong == repair.at("wrong"));
      CHECK(repair.at("cures") == (wrong == 0));
    }
  }
}

TEST_CASE(
    "the table of explore --repair has the cures first, with what they cost, and says where there is nothing to "
    "repair") {
  const std::string race = cli({"explore", "async-race", "--repair"}).out;
  CHECK(race.find("4 ways to lock: 1 cures it\n") != std::string::npos);
  CHECK(race.find("  0 of 1     0 %  0.20 s  lock m from read visits to write visits, in count\n  2 of 2   100 %") !=
        std::string::npos);
  CHECK(race.find("without a change 0.10 s.\n") != std::string::npos);
  const std::string shop = cli({"explore", "coffee-shop", "--mode", "threads", "--repair"}).out;
  CHECK(shop.ends_with("\nNothing goes wrong, so there is nothing to repair.\n"));
  const json none = json::parse(cli({"explore", "coffee-shop", "--repair", "--format", "json"}).out);
  CHECK(none.at("repairs").empty());
  CHECK_FALSE(json::parse(cli({"explore", "last-ticket", "--format", "json"}).out).contains("repairs"));
}

TEST_CASE("a run by a schedule comes to what explore says of that, and has that schedule on record") {
  for (const std::string scenario : {"last-ticket", "bank-transfer", "wrong-lock", "timeout", "as-completed"}) {
    for (const std::string mode : {"threads", "coroutine", "pool"}) {
      CAPTURE(scenario);
      CAPTURE(mode);
      const json found = json::parse(cli({"explore", scenario, "--mode", mode, "--format", "json"}).out);
      for (const json& outcome : found.at("outcomes")) {
        const std::string schedule = outcome.at("schedule");
        CAPTURE(schedule);
        const json run =
            json::parse(cli({"run", scenario, "--mode", mode, "--schedule", schedule, "--format", "json"}).out);
        CHECK(run.at("outcome") == outcome.at("outcome"));
        CHECK(run.at("schedule") == schedule);
        CHECK(run.at("timing") == (schedule.empty() ? "exact" : "any"));
        if (run.contains("shared")) CHECK(run.at("shared") == outcome.at("shared"));
      }
    }
  }
}

TEST_CASE(
    "with exact time explore counts only what comes at one moment, and a run by such a schedule is one of its own") {
  const json found = json::parse(cli({"explore", "last-ticket", "--timing", "exact", "--format", "json"}).out);
  CHECK(found.at("timing") == "exact");
  CHECK(found.at("interleavings") == 4);
  REQUIRE(found.at("outcomes").size() == 1);
  CHECK(found.at("outcomes").at(0).at("lost_updates") == true);
  CHECK(cli({"explore", "last-ticket", "--timing", "exact"})
            .out.starts_with("The last ticket, on threads, with exact time: 4 interleavings\n"));
  CHECK(cli({"explore", "last-ticket", "--timing", "any"}).out == cli({"explore", "last-ticket"}).out);
  for (const std::string scenario : {"last-ticket", "bank-transfer", "wrong-lock", "timeout", "producer-consumer"}) {
    for (const std::string mode : {"sequential", "threads", "coroutine", "pool"}) {
      CAPTURE(scenario);
      CAPTURE(mode);
      const json exact =
          json::parse(cli({"explore", scenario, "--mode", mode, "--timing", "exact", "--format", "json"}).out);
      for (const json& outcome : exact.at("outcomes")) {
        const std::string schedule = outcome.at("schedule");
        CAPTURE(schedule);
        const json run = json::parse(
            cli({"run", scenario, "--mode", mode, "--schedule", schedule, "--timing", "exact", "--format", "json"})
                .out);
        CHECK(run.at("outcome") == outcome.at("outcome"));
        CHECK(run.at("schedule") == schedule);
        CHECK(run.at("timing") == "exact");
        if (run.contains("shared")) CHECK(run.at("shared") == outcome.at("shared"));
      }
    }
  }
}

TEST_CASE("what would need a step to be late, a core or the interpreter's lock is refused with exact time") {
  check_refused({"run", "last-ticket", "--timing", "exact", "--schedule", "desk 1:2"},
                "--schedule: step 2, \"desk 1\": it is not due yet; nothing may be late, and now only desk 2 can go");
  check_refused({"explore", "photo-filters", "--mode", "threads", "--timing", "exact"}, "the interpreter's lock");
  check_refused({"explore", "photo-filters", "--mode", "threads", "--gil", "off", "--timing", "exact"},
                "wait for a core");
  check_refused({"run", "photo-filters", "--mode", "threads", "--schedule", "", "--timing", "exact"},
                "the interpreter's lock");
  check_refused({"explore", "to-thread", "--timing", "exact"}, "on a thread beside the event loop");
  check_refused({"run", "last-ticket", "--timing", "exact"}, "it says what --schedule supposes of time");
  check_refused({"explore", "last-ticket", "--timing", "late"}, "--timing");
}

TEST_CASE("a schedule that cannot be is refused with whose step it is, what that waits for and who can go") {
  check_refused({"run", "bank-transfer", "--schedule", "rent:2, refund"},
                "--schedule: step 3, \"refund\": it waits for lock \"bob\", held by rent; now only rent can go");
  check_refused({"run", "last-ticket", "--schedule", "desk 1:3"}, "step 3, \"desk 1\": it has ended; now only desk 2");
  check_refused({"run", "last-ticket", "--schedule", "desk 1:2, desk 2:9"}, "step 4, \"desk 2\": ");
  check_refused({"run", "last-ticket", "--schedule", "desk 3"}, "no task is called so; did you mean \"desk 1\"?");
  check_refused({"run", "last-ticket", "--schedule", "desk 1:0"}, "from 1 on");
  check_refused({"run", "last-ticket", "--schedule", "desk 1,"}, "a comma has a step behind it");
  check_refused({"run", "last-ticket", "--schedule", "desk 1", "--clock", "real"}, "the system decides");
  check_refused({"run", "last-ticket", "--schedule", "desk 1", "--seed", "3"}, "a schedule says the order itself");
}

TEST_CASE("whose turn it is not stands ready for the schedule, and every virtual run says its own order") {
  const json run = json::parse(cli({"run", "last-ticket", "--schedule", "desk 1:2, desk 2", "--format", "json"}).out);
  bool stands = false;
  for (const json& span : run.at("tasks").at(1).at("spans")) stands = stands || span.at("cause") == "schedule";
  CHECK(stands);
  CHECK(cli({"run", "last-ticket", "--format", "schedule"}).out == "desk 1, desk 2, desk 1, desk 2\n");
  CHECK(cli({"run", "coffee-shop", "--mode", "coroutine", "--format", "schedule"}).out == "coffee, cake, food\n");
}

}  // namespace interleave::test

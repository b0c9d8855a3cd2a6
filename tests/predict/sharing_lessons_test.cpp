#include "tests/predict/asking.h"

// The numbers of the lessons on what tasks share.
namespace interleave::testing {
namespace {

std::string in_mode(Mode mode, std::string_view question, std::string_view key, const Scenario& scenario,
                    int max_workers = 2) {
  return answer_to(question, key, scenario, settings_for(scenario, mode, max_workers));
}

Scenario two_increments() {
  const std::string steps = R"("steps": [{"read": "c", "into": "x"}, {"write": "c", "value": "x + 1"}])";
  return scenario_with_tasks(R"({"name": "a", )" + steps + R"(}, {"name": "b", )" + steps + "}",
                             R"("mode": "threads", "shared": {"c": 0}, )");
}

// Two desks sell one ticket; `sell` are the steps of both.
Scenario desks(const std::string& sell) {
  return scenario_with_tasks(
      R"({"name": "desk 1", "call": "sell"}, {"name": "desk 2", "call": "sell"})",
      R"("mode": "threads", "shared": {"tickets": 1}, "functions": {"sell": {"steps": [)" + sell + "]}}, ");
}

const std::string kSell = R"({"read": "tickets", "into": "left"}, {"if": "left > 0", "steps": [{"sleep": 0.1},
    {"write": "tickets", "value": "left - 1"}]})";
const std::string kLockAroundWrite =
    R"({"read": "tickets", "into": "left"}, {"if": "left > 0", "steps": [{"sleep": 0.1},
    {"lock": "m", "steps": [{"write": "tickets", "value": "left - 1"}]}]})";
const std::string kMended = R"({"sleep": 0.1}, {"lock": "m", "steps": [{"read": "tickets", "into": "left"},
    {"if": "left > 0", "steps": [{"write": "tickets", "value": "left - 1"}]}]})";
const std::string kReadAgain = R"({"read": "tickets", "into": "left"}, {"if": "left > 0", "steps": [{"sleep": 0.1},
    {"lock": "m", "steps": [{"read": "tickets", "into": "left"},
      {"if": "left > 0", "steps": [{"write": "tickets", "value": "left - 1"}]}]}]})";

TEST_CASE("each keeps its own order: two times two steps have six, and two outcomes") {
  const Scenario counter = two_increments();
  CHECK(in_mode(Mode::threads, "interleavings", "right", counter) == "6");
  CHECK(in_mode(Mode::threads, "losing", "right", counter) == "4");
  CHECK(in_mode(Mode::threads, "losing", "none", counter) == "0");
  CHECK(in_mode(Mode::threads, "losing", "all", counter) == "6");
  CHECK(in_mode(Mode::threads, "outcomes", "right", counter) == "2");
  CHECK(in_mode(Mode::threads, "shared c", "right", counter) ==
        "(c can be 1 or 2 at the end; ask for the outcomes, or a choice)");
}

TEST_CASE("it writes 1 - 1, and not one less: no ticket is left in any order") {
  CHECK(in_mode(Mode::threads, "shared tickets", "right", built_in("last-ticket")) == "0");
  CHECK(in_mode(Mode::threads, "interleavings", "right", built_in("last-ticket")) == "6");
}

TEST_CASE("a lock around the write alone cures nothing, one from the read on does") {
  CHECK(in_mode(Mode::threads, "losing", "right", desks(kSell)) == "4");
  CHECK(in_mode(Mode::threads, "losing", "right", desks(kLockAroundWrite)) == "6");
  CHECK(in_mode(Mode::threads, "losing", "all", desks(kLockAroundWrite)) == "10");
  CHECK(in_mode(Mode::threads, "losing", "right", desks(kMended)) == "0");
  CHECK(in_mode(Mode::threads, "losing", "all", desks(kMended)) == "2");
  CHECK(in_mode(Mode::threads, "losing", "right", desks(kReadAgain)) == "0");
  CHECK(in_mode(Mode::threads, "losing", "all", desks(kReadAgain)) == "12");
}

// Each desk with steps of its own.
Scenario two_desks(const std::string& first, const std::string& second) {
  return scenario_with_tasks(
      R"({"name": "desk 1", "steps": [)" + first + R"(]}, {"name": "desk 2", "steps": [)" + second + "]}",
      R"("mode": "threads", "shared": {"tickets": 1}, )");
}

std::string locked(const std::string& lock, const std::string& steps) {
  return R"({"lock": ")" + lock + R"(", "steps": [)" + steps + "]}";
}

TEST_CASE("of all ways to lock, only the one that goes around both accesses of both desks cures") {
  const std::string read = R"({"read": "tickets", "into": "left"})";
  const std::string sell = R"({"write": "tickets", "value": "left - 1"})";
  const auto then = [](const std::string& steps) {
    return R"(, {"if": "left > 0", "steps": [{"sleep": 0.1}, )" + steps + "]}";
  };
  const auto numbers = [](const std::string& first, const std::string& second) {
    const Scenario scenario = two_desks(first, second);
    return in_mode(Mode::threads, "losing", "right", scenario) + "/" +
           in_mode(Mode::threads, "losing", "all", scenario);
  };
  const auto both = [&](const std::string& steps) { return numbers(steps, steps); };
  const std::string none = read + then(sell);
  CHECK(both(none) == "4/6");
  CHECK(both(read + then(locked("m", sell))) == "6/10");
  CHECK(both(locked("m", read) + then(sell)) == "6/10");
  CHECK(numbers(locked("a", none), locked("b", none)) == "36/62");
  CHECK(numbers(locked("m", none), none) == "9/14");
  CHECK(both(locked("m", none)) == "0/2");
}

TEST_CASE("one thread can race too, where it awaits between read and write; a pool's workers are threads") {
  const Scenario tickets = built_in("last-ticket");
  CHECK(in_mode(Mode::coroutine, "losing", "right", tickets) == "2");
  CHECK(in_mode(Mode::coroutine, "losing", "all", tickets) == "2");
  CHECK(in_mode(Mode::coroutine, "losing", "none", tickets) == "0");
  CHECK(in_mode(Mode::pool, "losing", "right", tickets, 2) == "4");
  CHECK(in_mode(Mode::pool, "losing", "all", tickets, 2) == "6");
  CHECK(in_mode(Mode::pool, "losing", "right", tickets, 1) == "0");
  CHECK(in_mode(Mode::pool, "losing", "all", tickets, 1) == "1");
  const std::string blocking = R"({"read": "tickets", "into": "left"}, {"if": "left > 0", "steps": [{"block": 0.1},
      {"write": "tickets", "value": "left - 1"}]})";
  CHECK(in_mode(Mode::coroutine, "losing", "right", desks(blocking)) == "0");
  CHECK(in_mode(Mode::coroutine, "losing", "all", desks(blocking)) == "1");
}

TEST_CASE("three increments each lose something in all but a few of 924 orders") {
  std::string steps;
  for (int i = 0; i < 3; ++i) {
    steps += std::string(i == 0 ? "" : ", ") + R"({"read": "c", "into": "x"}, {"write": "c", "value": "x + 1"})";
  }
  const Scenario counter =
      scenario_with_tasks(R"({"name": "a", "steps": [)" + steps + R"(]}, {"name": "b", "steps": [)" + steps + "]}",
                          R"("mode": "threads", "shared": {"c": 0}, )");
  CHECK(in_mode(Mode::threads, "interleavings", "right", counter) == "924");
}

// Two transfers, each from one account to another; between the locks a pause, or none.
Scenario transfers(std::string_view second_source, std::string_view second_target, bool with_pause) {
  const std::string pause = with_pause ? R"({"sleep": 0.1}, )" : "";
  return scenario_with_tasks(
      fmt::format(R"({{"name": "rent", "call": "pay", "arguments": {{"source": "alice", "target": "bob"}}}},
                     {{"name": "refund", "call": "pay", "arguments": {{"source": "{}", "target": "{}"}}}})",
                  second_source, second_target),
      R"("mode": "threads", "functions": {"pay": {"parameters": ["source", "target"], "steps": [
         {"lock": "{source}", "steps": [)" +
          pause + R"({"lock": "{target}", "steps": []}]}]}}, )");
}

TEST_CASE("two locks deadlock only if each gets its first one before the other gets its second one") {
  const Scenario crossed = transfers("bob", "alice", true);
  CHECK(in_mode(Mode::threads, "losing", "none", crossed) == "0");
  CHECK(in_mode(Mode::coroutine, "losing", "right", crossed) == "2");
  CHECK(in_mode(Mode::coroutine, "losing", "right", transfers("bob", "alice", false)) == "0");
  CHECK(in_mode(Mode::coroutine, "losing", "all", transfers("bob", "alice", false)) == "1");
  CHECK(in_mode(Mode::threads, "losing", "right", transfers("alice", "bob", true)) == "0");
  CHECK(in_mode(Mode::threads, "losing", "all", transfers("alice", "bob", true)) == "2");
  CHECK(in_mode(Mode::coroutine, "makespan", "right", crossed) == "(the run deadlocks at 0.1 s, and takes for ever)");
  CHECK(in_mode(Mode::coroutine, "order", "right", crossed) ==
        "(the run deadlocks at 0.1 s, and not all tasks end; ask for order start)");
}

TEST_CASE("the two transfers that come with the program") {
  const Scenario bank = built_in("bank-transfer");
  CHECK(in_mode(Mode::threads, "losing", "right", bank) == "2");
  CHECK(in_mode(Mode::threads, "losing", "all", bank) == "6");
  CHECK(in_mode(Mode::coroutine, "losing", "right", bank) == "2");
  CHECK(in_mode(Mode::coroutine, "losing", "all", bank) == "2");
}

}  // namespace
}  // namespace interleave::testing

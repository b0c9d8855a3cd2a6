#include <cmath>
#include <doctest/doctest.h>

#include "tests/explore/exploring.h"

namespace interleave::testing {
namespace {

std::uint64_t binomial(std::uint64_t n, std::uint64_t k) {
  std::uint64_t value = 1;
  for (std::uint64_t i = 1; i <= k; ++i) value = value * (n - k + i) / i;
  return value;
}

Scenario philosophers(int count, int rounds) {
  std::string tasks;
  for (int i = 0; i < count; ++i) {
    tasks += fmt::format(R"({}{{"name": "p{}", "call": "dine", "arguments": {{"left": "f{}", "right": "f{}"}}}})",
                         i == 0 ? "" : ", ", i, i, (i + 1) % count);
  }
  return scenario_with_tasks(tasks, fmt::format(R"("functions": {{"dine": {{"parameters": ["left", "right"], "steps": [
    {{"repeat": {}, "steps": [{{"lock": "{{left}}", "steps": [{{"lock": "{{right}}", "steps": []}}]}}]}}]}}}}, )",
                                                rounds));
}

TEST_CASE("two threads of k steps interleave in 2k over k ways") {
  for (int k = 1; k <= 10; ++k) {
    const Scenario scenario =
        scenario_with_tasks(tasks_with(2, times(k, R"({"write": "v", "value": 1})")), R"("shared": {"v": 0}, )");
    CHECK(ways(explored(scenario, Mode::threads)) ==
          std::to_string(binomial(2U * static_cast<unsigned>(k), static_cast<unsigned>(k))));
  }
}

TEST_CASE(
    "two threads of k lines interleave in 2k over k ways, each with an output of its own, where lines count, and else "
    "in one") {
  for (int k = 1; k <= 10; ++k) {
    std::string first;
    std::string second;
    for (int i = 0; i < k; ++i) {
      first += fmt::format(R"({}{{"print": "a {}"}})", i == 0 ? "" : ", ", i);
      second += fmt::format(R"({}{{"print": "b {}"}})", i == 0 ? "" : ", ", i);
    }
    const Scenario scenario = scenario_with_tasks(
        fmt::format(R"({{"name": "a", "steps": [{}]}}, {{"name": "b", "steps": [{}]}})", first, second));
    CHECK(ways(explored(scenario, Mode::threads)) == "1");
    if (k > 6) continue;
    const Exploration found = explored(scenario, Mode::threads, 2, true);
    CHECK(ways(found) == std::to_string(binomial(2U * static_cast<unsigned>(k), static_cast<unsigned>(k))));
    CHECK(found.outcomes.size() == binomial(2U * static_cast<unsigned>(k), static_cast<unsigned>(k)));
  }
}

TEST_CASE("two coroutines of k sleeps interleave in 2k over k ways") {
  for (int k = 1; k <= 10; ++k) {
    const Scenario scenario = scenario_with_tasks(tasks_with(2, times(k, R"({"sleep": 1})")));
    CHECK(ways(explored(scenario, Mode::coroutine)) ==
          std::to_string(binomial(2U * static_cast<unsigned>(k), static_cast<unsigned>(k))));
  }
}

// `read`, something between, `write`, twice.
Scenario increments_with(std::string_view between) {
  const std::string steps =
      fmt::format(R"({{"read": "counter", "into": "x"}}{}, {{"write": "counter", "value": "x + 1"}})", between);
  return scenario_with_tasks(tasks_with(2, steps), R"("shared": {"counter": 0}, )");
}

TEST_CASE("coroutines lose an update where they await between a read and a write, and nowhere else") {
  struct Row {
    std::string_view between, ways, lost;
  };
  for (const Row& row : {Row{"", "1", "0"}, Row{R"(, {"sleep": 1})", "2", "2"}, Row{R"(, {"sleep": 0})", "1", "1"},
                         Row{R"(, {"block": 1})", "1", "0"}}) {
    CAPTURE(row.between);
    const Exploration found = explored(increments_with(row.between), Mode::coroutine);
    CHECK(ways(found) == row.ways);
    CHECK(ways(found, loses) == row.lost);
  }
}

TEST_CASE("a thread beside the loop whose task has run out of time has no end that counts") {
  const auto beside = [](const std::string& name) {
    return R"({"name": ")" + name + R"(", "to_thread": true, "timeout": 2, "steps": [{"block": 1}]})";
  };
  CHECK(ways(explored(scenario_with_tasks(beside("a")), Mode::coroutine)) == "2");
  CHECK(ways(explored(scenario_with_tasks(beside("a") + ", " + beside("b")), Mode::coroutine)) == "8");
}

TEST_CASE("built-in scenarios have so many interleavings on a loop, so many of which are wrong") {
  struct Row {
    std::string_view name, ways;
  };
  for (const Row& row :
       {Row{"last-ticket", "2"}, Row{"bank-transfer", "2"}, Row{"philosophers", "1"}, Row{"producer-consumer", "14"},
        Row{"limited-downloads", "8"}, Row{"gather-results", "6"}, Row{"as-completed", "6"}, Row{"timeout", "2"},
        Row{"task-group", "5"}, Row{"async-race", "2"}, Row{"to-thread", "4"}, Row{"coffee-shop", "6"}}) {
    CAPTURE(row.name);
    CHECK(ways(explored(built_in(row.name), Mode::coroutine)) == row.ways);
  }
  CHECK(ways(explored(built_in("last-ticket"), Mode::coroutine), loses) == "2");
  CHECK(ways(explored(built_in("bank-transfer"), Mode::coroutine), deadlocks) == "2");
  CHECK(ways(explored(built_in("async-race"), Mode::coroutine), loses) == "2");
}

TEST_CASE("three jobs of one step are done in 1, 4 and 6 orders by 1, 2 and 3 workers, and by 2 processes in 4") {
  const Scenario scenario =
      scenario_with_tasks(tasks_with(3, R"({"write": "v", "value": 1})"), R"("shared": {"v": 0}, )");
  CHECK(ways(explored(scenario, Mode::pool, 1)) == "1");
  CHECK(ways(explored(scenario, Mode::pool, 2)) == "4");
  CHECK(ways(explored(scenario, Mode::pool, 3)) == "6");
  const Scenario silent = scenario_with_tasks(tasks_with(3, R"({"block": 1})"));
  CHECK(ways(explored(silent, Mode::processes, 2)) == "4");
}

TEST_CASE("a job of a pool that comes later may be cancelled in its queue, or come too late for that") {
  const Scenario scenario =
      scenario_with_tasks(R"({"name": "a", "steps": [{"cancel": "b"}]}, {"name": "b", "after": 1, "steps": []})");
  const auto is_cancelled = [](const RunResult& result) { return result.tasks[1].outcome == Outcome::cancelled; };
  const Exploration found = explored(scenario, Mode::pool, 1);
  CHECK(ways(found) == "3");  // before the cancel, before the end behind it, and behind both
  CHECK(ways(found, is_cancelled) == "1");
  CHECK(ways(explored(scenario, Mode::pool, 2), is_cancelled) == "0");
}

TEST_CASE("whether a job of a pool is still queued when somebody cancels it is a matter of who has ended before") {
  const Scenario scenario = scenario_with_tasks(
      R"({"name": "a", "steps": [{"start": "c"}, {"cancel": "c"}]}, {"name": "b", "steps": [{"block": 1}]},
         {"name": "c", "manual": true, "steps": []})");
  const auto is_cancelled = [](const RunResult& result) { return result.tasks[2].outcome == Outcome::cancelled; };
  const Exploration found = explored(scenario, Mode::pool, 2);
  REQUIRE(found.outcomes.size() == 2);
  CHECK(ways(found, is_cancelled) == "2");  // b's end behind a's cancel, and behind a's end
  CHECK(ways(explored(scenario, Mode::pool, 1), is_cancelled) == ways(explored(scenario, Mode::pool, 1)));
  CHECK(ways(explored(scenario, Mode::pool, 3), is_cancelled) == "0");
}

TEST_CASE("sections that a lock keeps apart come in any order, 2 of them in 2 and 3 in 6") {
  const std::string section = fmt::format(R"({{"lock": "m", "steps": [{}]}})", kIncrement);
  for (const int tasks : {2, 3}) {
    const Scenario scenario = scenario_with_tasks(tasks_with(tasks, section), R"("shared": {"counter": 0}, )");
    const Exploration found = explored(scenario, Mode::threads);
    CHECK(ways(found) == (tasks == 2 ? "2" : "6"));
    REQUIRE(found.outcomes.size() == 1);
    CHECK(found.outcomes[0].result.shared == std::vector<std::vector<std::int64_t>>{{tasks}});
    CHECK(found.unordered.empty());
  }
}

TEST_CASE("increments without a lock have the numbers that combinatorics gives") {
  struct Row {
    int tasks, each;
    std::string_view ways;
  };
  for (const Row& row : {Row{2, 1, "6"}, Row{3, 1, "90"}, Row{6, 1, "7484400"}, Row{2, 10, "137846528820"}}) {
    CHECK(ways(explored(increments(row.tasks, row.each), Mode::threads)) == row.ways);
  }
  const Exploration two = explored(increments(2), Mode::threads);
  CHECK(ways(two, loses) == "4");
  CHECK(chance(two, loses) == doctest::Approx(0.5).epsilon(1e-12));
  CHECK(two.states == 12);
  CHECK(two.steps == 14);
}

TEST_CASE("philosophers starve in 120 of 66 468 720 interleavings, and in a pool of two in none") {
  const Exploration one = explored(built_in("philosophers"), Mode::threads);
  CHECK(ways(one) == "66468720");
  CHECK(ways(one, deadlocks) == "120");
  CHECK(chance(one, deadlocks) == doctest::Approx(0.158).epsilon(0.005));
  CHECK(one.states == 1'743);
  CHECK(one.steps == 5'155);
  const Exploration pool = explored(built_in("philosophers"), Mode::pool, 2);
  CHECK(ways(pool) == "13961");
  CHECK(pool.outcomes.size() == 1);
  const Exploration two = explored(philosophers(5, 2), Mode::threads);
  CHECK(ways(two) == "141284880173927110");
  CHECK(ways(two, deadlocks) == "104738560230");
  CHECK(chance(two, deadlocks) == doctest::Approx(0.7135).epsilon(0.0005));
  CHECK(two.states == 28'325);
  CHECK(two.steps == 91'840);
}

TEST_CASE("numbers beyond 64 bits are exact") { CHECK(ways(explored(philosophers(5, 3), Mode::threads)).size() == 27); }

// 4 accesses each: who sees a ticket left, takes it.
Scenario ticket_desks(int sellers) {
  constexpr std::string_view kSell =
      R"({"read": "left", "into": "x"}, {"if": "x > 0", "steps": [{"write": "left", "value": "x - 1"},
         {"read": "sold", "into": "s"}, {"write": "sold", "value": "s + 1"}]})";
  return scenario_with_tasks(tasks_with(sellers, kSell),
                             fmt::format(R"("shared": {{"left": {}, "sold": 0}}, )", sellers));
}

TEST_CASE("ticket desks that count what they sell") {
  const auto is_right = [](int sellers) {
    return [sellers](const RunResult& result) { return result.shared[0] == std::vector<std::int64_t>{0, sellers}; };
  };
  const Exploration four = explored(ticket_desks(4), Mode::threads);
  CHECK(ways(four, is_right(4)) != "0");
}

// Peterson's algorithm keeps two increments apart; without `turn` both may wait for each other.
Scenario peterson(bool with_turn) {
  const auto task = [&](std::string_view name, std::string_view own, std::string_view other, int turn) {
    const std::string give = with_turn ? fmt::format(R"({{"write": "turn", "value": {}}},)", turn) : "";
    const std::string look = with_turn ? R"(, {"read": "turn", "into": "t"})" : "";
    const std::string waits = with_turn ? fmt::format("o == 1 and t == {}", turn) : "o == 1";
    return fmt::format(R"({{"name": "{}", "steps": [{{"write": "{}", "value": 1}}, {} {{"read": "{}", "into": "o"}}{},
      {{"while": "{}", "steps": [{{"read": "{}", "into": "o"}}{}]}}, {}, {{"write": "{}", "value": 0}}]}})",
                       name, own, give, other, look, waits, other, look, kIncrement, own);
  };
  return scenario_with_tasks(task("a", "fa", "fb", 1) + ", " + task("b", "fb", "fa", 0),
                             R"("shared": {"fa": 0, "fb": 0, "turn": 0, "counter": 0}, )");
}

TEST_CASE("Peterson's lock keeps two tasks apart, however long they wait; without turns they may wait for ever") {
  const Exploration found = explored(peterson(true), Mode::threads);
  CHECK(found.endless);
  CHECK_FALSE(found.never_ends);
  CHECK(found.going_round.size() == 2);
  double all = 0;
  for (const ExploredOutcome& outcome : found.outcomes) {
    CHECK(outcome.result.shared[0][3] == 2);
    all += outcome.chance;
  }
  CHECK(all == doctest::Approx(1).epsilon(1e-9));
  const Exploration stuck = explored(peterson(false), Mode::threads);
  CHECK(stuck.endless);
  REQUIRE(stuck.never_ends);
  CHECK(*stuck.never_ends == doctest::Approx(0.5).epsilon(1e-9));
}

TEST_CASE("built-in scenarios have so many interleavings, so many of which are wrong") {
  CHECK(ways(explored(built_in("last-ticket"), Mode::threads)) == "6");
  CHECK(ways(explored(built_in("last-ticket"), Mode::threads), loses) == "4");
  CHECK(ways(explored(built_in("bank-transfer"), Mode::threads)) == "6");
  CHECK(ways(explored(built_in("bank-transfer"), Mode::threads), deadlocks) == "2");
  CHECK(ways(explored(built_in("bank-transfer"), Mode::sequential)) == "1");
  CHECK(ways(explored(built_in("producer-consumer"), Mode::threads)) == "16");
  CHECK(ways(explored(built_in("limited-downloads"), Mode::threads)) == "648");
  CHECK(ways(explored(built_in("limited-downloads"), Mode::pool, 2)) == "96");
  CHECK(ways(explored(built_in("as-completed"), Mode::threads)) == "6");
  const Scenario price = scenario_with_tasks(
      R"({"name": "customer", "steps": [{"read": "price", "into": "p"}, {"sleep": 2}, {"print": "pays {p}"}]},
         {"name": "shop", "steps": [{"sleep": 1}, {"write": "price", "value": 12}, {"print": "price is 12"}]})",
      R"("shared": {"price": 10}, )");
  CHECK(ways(explored(price, Mode::threads)) == "2");
  CHECK(ways(explored(built_in("async-race"), Mode::threads)) == "6");
  CHECK(ways(explored(built_in("async-race"), Mode::threads), loses) == "4");
}

}  // namespace
}  // namespace interleave::testing

// What C++ programs do as their tasks end: submit one by one, hear of failures, cancel, leave, give up in time.
#include <doctest/doctest.h>

#include "core/listing/list_program.h"
#include "tests/support/listing_text.h"
#include "tests/support/scenarios.h"

namespace interleave::testing {
namespace {

const std::string kTwo = R"({"name": "a", "steps": [{"sleep": 1}]}, {"name": "b", "steps": [{"raise": "no"}]})";
const std::string kTwoAndLater = kTwo + R"(, {"name": "c", "after": 2, "steps": []})";
const std::string kOneByOne = R"("launch": "one_by_one", )";
const std::string kFirst = R"("on_error": "first", )";
const std::string kCancel = R"("on_error": "cancel", )";
const std::string kLeaves = R"("main": "leaves", )";

// From the main program's first line on, with the whole text before it left to `text`.
std::string main_of(const std::string& tasks, const std::string& policy, Mode mode) {
  const std::string all = shown(list_program(scenario_with_tasks(tasks, policy), mode, 2, Language::cpp));
  const std::size_t coroutine = all.find("Task submit_all() {\n");
  return all.substr(coroutine == all.npos ? all.find("int main(") : coroutine);
}

std::string all_of(const std::string& tasks, const std::string& policy, Mode mode) {
  return list_program(scenario_with_tasks(tasks, policy), mode, 2, Language::cpp).text();
}

bool is_in(const std::string& part, const std::string& text) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("one by one, the C++ main program waits for each task; where it hears of failures, it waits for results") {
  CHECK(main_of(kTwo, kOneByOne, Mode::threads) == R"(int main() {
  tasks["a"].start(a);
  tasks["a"].join();
  tasks["b"].start(b);
  tasks["b"].join();
  threads.join();
}
)");
  CHECK(main_of(kTwo, kOneByOne + kFirst, Mode::pool) == R"(int main() {
  try {
    tasks["a"].start(a);
    tasks["a"].result();
    tasks["b"].start(b);
    tasks["b"].result();
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
  }
  pool.join();
}
)");
  CHECK(main_of(kTwo, kOneByOne + kFirst, Mode::sequential) == R"(int main() {
  try {
    tasks["a"].start(a);
    tasks["a"].result();
    tasks["b"].start(b);
    tasks["b"].result();
    started.run();
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
  }
}
)");
  CHECK(main_of(kTwo, kOneByOne, Mode::coroutine) == R"(Task submit_all() {
  tasks["a"].start(a());
  co_await end_of(tasks["a"]);
  tasks["b"].start(b());
  co_await end_of(tasks["b"]);
  co_return {};
}
int main() {
  Handle main_program;
  main_program.start(submit_all());
  event_loop.run();
  return exit_code(main_program);
}
)");
}

TEST_CASE("one by one, a task that was cancelled in a pool stops no C++ main program that hears of failures") {
  const std::string canceller = R"({"name": "m", "manual": true, "steps": [{"cancel": "b"}]},
    {"name": "a", "steps": [{"start": "m"}]}, {"name": "b", "steps": []})";
  const std::string pool = all_of(canceller, kOneByOne + kFirst, Mode::pool);
  CHECK(is_in("  } catch (const WasCancelled&) {\n", pool));
  CHECK(is_in("    tasks[\"b\"].join();\n", pool));
  CHECK(!is_in("WasCancelled", all_of(canceller, kOneByOne + kFirst, Mode::threads)));
  CHECK(!is_in("WasCancelled", all_of(canceller, kOneByOne, Mode::pool)));
}

TEST_CASE("together, the C++ main program is in no hurry to hear of failures on threads, and gathers on a loop") {
  CHECK(main_of(kTwo, kFirst, Mode::threads) == main_of(kTwo, kCancel, Mode::threads));
  CHECK(main_of(kTwo, kFirst, Mode::threads) == R"(int main() {
  tasks["a"].start(a);
  tasks["b"].start(b);
  threads.join();
}
)");
  CHECK(is_in(R"(  try {
    tasks["a"].start(a());
    tasks["b"].start(b());
    co_await all_of(tasks["a"], tasks["b"]);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
  }
)",
              main_of(kTwo, kFirst, Mode::coroutine)));
}

TEST_CASE(
    "one after another, a failure ends what the C++ main program calls, and what others have started is not its own") {
  CHECK(main_of(kTwo, kCancel, Mode::sequential) == main_of(kTwo, kFirst, Mode::sequential));
  CHECK(main_of(kTwo, kFirst, Mode::sequential) == R"(int main() {
  tasks["a"].start(a);
  tasks["b"].start(b);
  const Started submitted = started;
  try {
    while (Handle* const task = started.next()) {
      task->run();
      if (submitted.has(*task)) task->result();  // or what it has thrown
    }
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
  }
}
)");
  CHECK(is_in("  submitted.run();\n", main_of(kTwo, kLeaves, Mode::sequential)));
  CHECK(is_in("    while (Handle* const task = submitted.next()) task->result();\n",
              main_of(kTwo, kFirst + kLeaves, Mode::sequential)));
}

TEST_CASE(
    "where a failure cancels others, the C++ program of a pool attempts tasks, and main may hear of it as it sleeps") {
  const std::string pool = all_of(kTwo, kCancel, Mode::pool);
  CHECK(is_in("  tasks[\"a\"].start(attempt, a);\n", pool));
  CHECK(is_in("    tasks.cancel();\n    throw;\n", pool));
  CHECK(!is_in("failure", pool));
  CHECK(main_of(kTwoAndLater, kCancel, Mode::pool) == R"(int main() {
  const auto start = std::chrono::steady_clock::now();
  try {
    tasks["a"].start(attempt, a);
    tasks["b"].start(attempt, b);
    failure.sleep_until(start + 2 * SECOND);
    tasks["c"].start(attempt, c);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
  }
  pool.join();
}
)");
  CHECK(main_of(kTwoAndLater, kCancel, Mode::threads).find("tasks[\"c\"].start(attempt, c);") != std::string::npos);
  CHECK(!is_in("tasks.cancel()", all_of(kTwoAndLater, kCancel, Mode::threads)));
  CHECK(!is_in("attempt", main_of(kTwoAndLater, kCancel + kOneByOne, Mode::pool)));
}

TEST_CASE("on a loop they are a task group, which cuts the main program's sleep and cancels in the order of the file") {
  const std::string tasks = R"({"name": "late", "after": 2, "steps": []}, )" + kTwo;
  CHECK(is_in(R"(Handles& tasks = *new Handles({"late", "a", "b"});  // for good)",
              all_of(tasks, kCancel, Mode::coroutine)));
  CHECK(is_in(R"(  TaskGroup group;
  try {
    group.start(tasks["a"], a());
    group.start(tasks["b"], b());
    co_await sleep_until(start + 2 * SECOND);
    group.start(tasks["late"], late());
  } catch (const Cancelled&) {
    // one of them has failed: nothing more is submitted
  }
  try {
    co_await group.end();
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
  }
)",
              main_of(tasks, kCancel, Mode::coroutine)));
  CHECK(!is_in("Cancelled&", main_of(kTwo, kCancel, Mode::coroutine)));
}

TEST_CASE("a C++ main program that leaves a loop awaits its tasks, and then cancels whoever is there") {
  const std::string text = main_of(kTwo, kLeaves, Mode::coroutine);
  CHECK(is_in("  co_await ends_of(tasks[\"a\"], tasks[\"b\"]);\n", text));
  CHECK(is_in("  run_and_leave(main_program);\n  return exit_code(main_program);\n", text));
  CHECK(main_of(kTwo, kLeaves, Mode::pool) ==
        "int main() {\n  tasks[\"a\"].start(a);\n  tasks[\"b\"].start(b);\n  pool.join();\n}\n");
}

TEST_CASE("jobs of processes tell the C++ main program whether they fail where it goes by that, and any may") {
  const std::string text = all_of(kTwoAndLater, kCancel, Mode::processes);
  CHECK(is_in("bool do_job(int job) {\n  if (job == 0) return attempt(a);\n", text));
  CHECK(is_in("    pool.sleep_until(start + 2 * SECOND);\n    pool.submit(2);  // \"c\"\n", text));
  CHECK(is_in("jobs_.resize(unoccupied())", text));
  CHECK(is_in("  pool.submit(0);  // \"a\"\n  pool.wait();\n", main_of(kTwo, kOneByOne, Mode::processes)));
  const std::string none_fails = R"({"name": "a", "steps": [{"sleep": 1}]}, {"name": "b", "after": 1, "steps": []})";
  CHECK(all_of(none_fails, kCancel, Mode::processes) == all_of(none_fails, "", Mode::processes));
}

TEST_CASE("a task of a loop has its time in the C++ program, whoever starts it; elsewhere nothing could stop it") {
  const std::string tasks = R"({"name": "a", "timeout": 1.5, "steps": [{"start": "b"}]},
    {"name": "b", "manual": true, "timeout": 2, "steps": [{"sleep": 1}]})";
  const std::string loop = all_of(tasks, "", Mode::coroutine);
  CHECK(is_in("  tasks[\"a\"].start(within(1.5 * SECOND, a()));\n", loop));
  CHECK(is_in("  tasks[\"b\"].start(within(2 * SECOND, b()));\n", loop));
  CHECK(is_in("  group.start(tasks[\"a\"], within(1.5 * SECOND, a()));\n", all_of(tasks, kCancel, Mode::coroutine)));
  for (const Mode mode : {Mode::sequential, Mode::threads, Mode::pool}) {
    CHECK(!is_in("within", all_of(tasks, "", mode)));
  }
}

}  // namespace interleave::testing

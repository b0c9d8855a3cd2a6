#include <doctest/doctest.h>

#include "core/listing/list_program.h"
#include "tests/support/listing_text.h"
#include "tests/support/scenarios.h"

namespace interleave::testing {
namespace {

std::string cpp_program_of(const std::string& tasks, Mode mode, const std::string& more = "") {
  return shown(list_program(scenario_with_tasks(tasks, more), mode, 2, Language::cpp));
}

// The lines of a function of it, without its head and its end.
std::string cpp_body(const std::string& name, const std::string& text) {
  const std::size_t head = text.find(" " + name + "() {\n");
  const std::size_t begin = text.find('\n', head) + 1;
  return text.substr(begin, text.find("\n}\n", head) + 1 - begin);
}

const std::string kCppWaiter =
    R"({"name": "waiter", "steps": [{"start": "soup"}, {"start": "a salad"}, {"await": "soup", "into": "x", "timeout": 2},
  {"await": ["soup", "a salad"], "into": ["x", "y"]}, {"await": ["soup"], "timeout": 0}, {"await": "soup"},
  {"as_completed": ["soup", "a salad"], "into": "dish", "steps": [{"print": "{dish}"}]},
  {"cancel": "soup"}, {"set": "x", "value": "x + y"}, {"return": "y"}]},
  {"name": "soup", "manual": true, "steps": [{"return": 1}]}, {"name": "a salad", "manual": true, "steps": []})";

}  // namespace

TEST_CASE(
    "on threads the C++ program has a handle for each task by its name, and values where they may be no numbers") {
  for (const Mode mode : {Mode::threads, Mode::pool, Mode::sequential}) {
    const std::string text = cpp_program_of(kCppWaiter, mode);
    CHECK(text.find("Value waiter() {\n") != text.npos);
    CHECK(text.find("void a_salad() {\n}\n") != text.npos);
    CHECK(cpp_body("waiter", text) == R"(  long long x = 0;
  Value y;
  Value dish;
  tasks["soup"].start(soup);
  tasks["a salad"].start(a_salad);
  x = tasks["soup"].result(2 * SECOND).number();
  all_of(tasks["soup"], tasks["a salad"]);
  x = tasks["soup"].result().number();
  y = tasks["a salad"].result();
  all_of_in(0 * SECOND, tasks["soup"]);
  tasks["soup"].result();
  for (auto& ended : as_completed(tasks["soup"], tasks["a salad"])) {
    dish = ended.result();
    print(dish);
  }
  tasks["soup"].cancel();
  x = x + y.number();
  return y;
)");
  }
  CHECK(cpp_body("main", cpp_program_of(kCppWaiter, Mode::threads)) ==
        "  tasks[\"waiter\"].start(waiter);\n  threads.join();\n");
  CHECK(cpp_body("main", cpp_program_of(kCppWaiter, Mode::pool)) ==
        "  tasks[\"waiter\"].start(waiter);\n  pool.join();\n");
  CHECK(cpp_body("main", cpp_program_of(kCppWaiter, Mode::sequential)) ==
        "  tasks[\"waiter\"].start(waiter);\n  started.run();\n");
}

TEST_CASE("a C++ program declares a function that is started before it is defined, and no other one") {
  const std::string tasks = R"({"name": "a", "steps": [{"start": "b"}, {"start": "c"}]},
    {"name": "b", "manual": true, "steps": [{"return": 1}]}, {"name": "c", "manual": true, "call": "f", "arguments": {"s": 1}},
    {"name": "d", "manual": true, "call": "f", "arguments": {"s": 2}}, {"name": "e", "steps": [{"start": "d"}]})";
  const std::string functions = R"("functions": {"f": {"parameters": ["s"], "steps": [{"sleep": "{s}"}]}}, )";
  const std::string threads = cpp_program_of(tasks, Mode::threads, functions);
  CHECK(threads.find("\nValue b();\nvoid f(double s) {\n") != threads.npos);
  const std::string loop = cpp_program_of(tasks, Mode::coroutine, functions);
  CHECK(loop.find("\nTask b();\nTask f(double s) {\n") != loop.npos);
}

TEST_CASE("on the loop the C++ program awaits coroutines by their handles") {
  const std::string text = cpp_program_of(kCppWaiter, Mode::coroutine);
  CHECK(cpp_body("waiter", text) == R"(  long long x = 0;
  Value y;
  Value dish;
  tasks["soup"].start(soup());
  tasks["a salad"].start(a_salad());
  x = (co_await tasks["soup"].result(2 * SECOND)).number();
  co_await all_of(tasks["soup"], tasks["a salad"]);
  x = tasks["soup"].outcome().number();
  y = tasks["a salad"].outcome();
  co_await all_of_in(0 * SECOND, tasks["soup"]);
  co_await tasks["soup"].result();
  for (auto& ended : as_completed(tasks["soup"], tasks["a salad"])) {
    dish = (co_await ended.result());
    print(dish);
  }
  tasks["soup"].cancel();
  x = x + y.number();
  co_return y;
)");
  CHECK(cpp_body("a_salad", text) == "  co_return {};\n");
  CHECK(cpp_body("main", text) == "  tasks[\"waiter\"].start(waiter());\n  event_loop.run();\n  return exit_code();\n");
}

TEST_CASE("what a C++ program does in any case stands behind a try that keeps what was thrown, a return, too") {
  const std::string tasks =
      R"({"name": "a", "steps": [{"try": [{"raise": "no"}, {"return": 1}], "except": [{"print": "e"}],
    "finally": [{"print": "f"}]}, {"return": 2}]})";
  const std::string threads = cpp_program_of(tasks, Mode::threads);
  CHECK(cpp_body("a", threads) == R"(  {
    std::exception_ptr thrown;
    try {
      try {
        throw std::runtime_error("no");
        throw Returned{1};
      } catch (const std::exception&) {
        print("e");
      }
    } catch (...) {
      thrown = std::current_exception();
    }
    print("f");
    if (thrown) std::rethrow_exception(thrown);
  }
  return 2;
)");
  CHECK(threads.find("threads.emplace_back(attempt, a);") != threads.npos);
}

TEST_CASE("a C++ coroutine waits behind a catch and not in it") {
  const std::string tasks = R"({"name": "a", "steps": [{"try": [{"raise": "no {task}"}], "except": [{"sleep": 1}]},
    {"try": [], "except": [{"print": "e"}]}]})";
  CHECK(cpp_body("a", cpp_program_of(tasks, Mode::coroutine)) == R"(  {
    bool fails = false;
    try {
      throw std::runtime_error("no a");
    } catch (const std::exception&) {
      fails = true;
    }
    if (fails) {
      co_await sleep_for(1 * SECOND);
    }
  }
  try {
  } catch (const std::exception&) {
    print("e");
  }
  co_return {};
)");
}

TEST_CASE("a C++ program says that a product is not 0 where that is what its truth is") {
  const std::string tasks = R"({"name": "a", "steps": [{"set": "x", "value": 2}, {"if": "x * 2", "steps": []},
    {"while": "not x * 2 and (x * x or x) and x", "steps": []}, {"while": "x or x * x", "steps": []}]})";
  CHECK(cpp_body("a", cpp_program_of(tasks, Mode::sequential)) == R"body(  long long x = 0;
  x = 2;
  if (x * 2 != 0) {
  }
  while (!(x * 2 != 0) && (x * x != 0 || x) && x) {
  }
  while (x || x * x != 0) {
  }
)body");
}

TEST_CASE("where threads share a variable, a C++ value that may be a text takes its number by a call") {
  const std::string tasks = R"({"name": "a", "steps": [{"read": "v", "into": "n"}, {"read": "v", "into": "x"},
    {"start": "b"}, {"await": "b", "into": "x"}, {"print": "{n} {x}"}]}, {"name": "b", "manual": true, "steps": []})";
  const std::string shares = R"("shared": {"v": 1}, )";
  CHECK(cpp_program_of(tasks, Mode::threads, shares).find("  n = v;\n  x = v.load();\n") != std::string::npos);
  CHECK(cpp_program_of(tasks, Mode::sequential, shares).find("  n = v;\n  x = v;\n") != std::string::npos);
}

TEST_CASE("what tasks share waits for so long at most in the C++ program of every mode") {
  const std::string tasks =
      R"({"name": "a", "steps": [{"acquire": "s", "timeout": 1}, {"put": "q", "value": 2, "timeout": 1},
    {"get": "q", "into": "x", "timeout": 1.5}]})";
  const std::string shares = R"("queues": {"q": 1}, "semaphores": {"s": 1}, )";
  CHECK(cpp_body("a", cpp_program_of(tasks, Mode::threads, shares)) == R"(  [[maybe_unused]] long long x = 0;
  s.acquire(1 * SECOND);
  q.put(2, 1 * SECOND);
  x = q.get(1.5 * SECOND);
)");
  CHECK(cpp_body("a", cpp_program_of(tasks, Mode::coroutine, shares)) == R"(  [[maybe_unused]] long long x = 0;
  co_await s.acquire(1 * SECOND);
  co_await q.put(2, 1 * SECOND);
  x = (co_await q.get(1.5 * SECOND)).number();
  co_return {};
)");
}

}  // namespace interleave::testing

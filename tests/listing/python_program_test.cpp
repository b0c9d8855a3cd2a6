#include <doctest/doctest.h>

#include "core/listing/list_program.h"
#include "tests/support/listing_text.h"
#include "tests/support/scenarios.h"

namespace interleave::testing {
namespace {

std::string python(const Scenario& scenario, Mode mode) {
  return shown(list_program(scenario, mode, 2, Language::python));
}

// What stands between the first line that is `begin` and the first one after it that is `end`.
std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t from = text.find(begin + "\n") + begin.size() + 1;
  return text.substr(from, text.find(end + "\n", from) - from);
}

std::string main_of(const Scenario& scenario, Mode mode) {
  return between(python(scenario, mode), mode == Mode::coroutine ? "async def main():" : "def main():",
                 mode == Mode::coroutine ? "asyncio.run(main())" : "main()");
}

// Steps of a function that has the parameters item and n, called with "cake" and 2.
std::string body_of(const std::string& steps, Mode mode = Mode::sequential) {
  const Scenario scenario = scenario_of(R"({"interleave": 1, "title": "T", "functions": {"work": {
    "parameters": ["item", "n"], "steps": [)" +
                                        steps + R"(]}},
    "tasks": [{"name": "a", "call": "work", "arguments": {"item": "cake", "n": 2}}]})");
  return between(python(scenario, mode),
                 "def work(item, n):", mode == Mode::coroutine ? "async def main():" : "def main():");
}

const char* const kLaterTasks = R"({"name": "late", "steps": [], "after": 2.50},
  {"name": "soon", "steps": []}, {"name": "as late", "steps": [], "after": 2.5})";

}  // namespace

TEST_CASE("in sequential mode the Python program calls one function after the other") {
  CHECK(python(built_in("coffee-shop"), Mode::sequential) == R"("""Coffee shop, one after another."""
import time
def order(item, seconds):
    print(f"Ordered {item}")
    time.sleep(seconds * SECOND)
    print(f"\t>> Received {item}")
def main():
    order("coffee", 1)
    order("food", 5)
    order("cake", 3)
main()
)");
}

TEST_CASE("the Python program of processes submits to a ProcessPoolExecutor, and only where it is the main program") {
  CHECK(python(built_in("coffee-shop"), Mode::processes) == R"("""Coffee shop, on a pool of 2 processes."""
import time
from concurrent.futures import ProcessPoolExecutor
def order(item, seconds):
    print(f"Ordered {item}")
    time.sleep(seconds * SECOND)
    print(f"\t>> Received {item}")
def main():
    with ProcessPoolExecutor(max_workers=2) as pool:
        pool.submit(order, "coffee", 1)
        pool.submit(order, "food", 5)
        pool.submit(order, "cake", 3)
if __name__ == "__main__":
    main()
)");
}

TEST_CASE("what processes share in name stands before their functions, with the word that each has its own") {
  const std::string text = python(built_in("async-race"), Mode::processes);
  CHECK(text.find("# Each process has its own:\nvisits = 0\n") != std::string::npos);
  CHECK(text.find("time.sleep(0)") == std::string::npos);
  CHECK(python(built_in("async-race"), Mode::pool).find("its own") == std::string::npos);
}

TEST_CASE("where a failure cancels what is queued, jobs are given to processes one by one; else they are not") {
  const char* const tasks = R"({"name": "a", "steps": [{"raise": "no"}]}, {"name": "b", "steps": []})";
  const auto main_with = [&](const std::string& policy) {
    return python(scenario_with_tasks(tasks, policy), Mode::processes);
  };
  const std::string cancelling = main_with(R"("on_error": "cancel",)");
  CHECK(cancelling.find("    with JobByJob(max_workers=2) as pool:\n") != std::string::npos);
  CHECK(cancelling.find("import Future, ProcessPoolExecutor, wait\n") != std::string::npos);
  for (const std::string policy : {R"("on_error": "first",)", R"("launch": "one_by_one",)",
                                   R"("on_error": "cancel", "launch": "one_by_one",)", R"("main": "leaves",)"}) {
    const std::string text = main_with(policy);
    CHECK(text.find("    with ProcessPoolExecutor(max_workers=2) as pool:\n") != std::string::npos);
    CHECK(text.find("JobByJob") == std::string::npos);
  }
}

TEST_CASE("in coroutine mode the Python program gathers coroutines, and imports no time that it does not need") {
  CHECK(python(built_in("coffee-shop"), Mode::coroutine) == R"("""Coffee shop, as coroutines on an event loop."""
import asyncio
async def order(item, seconds):
    print(f"Ordered {item}")
    await asyncio.sleep(seconds * SECOND)
    print(f"\t>> Received {item}")
async def main():
    await asyncio.gather(
        order("coffee", 1),
        order("food", 5),
        order("cake", 3),
    )
asyncio.run(main())
)");
}

TEST_CASE("in threads mode the Python program starts a thread for each task and joins them all") {
  CHECK(main_of(built_in("downloads"), Mode::threads) == R"(    threads = [
        threading.Thread(target=download, args=("pictures.zip", 5)),
        threading.Thread(target=download, args=("music.zip", 10)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
)");
}

TEST_CASE("in pool mode the Python program submits to an executor of max_workers threads") {
  CHECK(main_of(built_in("downloads"), Mode::pool) == R"(    with ThreadPoolExecutor(max_workers=2) as pool:
        pool.submit(download, "pictures.zip", 5)
        pool.submit(download, "music.zip", 10)
)");
}

TEST_CASE("the Python program submits in order of after, and waits for it from the start, so that nothing drifts") {
  const Scenario scenario = scenario_with_tasks(kLaterTasks);
  CHECK(main_of(scenario, Mode::sequential) == R"(    start = time.monotonic()
    soon()
    sleep_until(start + 2.5 * SECOND)
    late()
    as_late()
)");
  CHECK(main_of(scenario, Mode::coroutine) == R"(    tasks = []
    start = time.monotonic()
    tasks.append(asyncio.create_task(soon()))
    await sleep_until(start + 2.5 * SECOND)
    tasks.append(asyncio.create_task(late()))
    tasks.append(asyncio.create_task(as_late()))
    await asyncio.gather(*tasks)
)");
  CHECK(main_of(scenario, Mode::threads) == R"(    threads = []
    start = time.monotonic()
    threads.append(start_thread(soon))
    sleep_until(start + 2.5 * SECOND)
    threads.append(start_thread(late))
    threads.append(start_thread(as_late))
    for thread in threads:
        thread.join()
)");
}

TEST_CASE("a print is an f-string only where it has placeholders, and braces are doubled only there") {
  CHECK(body_of(R"({"print": "{{plain}} \"text\" \\ \t"})") == "    print(\"{plain} \\\"text\\\" \\\\ \\t\")\n");
  CHECK(body_of(R"({"print": "{{{item}}} of {n}"})") == "    print(f\"{{{item}}} of {n}\")\n");
  CHECK(body_of(R"({"print": "{item}"})") == "    print(item)\n");
  CHECK(body_of(R"({"print": ""})") == "    print(\"\")\n");
}

TEST_CASE("block is time.sleep in every mode, and in a coroutine it is said what that does") {
  CHECK(body_of(R"({"block": 1.50})") == "    time.sleep(1.50 * SECOND)\n");
  CHECK(body_of(R"({"block": "{n}"})", Mode::coroutine) == "    time.sleep(n * SECOND)  # blocks the event loop\n");
}

TEST_CASE("a sleep of no time in a coroutine is asyncio.sleep(0), however it is written") {
  CHECK(body_of(R"({"sleep": 0.0})", Mode::coroutine) == "    await asyncio.sleep(0)\n");
}

TEST_CASE("a repeat without an index is a loop over _, and one without steps passes") {
  CHECK(body_of(R"({"repeat": 3e0, "steps": [{"repeat": "{n}", "index": "i", "steps": []}]})") ==
        "    for _ in range(3):\n        for i in range(n):\n            pass\n");
}

TEST_CASE("a function that names its task takes the name first, and a task's own steps just say it") {
  const Scenario scenario = scenario_of(R"({"interleave": 1, "title": "T",
    "functions": {"hello": {"parameters": ["n"], "steps": [{"print": "{task} {n}"}]}},
    "tasks": [{"name": "a", "call": "hello", "arguments": {"n": 1}},
              {"name": "b's", "steps": [{"print": "{{{task}}}"}]}]})");
  const std::string text = python(scenario, Mode::sequential);
  CHECK(text.find("def hello(task, n):\n    print(f\"{task} {n}\")\n") != text.npos);
  CHECK(text.find("def b_s():\n    print(\"{b's}\")\n") != text.npos);
  CHECK(text.find("    hello(\"a\", 1)\n    b_s()\n") != text.npos);
}

TEST_CASE(
    "threads that compute hand the interpreter over after the scenario's time slice, scaled as all durations are") {
  const std::string line = "\nsys.setswitchinterval(max(0.25 * SECOND, 1e-6))";
  const auto says_so = [&](std::string_view scenario, Mode mode) {
    const std::string text = list_program(built_in(scenario), mode, 2, Language::python).text();
    return text.find(line) != std::string::npos;
  };
  CHECK(says_so("photo-filters", Mode::threads));
  CHECK(says_so("photo-filters", Mode::pool));
  CHECK_FALSE(says_so("photo-filters", Mode::sequential));
  CHECK_FALSE(says_so("photo-filters", Mode::coroutine));
  const std::string waits = list_program(built_in("coffee-shop"), Mode::threads, 2, Language::python).text();
  CHECK(waits.find("setswitchinterval") == std::string::npos);
}

}  // namespace interleave::testing

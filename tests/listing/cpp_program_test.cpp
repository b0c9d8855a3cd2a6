#include <doctest/doctest.h>

#include "core/listing/list_program.h"
#include "tests/support/listing_text.h"
#include "tests/support/scenarios.h"

namespace interleave::testing {
namespace {

std::string cpp(const Scenario& scenario, Mode mode) { return shown(list_program(scenario, mode, 2, Language::cpp)); }

bool has(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("in sequential mode the C++ program calls one function after the other") {
  CHECK(cpp(built_in("coffee-shop"), Mode::sequential) == R"(// Coffee shop, one after another.
#include <chrono>
#include <string>
#include <thread>
void order(std::string item, double seconds) {
  print("Ordered ", item);
  std::this_thread::sleep_for(seconds * SECOND);
  print("\t>> Received ", item);
}
int main() {
  order("coffee", 1);
  order("food", 5);
  order("cake", 3);
}
)");
}

TEST_CASE("in coroutine mode the C++ program starts coroutines on an event loop") {
  CHECK(has(cpp(built_in("coffee-shop"), Mode::coroutine), R"(Task order(std::string item, double seconds) {
  print("Ordered ", item);
  co_await sleep_for(seconds * SECOND);
  print("\t>> Received ", item);
}
int main() {
  event_loop.start(order("coffee", 1));
  event_loop.start(order("food", 5));
  event_loop.start(order("cake", 3));
  event_loop.run();
}
)"));
}

TEST_CASE("in threads mode the C++ program joins every thread, and a count is an int") {
  CHECK(has(cpp(built_in("downloads"), Mode::threads), R"(void download(std::string file, int megabytes) {
  for (int i = 0; i < megabytes; ++i) {
    print(file, " downloaded ", i, " MB");
    std::this_thread::sleep_for(1 * SECOND);
  }
}
int main() {
  std::vector<std::thread> threads;
  threads.emplace_back(download, "pictures.zip", 5);
  threads.emplace_back(download, "music.zip", 10);
  for (std::thread& thread : threads) thread.join();
}
)"));
}

TEST_CASE("in pool mode the C++ program submits to a pool and waits for it") {
  CHECK(has(cpp(built_in("downloads"), Mode::pool), R"(int main() {
  ThreadPool pool(2);
  pool.submit(download, "pictures.zip", 5);
  pool.submit(download, "music.zip", 10);
  pool.join();
}
)"));
}

TEST_CASE("the C++ program of processes starts itself as its workers, which know their jobs by number") {
  const std::string text = cpp(built_in("async-race"), Mode::processes);
  CHECK(has(text, R"(// Each process has its own:
std::int64_t visits = 0;
void count(std::string task) {
)"));
  CHECK(has(text, R"(void do_job(int job) {
  if (job == 0) count("Ada");
  if (job == 1) count("Bob");
}
int main(int /*count*/, char** arguments) {
  ProcessPool pool(2);
  pool.submit(0);  // "Ada"
  pool.submit(1);  // "Bob"
  pool.join();
}
)"));
  CHECK(!has(text, "atomic"));
}

TEST_CASE("a C++ main program that waits between its submissions is a coroutine itself in coroutine mode") {
  const Scenario scenario = scenario_with_tasks(
      R"({"name": "soon", "steps": [{"block": 1}]}, {"name": "late", "steps": [{"sleep": 0}], "after": 0.5})");
  CHECK(has(cpp(scenario, Mode::coroutine), R"(Task soon() {
  std::this_thread::sleep_for(1 * SECOND);  // blocks the event loop
  co_return;
}
Task late() {
  co_await sleep_for(0 * SECOND);
}
Task submit_all() {
  const auto start = std::chrono::steady_clock::now();
  event_loop.start(soon());
  co_await sleep_until(start + 0.5 * SECOND);
  event_loop.start(late());
}
int main() {
  event_loop.start(submit_all());
  event_loop.run();
}
)"));
  CHECK(has(cpp(scenario, Mode::threads), R"(  const auto start = std::chrono::steady_clock::now();
  threads.emplace_back(soon);
  std::this_thread::sleep_until(start + 0.5 * SECOND);
  threads.emplace_back(late);
)"));
}

TEST_CASE("loops without an index count with names of their own, beside a parameter that is called so") {
  const Scenario scenario = scenario_of(R"({"interleave": 1, "title": "T", "functions": {"work": {
    "parameters": ["round", "spare"], "steps": [{"print": "{round}"},
      {"repeat": 2, "steps": [{"repeat": 3, "index": "i", "steps": [{"repeat": "{i}", "steps": []}]}]}]}},
    "tasks": [{"name": "a", "call": "work", "arguments": {"round": "x", "spare": 1.5}}]})");
  CHECK(has(cpp(scenario, Mode::sequential), R"(void work(std::string round, double /*spare*/) {
  print(round);
  for (int round_2 = 0; round_2 < 2; ++round_2) {
    for (int i = 0; i < 3; ++i) {
      for (int round_3 = 0; round_3 < i; ++round_3) {
      }
    }
  }
}
)"));
}

}  // namespace interleave::testing

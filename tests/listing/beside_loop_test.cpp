// Programs whose event loops have threads beside them.
#include <doctest/doctest.h>

#include "core/listing/list_program.h"
#include "tests/support/listing_text.h"
#include "tests/support/scenarios.h"

namespace interleave::testing {
namespace {

const std::string kTasks =
    R"({"name": "report", "to_thread": true, "timeout": 9, "call": "compose", "arguments": {"pages": 3}},
  {"name": "clock", "steps": [{"start": "late"}, {"sleep": 1}, {"await": "late"}]},
  {"name": "late", "manual": true, "to_thread": true, "steps": [{"sleep": 1}, {"return": 1}]})";
const std::string kMore = R"("shared": {"n": 0}, "functions": {"compose": {"parameters": ["pages"],
  "steps": [{"block": "{pages}"}, {"read": "n", "into": "x"}, {"write": "n", "value": "x + 1"}]}},)";

std::string program(Mode mode, Language language) {
  return shown(list_program(scenario_with_tasks(kTasks, kMore), mode, 2, language));
}

bool names_part(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("the Python program has plain functions for tasks beside the loop, and hands them to asyncio.to_thread") {
  const std::string text = program(Mode::coroutine, Language::python);
  CHECK(names_part(text, R"(
def compose(pages):
    global n
    time.sleep(pages * SECOND)
    x = n
    time.sleep(0)  # lets another thread go on, which CPython by itself would not do here
    n = x + 1
async def clock():
    tasks["late"] = asyncio.create_task(asyncio.to_thread(late))
    await asyncio.sleep(1 * SECOND)
    await tasks["late"]
def late():
    time.sleep(1 * SECOND)
    return 1
)"));
  CHECK(
      names_part(text, R"(tasks["report"] = asyncio.create_task(within(9 * SECOND, asyncio.to_thread, compose, 3)))"));
}

TEST_CASE("the C++ program has plain functions for tasks beside the loop, and variables that threads may share") {
  const std::string text = program(Mode::coroutine, Language::cpp);
  CHECK(names_part(text, "std::atomic<std::int64_t> n = 0;"));
  CHECK(names_part(text, R"(
Value late() {
  std::this_thread::sleep_for(1 * SECOND);
  return 1;
}
)"));
  CHECK(names_part(text, R"(tasks["late"].start(to_thread(late));)"));
  CHECK(names_part(text, R"(tasks["report"].start(within(9 * SECOND, to_thread(compose, 3)));)"));
}

TEST_CASE("in other modes the programs are those without to_thread") {
  for (const Mode mode : {Mode::sequential, Mode::threads, Mode::pool}) {
    for (const Language language : {Language::python, Language::cpp}) {
      CHECK_FALSE(names_part(program(mode, language), "to_thread"));
    }
  }
}

}  // namespace interleave::testing

#include <algorithm>
#include <doctest/doctest.h>

#include "core/listing/list_program.h"
#include "tests/support/listing_text.h"
#include "tests/support/modes.h"
#include "tests/support/scenarios.h"

namespace interleave::testing {
namespace {

std::string program(const std::string& tasks, Mode mode, const std::string& more = "") {
  return shown(list_program(scenario_with_tasks(tasks, more), mode, 2, Language::python));
}

// The lines of a function of it, without its head.
std::string body(const std::string& name, const std::string& text) {
  const std::size_t head = text.find("def " + name + "(");
  const std::size_t begin = text.find('\n', head) + 1;
  std::size_t end = begin;
  while (end < text.size() && text[end] == ' ') end = text.find('\n', end) + 1;
  return text.substr(begin, end - begin);
}

bool mentions(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

const std::string kWaiter = R"({"name": "waiter", "steps": [{"start": "soup"}, {"start": "a salad"},
  {"await": "soup", "into": "x", "timeout": 2}, {"await": ["soup", "a salad"], "into": ["x", "y"]}, {"await": ["soup"], "timeout": 0},
  {"as_completed": ["soup", "a salad"], "into": "dish", "steps": [{"print": "{dish}"}]},
  {"cancel": "soup"}, {"return": "y"}]},
  {"name": "soup", "manual": true, "steps": [{"return": 1}]}, {"name": "a salad", "manual": true, "steps": []})";

}  // namespace

TEST_CASE("in coroutine mode the Python program has the tasks of asyncio in a dict, and waits for those started too") {
  const std::string text = program(kWaiter, Mode::coroutine);
  CHECK(mentions(text, "\ntasks = {}\n"));
  CHECK(body("waiter", text) == R"(    tasks["soup"] = asyncio.create_task(soup())
    tasks["a salad"] = asyncio.create_task(a_salad())
    async with asyncio.timeout(2 * SECOND):
        x = await tasks["soup"]
    x, y = await asyncio.gather(tasks["soup"], tasks["a salad"])
    async with asyncio.timeout(0):
        await asyncio.gather(tasks["soup"])
    for future in asyncio.as_completed([tasks["soup"], tasks["a salad"]]):
        dish = await future
        print(dish)
    tasks["soup"].cancel()
    return y
)");
  CHECK(body("main", text) == R"(    tasks["waiter"] = asyncio.create_task(waiter())
    count = 0
    while count < len(tasks):  # some may have been started meanwhile
        count = len(tasks)
        await asyncio.gather(*tasks.values(), return_exceptions=True)
)");
}

TEST_CASE("in threads and pool mode they are futures, and all that a list waits for has one timeout") {
  const std::string threads = program(kWaiter, Mode::threads);
  CHECK(body("waiter", threads) == R"(    tasks["soup"] = start_thread(soup)
    tasks["a salad"] = start_thread(a_salad)
    x = tasks["soup"].result(2 * SECOND)
    x, y = results([tasks["soup"], tasks["a salad"]])
    results([tasks["soup"]], 0)
    for future in as_completed([tasks["soup"], tasks["a salad"]]):
        dish = future.result()
        print(dish)
    tasks["soup"].cancel()
    return y
)");
  CHECK(mentions(threads, "from concurrent.futures import Future, as_completed, wait\n"));
  const std::string pool = program(kWaiter, Mode::pool);
  CHECK(mentions(pool, "pool = ThreadPoolExecutor(max_workers=2)\n"));
  CHECK(mentions(body("waiter", pool), "    tasks[\"soup\"] = pool.submit(soup)\n"));
  CHECK(body("main", pool) == R"(    with pool:
        tasks["waiter"] = pool.submit(waiter)
        count = 0
        while count < len(tasks):  # some may have been started meanwhile
            count = len(tasks)
            wait(list(tasks.values()))
)");
}

TEST_CASE("in sequential mode who is awaited is called then, and main calls the others in turn, when they are due") {
  const std::string text = program(kWaiter + R"(, {"name": "late", "steps": [], "after": 2.5})", Mode::sequential);
  CHECK(mentions(body("waiter", text), "    tasks[\"soup\"] = Queued(soup)\n"));
  CHECK(mentions(body("waiter", text), "    for future in [tasks[\"soup\"], tasks[\"a salad\"]]:\n"));
  CHECK(body("main", text) == R"(    start = time.monotonic()
    tasks["waiter"] = Queued(waiter)
    moment = start + 2.5 * SECOND
    tasks["late"] = Queued(late, due=moment)
    while queued := [task for task in tasks.values() if not task.done()]:
        min(queued, key=lambda task: task.due).run()
)");
  CHECK(mentions(body("main", program(kWaiter, Mode::sequential)), "        queued[0].run()\n"));
}

TEST_CASE(
    "a program raises, tries and returns as its scenario says, without futures where nobody has to do with tasks") {
  const std::string steps =
      R"({"name": "a", "steps": [{"try": [{"raise": "no {task}"}], "except": []}, {"try": [], "finally": [{"return": 1}]}]})";
  for (const Mode mode : kModes) {
    const std::string text = program(steps, mode);
    CHECK(body("a", text) == R"(    try:
        raise RuntimeError("no a")
    except Exception:
        pass
    try:
        pass
    finally:
        return 1
)");
    CHECK_FALSE(mentions(text, "Future"));
    CHECK_FALSE(mentions(text, "tasks["));
  }
}

TEST_CASE("a timeout for what tasks share is the loop's, or that of the lock or queue") {
  const std::string tasks =
      R"({"name": "a", "steps": [{"acquire": "m", "timeout": 1}, {"put": "q", "value": 2, "timeout": 1},
    {"get": "q", "into": "x", "timeout": 1.5}]})";
  CHECK(body("a", program(tasks, Mode::coroutine, R"("queues": {"q": 1}, )")) ==
        R"(    async with asyncio.timeout(1 * SECOND):
        await m.acquire()
    async with asyncio.timeout(1 * SECOND):
        await q.put(2)
    async with asyncio.timeout(1.5 * SECOND):
        x = await q.get()
)");
  CHECK(body("a", program(tasks, Mode::threads, R"("queues": {"q": 1}, )")) ==
        R"(    if not m.acquire(timeout=1 * SECOND):
        raise TimeoutError("timed out")
    q.put(2, timeout=1 * SECOND)
    x = q.get(timeout=1.5 * SECOND)
)");
}

TEST_CASE(
    "a task that may not have been started is awaited by what waits for that, and cancelled only if it is there") {
  const std::string tasks = R"({"name": "a", "steps": [{"await": "b"}, {"await": "c"}, {"cancel": "c"}]},
    {"name": "b", "steps": []}, {"name": "c", "manual": true, "steps": []}, {"name": "d", "steps": [{"start": "c"}]})";
  const std::string loop = program(tasks, Mode::coroutine);
  CHECK(body("a", loop) == R"(    await tasks["b"]
    await tasks.outcome("c")
    if "c" in tasks:
        tasks["c"].cancel()
)");
  CHECK(mentions(loop, "\ntasks = Tasks()\n"));
  CHECK(mentions(body("a", program(tasks, Mode::pool)), "    tasks[\"c\"].result()\n    if \"c\" in tasks:\n"));
  CHECK(mentions(program(tasks, Mode::pool), "\ntasks = Tasks()\n"));
}

TEST_CASE("a task that is there already is awaited itself, and not by a coroutine that would take turns of its own") {
  const Listing listing = list_program(scenario_with_tasks(R"({"name": "a", "steps": [{"await": "b"}]},
    {"name": "b", "manual": true, "steps": []}, {"name": "c", "steps": [{"start": "b"}]})"),
                                       Mode::coroutine, 2, Language::python);
  const auto chooses = [](const ListingLine& line) {
    return line.text == "        return self[name] if name in self else self.outcome_of_later(name)";
  };
  CHECK(std::any_of(listing.lines().begin(), listing.lines().end(), chooses));
}

TEST_CASE("a start says that it fails where the task may have been started before") {
  const std::string tasks = R"({"name": "a", "steps": [{"start": "c"}]}, {"name": "c", "manual": true, "steps": []})";
  CHECK(body("a", program(tasks, Mode::threads)) == "    tasks[\"c\"] = start_thread(c)\n");
  CHECK(body("a", program(tasks + R"(, {"name": "b", "steps": [{"start": "c"}]})", Mode::threads)) ==
        R"(    with starting:
        if "c" in tasks:
            raise RuntimeError("c was started already")
        tasks["c"] = start_thread(c)
)");
}

TEST_CASE("a task that is started has the line of that, and one that nobody starts a comment in main") {
  const Scenario scenario = scenario_with_tasks(R"({"name": "a", "steps": [{"start": "b"}]},
    {"name": "b", "manual": true, "steps": []}, {"name": "c", "manual": true, "steps": []})");
  for (const Mode mode : kModesOfOneProcess) {
    const Listing listing = list_program(scenario, mode, 2, Language::python);
    CHECK(listing.line_of(task_id(1)) == listing.line_of(step_id(0)));
    CHECK(line_at(listing, task_id(2)) == "# nobody starts c");
  }
}

TEST_CASE("a main program that submits nothing has a body in Python all the same") {
  const Scenario scenario =
      scenario_with_tasks(R"({"name": "a", "manual": true, "steps": []})", R"("main": "leaves", )");
  CHECK(body("main", shown(list_program(scenario, Mode::coroutine, 2, Language::python))) ==
        "    # nobody starts a\n    pass\n");
}

TEST_CASE("only what may be a text or nothing is checked before something is made of it") {
  const std::string tasks =
      R"({"name": "a", "steps": [{"start": "b"}, {"start": "c"}, {"await": ["b", "c"], "into": ["x", "y"]},
    {"set": "z", "value": "x"}, {"set": "z", "value": "x + y"}, {"return": "x"}]},
    {"name": "b", "manual": true, "steps": [{"if": "1", "steps": [{"return": 1}]}]},
    {"name": "c", "manual": true, "steps": [{"if": "1", "steps": [{"return": 1}], "else": [{"return": 2}]}]})";
  const std::string text = program(tasks, Mode::threads);
  CHECK(mentions(text, "    z = x\n    z = number(x) + y\n    return x\n"));
}

TEST_CASE("names of tasks, values and shared things stay clear of what such a program has") {
  const std::string text = program(R"({"name": "tasks", "steps": [{"set": "future", "value": 1}, {"start": "wait"}]},
    {"name": "wait", "manual": true, "steps": [{"write": "pool", "value": 1}]})",
                                   Mode::pool, R"("shared": {"pool": 0}, )");
  CHECK(mentions(text, "def tasks_():\n    future_2 = 1\n"));
  CHECK(mentions(text, "def wait_2():\n    global pool_\n"));
}

TEST_CASE("a value is not called like the function of a task that is started where it is known") {
  const std::string text = program(R"({"name": "a", "steps": [{"set": "soup", "value": 1}, {"start": "soup"}]},
    {"name": "soup", "manual": true, "steps": []})",
                                   Mode::threads);
  CHECK(mentions(text, "def a():\n    soup_2 = 1\n    tasks[\"soup\"] = start_thread(soup)\n"));
}

}  // namespace interleave::testing

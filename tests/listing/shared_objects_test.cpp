#include <algorithm>
#include <doctest/doctest.h>

#include "core/listing/list_program.h"
#include "tests/support/listing_text.h"
#include "tests/support/scenarios.h"

namespace interleave::testing {
namespace {

const std::string kShares =
    R"("shared": {"tickets": 3}, "semaphores": {"slots": 2}, "queues": {"belt": 2, "mail": 0}, )";

std::string listed(const Scenario& scenario, Mode mode, Language language) {
  return shown(list_program(scenario, mode, 2, language));
}

Scenario with_steps(const std::string& steps) {
  return scenario_with_tasks(R"({"name": "work", "steps": [)" + steps + "]}", kShares);
}

// The text up to where main begins, from the first of the lines that begin so.
std::string from(const std::string& begin, const std::string& text) {
  const std::size_t at = text.find("\n" + begin) + 1;
  const std::size_t async_main = text.find("async def main", at);
  return text.substr(at, std::min({async_main, text.find("def main", at), text.find("int main", at)}) - at);
}

bool says(const std::string& text, const std::string& part) { return text.find(part) != text.npos; }

const std::string kEverything = R"({"read": "tickets", "into": "left"}, {"sleep": 1},
  {"write": "tickets", "value": "left - 1"}, {"lock": "m", "steps": [{"lock": "slots", "steps": []}]},
  {"acquire": "slots"}, {"release": "slots"}, {"put": "belt", "value": "left"}, {"get": "belt", "into": "item"})";

// Two functions of it: one names everything by parameters.
Scenario with_parameters(const std::string& more = "") {
  return scenario_of(R"({"interleave": 1, "title": "T", )" + kShares + R"("functions": {
    "move": {"parameters": ["from", "to", "guard"], "steps": [{"lock": "{guard}", "steps": [
      {"read": "{from}", "into": "n"}, {"put": "{to}", "value": "n"}]}, {"print": "{from}"}]}},
    "tasks": [{"name": "a", "call": "move", "arguments": {"from": "tickets", "to": "belt", "guard": "\"m\""}},
              {"name": "b", "steps": [{"write": "tickets", "value": 1}, {"lock": "m", "steps": []}]})" +
                     more + "]}");
}

// Lines behind reads that let another thread go on.
int switches(const std::string& steps, Mode mode = Mode::threads, const std::string& others = "") {
  const Scenario scenario =
      scenario_with_tasks(R"({"name": "work", "steps": [)" + steps + "]}" + others, R"("shared": {"n": 0, "m": 0}, )");
  int count = 0;
  const Listing listing = list_program(scenario, mode, 2, Language::python);
  for (const ListingLine& line : listing.lines()) {
    if (line.text.find("time.sleep(0)  # lets another thread go on") != line.text.npos) ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("what tasks share is global in the Python program, with the classes of threads or of asyncio") {
  CHECK(from("tickets = ", listed(with_steps(kEverything), Mode::threads, Language::python)) == R"(tickets = 3
slots = threading.Semaphore(2)
belt = queue.Queue(maxsize=2)
mail = queue.Queue()
m = threading.Lock()
def work():
    global tickets
    left = tickets
    time.sleep(1 * SECOND)
    tickets = left - 1
    with m:
        with slots:
            pass
    slots.acquire()
    slots.release()
    belt.put(left)
    item = belt.get()
)");
  CHECK(from("tickets = ", listed(with_steps(kEverything), Mode::coroutine, Language::python)) == R"(tickets = 3
slots = asyncio.Semaphore(2)
belt = asyncio.Queue(maxsize=2)
mail = asyncio.Queue()
m = asyncio.Lock()
async def work():
    global tickets
    left = tickets
    await asyncio.sleep(1 * SECOND)
    tickets = left - 1
    async with m:
        async with slots:
            pass
    await slots.acquire()
    slots.release()
    await belt.put(left)
    item = await belt.get()
)");
}

TEST_CASE("what a parameter names is an entry of a dict in the Python program, and so are all others of its kind") {
  CHECK(from("shared = ", listed(with_parameters(), Mode::sequential, Language::python)) == R"(shared = {
    "tickets": 3,
}
locks = {
    "slots": threading.Semaphore(2),
    "\"m\"": threading.Lock(),
    "m": threading.Lock(),
}
queues = {
    "belt": queue.Queue(maxsize=2),
    "mail": queue.Queue(),
}
def move(from_, to, guard):
    with locks[guard]:
        n = shared[from_]
        queues[to].put(n)
    print(from_)
def b():
    shared["tickets"] = 1
    with locks["m"]:
        pass
)");
}

TEST_CASE("in C++ threads share atomics, mutexes and semaphores of the library; one thread needs no atomics") {
  const std::string threads = listed(with_steps(kEverything), Mode::threads, Language::cpp);
  CHECK(from("// Atomic", threads) ==
        R"(// Atomic: on a plain variable, accesses of which nothing decides which comes first are a data race, and
// undefined. What comes out still depends on the order.
std::atomic<std::int64_t> tickets = 3;
std::counting_semaphore<> slots(2);
Queue belt(2);
Queue mail(0);
std::mutex m;
void work() {
  long long left = 0;
  [[maybe_unused]] long long item = 0;
  left = tickets;
  std::this_thread::sleep_for(1 * SECOND);
  tickets = left - 1;
  {
    const std::lock_guard guard(m);
    {
      slots.acquire();
      const Releasing guard_2(slots);
    }
  }
  slots.acquire();
  slots.release();
  belt.put(left);
  item = belt.get();
}
)");
  CHECK(says(listed(with_steps(kEverything), Mode::sequential, Language::cpp), "\nstd::int64_t tickets = 3;\n"));
}

TEST_CASE("in C++ coroutines await locks, semaphores and queues, and main says where they wait for ever") {
  const std::string text = listed(with_steps(kEverything), Mode::coroutine, Language::cpp);
  CHECK(from("Semaphore slots", text) == R"(Semaphore slots(2);
Queue belt(2);
Queue mail(0);
Lock m;
Task work() {
  long long left = 0;
  [[maybe_unused]] long long item = 0;
  left = tickets;
  co_await sleep_for(1 * SECOND);
  tickets = left - 1;
  {
    co_await m.acquire();
    const Releasing guard(m);
    {
      co_await slots.acquire();
      const Releasing guard_2(slots);
    }
  }
  co_await slots.acquire();
  slots.release();
  co_await belt.put(left);
  item = co_await belt.get();
}
)");
  CHECK(says(text, "  event_loop.run();\n  return exit_code();\n}\n"));
}

TEST_CASE("in C++ a lock that a step of its own releases is no mutex, and neither is one beside semaphores in a map") {
  const std::string released =
      listed(with_steps(R"({"acquire": "m"}, {"release": "m"})"), Mode::threads, Language::cpp);
  CHECK(says(released, "\nLock m;\n"));
  CHECK(says(released, "\nSemaphore slots(2);\n"));
  const std::string mapped = listed(with_parameters(), Mode::threads, Language::cpp);
  CHECK(says(mapped, R"(
Lock m_2;
Lock m;
const std::map<std::string, std::atomic<std::int64_t>&> shared = {
  {"tickets", tickets},
};
const std::map<std::string, Semaphore&> locks = {
  {"slots", slots},
  {"\"m\"", m_2},
  {"m", m},
};
)"));
  CHECK(says(mapped, "    locks.at(guard).acquire();\n    const Releasing guard_2(locks.at(guard));\n"));
}

TEST_CASE("a variable, a lock, a queue, a function and a value of a task's own may have one name") {
  const Scenario scenario = scenario_of(R"({"interleave": 1, "title": "T", "shared": {"a": 1}, "queues": {"q": 1},
    "functions": {"q": {"parameters": ["a"], "steps": [{"read": "a", "into": "q"}, {"put": "q", "value": "q"},
      {"lock": "a", "steps": [{"print": "{a}"}]}]}},
    "tasks": [{"name": "t", "call": "q", "arguments": {"a": 1}}]})");
  CHECK(from("a = ", listed(scenario, Mode::sequential, Language::python)) == R"(a = 1
q_queue = queue.Queue(maxsize=1)
a_lock = threading.Lock()
def q(a_2):
    q = a
    q_queue.put(q)
    with a_lock:
        print(a_2)
)");
  CHECK(says(listed(scenario, Mode::sequential, Language::cpp), "  q = a;\n  q_queue.put(q);\n"));
}

TEST_CASE("a task that releases a lock may fail, and then the others go on; with a semaphore it cannot") {
  const std::string with_lock = R"({"acquire": "m"}, {"release": "m"})";
  const std::string with_semaphore = R"({"acquire": "slots"}, {"release": "slots"})";
  CHECK(says(listed(with_steps(with_lock), Mode::sequential, Language::python), "    attempt(work)\n"));
  CHECK(says(listed(with_steps(with_lock), Mode::threads, Language::cpp), "threads.emplace_back(attempt, work);"));
  CHECK(says(listed(with_steps(with_semaphore), Mode::sequential, Language::python), "    work()\n"));
  CHECK(says(listed(with_steps(with_semaphore), Mode::threads, Language::cpp), "threads.emplace_back(work);"));
}

TEST_CASE("where CPython would not change threads between a read and a write, the program makes it do so and says it") {
  const std::string read = R"({"read": "n", "into": "x"})";
  const std::string write = R"({"write": "n", "value": "x + 1"})";
  CHECK(switches(read + "," + write) == 1);
  CHECK(switches(read + "," + write, Mode::pool) == 1);
  CHECK(switches(read + R"(, {"if": "x > 0", "steps": [)" + write + "]}") == 1);
  CHECK(switches(read + R"(, {"set": "y", "value": 1}, {"lock": "l", "steps": [)" + write + "]}") == 1);
  CHECK(switches(R"({"repeat": 2, "steps": [)" + read + "," + write + "]}") == 1);
  CHECK(switches(R"({"read": "n", "into": "x"}, {"read": "n", "into": "y"}, )" + write) == 1);
  CHECK(switches(read + "," + write, Mode::coroutine) == 0);
  CHECK(switches(read + "," + write, Mode::sequential) == 0);
}

TEST_CASE("where something stands between, or nobody could come between, no thread is made to let go") {
  const std::string read = R"({"read": "n", "into": "x"})";
  const std::string write = R"({"write": "n", "value": 1})";
  CHECK(switches(read) == 0);
  CHECK(switches(write + R"(, {"read": "n", "into": "y"})") == 0);
  CHECK(switches(read + R"(, {"write": "m", "value": "x"})") == 0);
  CHECK(switches(read + R"(, {"sleep": 1}, )" + write) == 0);
  CHECK(switches(read + R"(, {"print": ""}, )" + write) == 0);
  CHECK(switches(R"({"lock": "l", "steps": [)" + read + "]}, " + write) == 0);
  const std::string locked = R"({"lock": "l", "steps": [)" + read + "," + write + "]}";
  CHECK(switches(locked) == 0);
  CHECK(switches(locked, Mode::threads, R"(, {"name": "b", "steps": [{"lock": "k", "steps": [)" + write + "]}]}") == 1);
}

}  // namespace interleave::testing

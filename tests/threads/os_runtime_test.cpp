#include "core/threads/os_runtime.h"

#include <algorithm>
#include <atomic>
#include <doctest/doctest.h>
#include <iterator>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "core/runtime/guard.h"
#include "tests/runtime/routines.h"
#include "tests/support/threads.h"

using namespace interleave;
using namespace interleave::testing;
using namespace std::chrono_literals;

namespace {

// Long enough for anything on any machine; only a bug waits so long.
constexpr Duration kAges = 60s;

// Until `ready` holds; the runs of this file tell by atomics how far they are.
template <class Ready>
void spin_until(const Ready& ready) {
  const auto give_up = std::chrono::steady_clock::now() + kAges;
  while (!ready()) {
    REQUIRE(std::chrono::steady_clock::now() < give_up);
    std::this_thread::yield();
  }
}

// Counts what it is told, for the thread that looks.
struct Counting final : CoreObserver {
  void waits_for_core() override { ++waits; }
  void waits_for_gil() override { ++waits; }
  void has_core() override { ++has; }
  void leaves_core() override { ++leaves; }
  std::atomic<int> waits = 0;
  std::atomic<int> has = 0;
  std::atomic<int> leaves = 0;
};

Routine park_for_ever(Runtime& runtime, std::atomic<int>& begun, std::atomic<int>& ended) {
  Worker& self = co_await ThisWorker{};
  ++begun;
  co_await Park{runtime, self, kNever};
  ++ended;
}

Routine sleep_until(Runtime& runtime, Time due, std::atomic<int>& begun, std::atomic<std::int64_t>& ended_at) {
  Worker& self = co_await ThisWorker{};
  ++begun;
  while (runtime.now() < due && !runtime.stopping()) co_await Park{runtime, self, due};
  ended_at = runtime.now().time_since_epoch().count();
}

Routine compute(Runtime& runtime, Duration cpu_time, CoreObserver& observer, std::atomic<int>& ended) {
  Worker& self = co_await ThisWorker{};
  co_await Compute{runtime, self, cpu_time, observer};
  ++ended;
}

}  // namespace

TEST_CASE("a run without workers is over, and a worker's thread is joined when the wait for it succeeds") {
  OsRuntime runtime({});
  CHECK(runtime.wait_for(0s));
  const int before = threads_of_this_process();
  REQUIRE(runtime.spawn("worker", nothing()));
  CHECK(runtime.wait_for(kAges));
  CHECK(threads_are_down_to(before));
}

namespace {

Routine unpark_itself_then_park(Runtime& runtime) {
  Worker& self = co_await ThisWorker{};
  runtime.unpark(self);
  co_await Park{runtime, self, kNever};
}

}  // namespace

TEST_CASE("a token that is left before the park ends it at once") {
  OsRuntime runtime({});
  REQUIRE(runtime.spawn("worker", unpark_itself_then_park(runtime)));
  CHECK(runtime.wait_for(kAges));
}

namespace {

// Two workers hand a ball to each other, each waiting in a loop as the rule of waiting says.
struct Ball {
  explicit Ball(Runtime& runtime_) : runtime(runtime_), mutex(runtime_) {}
  Runtime& runtime;
  GuardMutex mutex;
  Worker* players[2] = {};
  int turn = 0;
  int passes = 0;
};

Routine play(Ball& ball, int side, int passes) {
  Worker& self = co_await ThisWorker{};
  {
    const Guard guard(ball.mutex);
    ball.players[side] = &self;
  }
  for (bool over = false; !over;) {
    bool mine = false;
    {
      const Guard guard(ball.mutex);
      over = ball.passes >= passes;
      mine = ball.turn == side && !over;
      if (mine) ++ball.passes;
      Worker* const other = ball.players[1 - side];
      if (mine) ball.turn = 1 - side;
      if ((mine || over) && other != nullptr) ball.runtime.unpark(*other);
    }
    if (!mine && !over) co_await Park{ball.runtime, self, kNever};
  }
}

}  // namespace

TEST_CASE("no wake-up is lost in twenty thousand hand-overs between two threads") {
  OsRuntime runtime({});
  Ball ball(runtime);
  REQUIRE(runtime.spawn("one", play(ball, 0, 20'000)));
  REQUIRE(runtime.spawn("other", play(ball, 1, 20'000)));
  // The ball must outlive the players; if one is lost, the limit of the whole test ends it.
  while (!runtime.wait_for(kAges)) continue;
  CHECK(ball.passes == 20'000);
}

TEST_CASE("a sleep never ends before it is due, at any speed") {
  for (const double speed : {0.5, 1.0, 7.0, 100.0}) {
    OsRuntime runtime({.speed = speed});
    std::atomic<int> begun = 0;
    std::vector<std::atomic<std::int64_t>> ended_at(20);
    for (std::size_t i = 0; i < ended_at.size(); ++i) {
      const Time due(std::chrono::microseconds(static_cast<std::int64_t>(500.0 * speed * static_cast<double>(i + 1))));
      REQUIRE(runtime.spawn("sleeper", sleep_until(runtime, due, begun, ended_at[i])));
    }
    REQUIRE(runtime.wait_for(kAges));
    for (std::size_t i = 0; i < ended_at.size(); ++i) {
      CHECK(ended_at[i] >= 1'000 * static_cast<std::int64_t>(500.0 * speed * static_cast<double>(i + 1)));
    }
  }
}

TEST_CASE("while paused the clock stands still and no sleep ends; the stamps go on") {
  OsRuntime runtime({});
  std::atomic<int> begun = 0;
  std::atomic<std::int64_t> ended_at = 0;
  runtime.set_speed(0);
  const Time stopped = runtime.now();
  const std::int64_t stamp = runtime.stamp();
  REQUIRE(runtime.spawn("sleeper", sleep_until(runtime, stopped + 1ms, begun, ended_at)));
  CHECK(!runtime.wait_for(20ms));
  CHECK(runtime.now() == stopped);
  CHECK(runtime.stamp() >= stamp + Duration(20ms).count());
  CHECK(ended_at == 0);
  runtime.set_speed(1);
  CHECK(runtime.wait_for(kAges));
  CHECK(Time(Duration(ended_at)) >= stopped + 1ms);
}

TEST_CASE("a sleeper learns of another speed") {
  // At speed 0.1 it would sleep until the test gives up.
  OsRuntime runtime({.speed = 0.1});
  std::atomic<int> begun = 0;
  std::atomic<std::int64_t> ended_at = 0;
  REQUIRE(runtime.spawn("sleeper", sleep_until(runtime, Time(kAges), begun, ended_at)));
  spin_until([&] { return begun == 1; });
  runtime.set_speed(100'000);
  CHECK(runtime.wait_for(kAges));
  CHECK(Time(Duration(ended_at)) >= Time(kAges));
}

TEST_CASE("a stop ends sleeps, waits for ever and computations, paused or not, and every thread is joined") {
  const int before = threads_of_this_process();
  for (const double speed : {1.0, 0.0}) {
    OsRuntime runtime({.cores = 1, .speed = speed});
    std::atomic<int> begun = 0, parked = 0, computed = 0;
    std::atomic<std::int64_t> slept_until = 0;
    Counting observers[3];
    REQUIRE(runtime.spawn("sleeper", sleep_until(runtime, Time(1h), begun, slept_until)));
    REQUIRE(runtime.spawn("waiter", park_for_ever(runtime, begun, parked)));
    for (Counting& observer : observers) {
      REQUIRE(runtime.spawn("computation", compute(runtime, 1h, observer, computed)));
    }
    // One has the only core, the others queue for it.
    spin_until([&] {
      int waits = 0, has = 0;
      for (const Counting& observer : observers) waits += observer.waits, has += observer.has;
      return begun == 2 && waits >= 2 && has >= 1;
    });
    runtime.stop();
    CHECK(runtime.wait_for(kAges));
    CHECK(parked == 1);
    CHECK(computed == 3);
    CHECK(threads_are_down_to(before));
  }
}

TEST_CASE("a paused computation gets no further") {
  OsRuntime runtime({.cores = 1, .speed = 100});
  std::atomic<int> ended = 0;
  Counting observer;
  // 50 ms of the host's, of which this thread may miss some before it comes to pause the run.
  REQUIRE(runtime.spawn("computation", compute(runtime, 5s, observer, ended)));
  spin_until([&] { return observer.has == 1; });
  runtime.set_speed(0);
  CHECK(!runtime.wait_for(20ms));
  CHECK(ended == 0);
  runtime.set_speed(100);
  CHECK(runtime.wait_for(kAges));
  CHECK(ended == 1);
}

TEST_CASE("computations on one core take turns, slice by slice") {
  OsRuntime runtime({.cores = 1, .time_slice = 1ms});
  std::atomic<int> ended = 0;
  Counting observers[2];
  for (Counting& observer : observers) {
    REQUIRE(runtime.spawn("computation", compute(runtime, 30ms, observer, ended)));
  }
  REQUIRE(runtime.wait_for(kAges));
  // The one that came second waited for the other at least once; each gave its core up while the other wanted it.
  CHECK(observers[0].has + observers[1].has > 4);
  for (const Counting& observer : observers) CHECK(observer.has - observer.waits <= 1);
}

TEST_CASE("a computation uses the CPU time it asked for, and one of no time asks for no core") {
  OsRuntime runtime({.cores = 1});
  std::atomic<int> ended = 0;
  Counting observer;
  REQUIRE(runtime.spawn("computation", compute(runtime, 0ns, observer, ended)));
  REQUIRE(runtime.wait_for(kAges));
  CHECK(observer.has == 0);
  const Time begin = runtime.now();
  REQUIRE(runtime.spawn("computation", compute(runtime, 10ms, observer, ended)));
  REQUIRE(runtime.wait_for(kAges));
  CHECK(observer.has == 1);
  CHECK(observer.leaves == 1);
  CHECK(runtime.now() - begin >= 10ms);
}

TEST_CASE("beyond the most threads a worker is refused with a reason, and those before go on") {
  OsRuntime runtime({.most_threads = 2});
  std::atomic<int> begun = 0, ended = 0;
  REQUIRE(runtime.spawn("one", park_for_ever(runtime, begun, ended)));
  REQUIRE(runtime.spawn("two", park_for_ever(runtime, begun, ended)));
  const auto refused = runtime.spawn("three", park_for_ever(runtime, begun, ended));
  REQUIRE(!refused);
  CHECK(refused.error() != "");
  spin_until([&] { return begun == 2; });
  runtime.stop();
  CHECK(runtime.wait_for(kAges));
  CHECK(ended == 2);
}

TEST_CASE("destroying the runtime stops it and joins every thread") {
  const int before = threads_of_this_process();
  std::atomic<int> begun = 0, ended = 0;
  {
    OsRuntime runtime({});
    for (int i = 0; i < 5; ++i) REQUIRE(runtime.spawn("worker", park_for_ever(runtime, begun, ended)));
  }
  CHECK(ended == 5);
  CHECK(threads_are_down_to(before));
}

namespace {

struct TakeLock {
  Runtime& runtime;
  Worker& worker;
  CoreObserver& observer;
  bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<> self) const { return runtime.take_gil(worker, observer, self); }
  void await_resume() const noexcept {}
};

// Takes the interpreter's lock so many times, and computes with it each time.
Routine use_lock(Runtime& runtime, int times, Duration cpu_time, CoreObserver& observer, std::atomic<int>& rounds) {
  Worker& self = co_await ThisWorker{};
  for (int i = 0; i < times && !runtime.stopping(); ++i) {
    co_await TakeLock{runtime, self, observer};
    co_await Compute{runtime, self, cpu_time, observer};
    runtime.let_go_of_gil(self);
    ++rounds;
  }
}

// Learns whether others compute while its worker does.
struct Alone final : CoreObserver {
  explicit Alone(std::atomic<int>& computing_) : computing(computing_) {}
  void waits_for_core() override { was_alone = false; }  // with the lock nobody does
  void waits_for_gil() override { ++waits, stops(); }
  void has_core() override { computes = true, was_alone = was_alone && ++computing == 1; }
  void leaves_core() override { stops(); }
  void stops() {
    if (std::exchange(computes, false)) --computing;
  }
  std::atomic<int>& computing;  // of all
  std::atomic<int> waits = 0;
  bool computes = false;
  bool was_alone = true;
};

}  // namespace

TEST_CASE("with an interpreter's lock one worker at a time computes, however many cores there are, and all get on") {
  OsRuntime runtime({.cores = 4, .time_slice = 1ms, .gil = true});
  REQUIRE(runtime.has_gil());
  std::atomic<int> computing = 0, rounds = 0;
  Alone observers[] = {Alone(computing), Alone(computing), Alone(computing)};
  for (Alone& observer : observers) {
    REQUIRE(runtime.spawn("worker", use_lock(runtime, 3, 10ms, observer, rounds)));
  }
  REQUIRE(runtime.wait_for(kAges));
  CHECK(rounds == 9);
  CHECK(computing == 0);
  int waits = 0;
  for (const Alone& observer : observers) {
    CHECK(observer.was_alone);
    waits += observer.waits;
  }
  // They took turns: had each kept the lock for its 10 ms, there would be at most one wait a round.
  CHECK(waits > 9);
}

TEST_CASE("who only wants to go on gets the lock from one who computes for ever, again and again") {
  OsRuntime runtime({.time_slice = 1ms, .gil = true});
  std::atomic<int> hog_rounds = 0, rounds = 0;
  Counting hog, other;
  REQUIRE(runtime.spawn("hog", use_lock(runtime, 1, 1h, hog, hog_rounds)));
  spin_until([&] { return hog.has == 1; });
  REQUIRE(runtime.spawn("other", use_lock(runtime, 20, 0ms, other, rounds)));
  spin_until([&] { return rounds == 20; });
  CHECK(other.waits == 20);
  CHECK(hog_rounds == 0);
  // It lost the lock each time, and computes on.
  spin_until([&] { return hog.has == 21; });
  CHECK(hog.waits == 20);
}

TEST_CASE("a worker that nobody asks for the lock keeps it") {
  OsRuntime runtime({.time_slice = 1ms, .gil = true});
  std::atomic<int> rounds = 0;
  Counting observer;
  REQUIRE(runtime.spawn("worker", use_lock(runtime, 1, 20ms, observer, rounds)));
  REQUIRE(runtime.wait_for(kAges));
  CHECK(observer.waits == 0);
  CHECK(observer.has == 1);
  CHECK(observer.leaves == 1);
}

TEST_CASE("a stop ends the wait for the lock, paused or not, and every thread is joined") {
  const int before = threads_of_this_process();
  for (const double speed : {1.0, 0.0}) {
    OsRuntime runtime({.time_slice = 1ms, .gil = true, .speed = speed});
    std::atomic<int> rounds = 0;
    Counting observers[4];
    for (Counting& observer : observers) {
      REQUIRE(runtime.spawn("worker", use_lock(runtime, 1, 1h, observer, rounds)));
    }
    // All have come so far that they compute or wait.
    spin_until([&] {
      return std::all_of(std::begin(observers), std::end(observers),
                         [](const Counting& observer) { return observer.waits + observer.has > 0; });
    });
    runtime.stop();
    CHECK(runtime.wait_for(kAges));
    CHECK(rounds == 4);
    CHECK(threads_are_down_to(before));
  }
}

TEST_CASE("while paused the lock stays with who has it") {
  OsRuntime runtime({.time_slice = 1ms, .gil = true});
  std::atomic<int> rounds = 0;
  Counting hog, other;
  REQUIRE(runtime.spawn("hog", use_lock(runtime, 1, 1h, hog, rounds)));
  spin_until([&] { return hog.has == 1; });
  runtime.set_speed(0);
  REQUIRE(runtime.spawn("other", use_lock(runtime, 1, 0ms, other, rounds)));
  spin_until([&] { return other.waits == 1; });
  CHECK(!runtime.wait_for(20ms));
  CHECK(rounds == 0);
  CHECK(hog.waits == 0);
  runtime.set_speed(1);
  spin_until([&] { return rounds == 1; });
  CHECK(hog.waits == 1);
}

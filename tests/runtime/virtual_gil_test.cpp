// Workers of the virtual runtime that need an interpreter's lock.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <string>
#include <vector>

#include "core/runtime/virtual_runtime.h"
#include "tests/runtime/routines.h"

using namespace interleave;
using namespace interleave::testing;
using namespace std::chrono_literals;

namespace {

struct Diary {
  VirtualRuntime& runtime;
  std::vector<std::string> lines = {};

  // "12 name", the moment in milliseconds.
  void add(const std::string& what) {
    lines.push_back(fmt::format("{} {}", runtime.now().time_since_epoch() / 1ms, what));
  }
};

struct TakeLock {
  Runtime& runtime;
  Worker& worker;
  CoreObserver& observer;
  bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<> self) const { return runtime.take_gil(worker, observer, self); }
  void await_resume() const noexcept {}
};

// Waits, takes the lock, computes, and lets go.
Routine use_lock(Diary& diary, std::string name, Duration wait, Duration cpu_time) {
  Worker& self = co_await ThisWorker{};
  Nobody nobody;
  const Time due = diary.runtime.now() + wait;
  while (diary.runtime.now() < due && !diary.runtime.stopping()) co_await Park{diary.runtime, self, due};
  co_await TakeLock{diary.runtime, self, nobody};
  diary.add(name + " has it");
  co_await Compute{diary.runtime, self, cpu_time, nobody};
  diary.add(name + " lets go");
  diary.runtime.let_go_of_gil(self);
}

Worker& begin(Diary& diary, std::string name, Duration wait, Duration cpu_time) {
  return *diary.runtime.spawn(name, use_lock(diary, name, wait, cpu_time)).value();
}

Routine three_users(Diary& diary) {
  begin(diary, "hog", 0ms, 20ms);
  begin(diary, "late", 7ms, 0ms);
  begin(diary, "early", 1ms, 0ms);
  co_return;
}

using DiaryLines = std::vector<std::string>;

}  // namespace

TEST_CASE("on the virtual clock the lock is handed over an interval after it was asked for, and back when it is free") {
  VirtualRuntime runtime({.gil = true});
  Diary diary{runtime};
  CHECK(runtime.run(three_users(diary)) == VirtualRuntime::End::finished);
  CHECK(diary.lines == DiaryLines{"0 hog has it", "6 early has it", "6 early lets go", "12 late has it",
                                  "12 late lets go", "20 hog lets go"});
}

namespace {

Routine two_hogs(Diary& diary) {
  begin(diary, "one", 0ms, 8ms);
  begin(diary, "other", 0ms, 8ms);
  co_return;
}

}  // namespace

TEST_CASE("with the lock one computes at a time, however many cores there are") {
  VirtualRuntime runtime({.cores = 4, .gil = true});
  Diary diary{runtime};
  runtime.run(two_hogs(diary));
  CHECK(diary.lines == DiaryLines{"0 one has it", "5 other has it", "13 one lets go", "16 other lets go"});
}

namespace {

Routine unpark_who_waits_for_the_lock(Diary& diary) {
  Worker& self = co_await ThisWorker{};
  begin(diary, "hog", 0ms, 20ms);
  Worker& other = begin(diary, "other", 0ms, 0ms);
  co_await Park{diary.runtime, self, Time(2ms)};
  diary.runtime.unpark(other);
}

}  // namespace

TEST_CASE("a token does not end the wait for the lock") {
  VirtualRuntime runtime({.gil = true});
  Diary diary{runtime};
  runtime.run(unpark_who_waits_for_the_lock(diary));
  CHECK(diary.lines == DiaryLines{"0 hog has it", "5 other has it", "5 other lets go", "20 hog lets go"});
}

namespace {

Routine stop_lock_users(Diary& diary) {
  Worker& self = co_await ThisWorker{};
  begin(diary, "hog", 0ms, 20ms);
  begin(diary, "asker", 0ms, 0ms);
  begin(diary, "sleeper", 10ms, 5ms);
  co_await Park{diary.runtime, self, Time(2ms)};
  diary.runtime.stop();
}

}  // namespace

TEST_CASE("a stop ends the wait for the lock, the computation of its holder and every wish for it at that moment") {
  VirtualRuntime runtime({.gil = true});
  Diary diary{runtime};
  CHECK(runtime.run(stop_lock_users(diary)) == VirtualRuntime::End::finished);
  CHECK(runtime.now() == Time(2ms));
  CHECK(diary.lines == DiaryLines{"0 hog has it", "2 hog lets go", "2 asker has it", "2 asker lets go",
                                  "2 sleeper has it", "2 sleeper lets go"});
}

TEST_CASE("a run without that lock has none to wait for") {
  CHECK_FALSE(VirtualRuntime({}).has_gil());
  CHECK(VirtualRuntime({.gil = true}).has_gil());
}

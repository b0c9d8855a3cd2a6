#include "core/runtime/virtual_runtime.h"

#include <doctest/doctest.h>
#include <set>
#include <string>
#include <vector>

#include "core/runtime/guard.h"
#include "tests/runtime/routines.h"

using namespace interleave;
using namespace interleave::testing;
using namespace std::chrono_literals;

namespace {

struct Log {
  VirtualRuntime& runtime;
  std::vector<std::string> lines = {};

  // "2.5 name", the moment in seconds.
  void add(const std::string& what) {
    std::string seconds_text = std::to_string(seconds(runtime.now()));
    lines.push_back(seconds_text.substr(0, seconds_text.find('.') + 2) + " " + what);
  }
};

using Lines = std::vector<std::string>;

Routine sleep_until(Log& log, std::string name, Time due) {
  Worker& self = co_await ThisWorker{};
  while (log.runtime.now() < due && !log.runtime.stopping()) co_await Park{log.runtime, self, due};
  log.add(name);
}

Routine wait_for_token(Log& log, std::string name) {
  Worker& self = co_await ThisWorker{};
  co_await Park{log.runtime, self, kNever};
  log.add(name);
}

Worker& spawn(VirtualRuntime& runtime, Routine body) { return *runtime.spawn("worker", std::move(body)).value(); }

Routine compute(Log& log, std::string name, Duration cpu_time) {
  Worker& self = co_await ThisWorker{};
  Nobody nobody;
  co_await Compute{log.runtime, self, cpu_time, nobody};
  log.add(name);
}

}  // namespace

TEST_CASE("nothing to do ends at once, at 0") {
  VirtualRuntime runtime({});
  CHECK(runtime.run(nothing()) == VirtualRuntime::End::finished);
  CHECK(runtime.now() == Time{});
}

namespace {

Routine start_three_sleepers(Log& log) {
  spawn(log.runtime, sleep_until(log, "late", Time(3s)));
  spawn(log.runtime, sleep_until(log, "early", Time(1s)));
  spawn(log.runtime, sleep_until(log, "between", Time(2s)));
  co_return;
}

}  // namespace

TEST_CASE("the clock jumps from deadline to deadline") {
  VirtualRuntime runtime({});
  Log log{runtime};
  CHECK(runtime.run(start_three_sleepers(log)) == VirtualRuntime::End::finished);
  CHECK(log.lines == Lines{"1.0 early", "2.0 between", "3.0 late"});
  CHECK(runtime.now() == Time(3s));
}

namespace {

// Asks for its wait later than the others, for the same moment.
Routine sleep_twice(Log& log, std::string name, Time first, Time second) {
  Worker& self = co_await ThisWorker{};
  co_await Park{log.runtime, self, first};
  co_await Park{log.runtime, self, second};
  log.add(name);
}

Routine tie(Log& log) {
  Worker& self = co_await ThisWorker{};
  spawn(log.runtime, sleep_twice(log, "asked last", Time(1s), Time(5s)));
  spawn(log.runtime, sleep_until(log, "asked first", Time(5s)));
  spawn(log.runtime, compute(log, "computed", 5s));
  spawn(log.runtime, sleep_until(log, "asked third", Time(5s)));
  co_await Park{log.runtime, self, Time(5s)};
  log.add("main program");
}

}  // namespace

TEST_CASE(
    "what ends at one moment goes on in the order in which it was asked "
    "for, after the main program") {
  VirtualRuntime runtime({});
  Log log{runtime};
  runtime.run(tie(log));
  CHECK(log.lines == Lines{"5.0 main program", "5.0 asked first", "5.0 computed", "5.0 asked third", "5.0 asked last"});
}

TEST_CASE(
    "a seed shuffles what comes at one moment, the same way every time, "
    "and never the main program's turn") {
  std::set<Lines> orders;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Lines first;
    for (int time = 0; time < 2; ++time) {
      VirtualRuntime runtime({.seed = seed});
      Log log{runtime};
      runtime.run(tie(log));
      CHECK(log.lines.front() == "5.0 main program");
      if (time == 0) first = log.lines;
      CHECK(log.lines == first);
    }
    orders.insert(first);
  }
  // Of the 24 orders of four.
  CHECK(orders.size() > 12);
}

namespace {

// Lets the last one go first and writes down whom it was asked about.
class LastFirst final : public Chooser {
 public:
  std::size_t choose(const Candidates& candidates) override {
    std::string question;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      CHECK(candidates[i].kind == Candidate::Kind::worker);
      question += (i == 0 ? "" : " ") + std::to_string(candidates[i].number);
    }
    questions.push_back(question);
    return candidates.size() - 1;
  }

  Lines questions;
};

Routine three_sleepers(Log& log) {
  for (const char* name : {"first", "second", "third"}) spawn(log.runtime, sleep_until(log, name, Time(5s)));
  co_return;
}

Routine start_one(Log& log) {
  spawn(log.runtime, sleep_twice(log, "alone", Time(1s), Time(5s)));
  co_return;
}

}  // namespace

TEST_CASE(
    "a chooser is asked at every turn, also about one alone, and who is "
    "not chosen keeps their place") {
  LastFirst chooser;
  VirtualRuntime runtime({.chooser = &chooser});
  Log log{runtime};
  CHECK(runtime.run(three_sleepers(log)) == VirtualRuntime::End::finished);
  CHECK(chooser.questions == Lines{"1 2 3", "1 2", "1", "3 2 1", "3 2", "3"});
  CHECK(log.lines == Lines{"5.0 first", "5.0 second", "5.0 third"});
}

TEST_CASE(
    "a worker that is alone is asked about at each of its turns, whose "
    "moments are those without a chooser") {
  LastFirst chooser;
  VirtualRuntime asked({.chooser = &chooser});
  VirtualRuntime usual({});
  Log asked_log{asked};
  Log usual_log{usual};
  asked.run(start_one(asked_log));
  usual.run(start_one(usual_log));
  CHECK(chooser.questions == Lines{"1", "1", "1"});
  CHECK(asked_log.lines == usual_log.lines);
  CHECK(asked.now() == usual.now());
}

namespace {

Routine unpark_itself_then_park(Log& log) {
  Worker& self = co_await ThisWorker{};
  log.runtime.unpark(self);
  log.runtime.unpark(self);
  co_await Park{log.runtime, self, Time(7s)};
  log.add("token taken");
  co_await Park{log.runtime, self, Time(7s)};
  log.add("no second one");
}

Routine unpark_while_it_computes(Log& log) {
  Worker& self = co_await ThisWorker{};
  Worker& other = spawn(log.runtime, compute(log, "computed", 2s));
  co_await Park{log.runtime, self, Time(1s)};
  log.runtime.unpark(other);
}

Routine unpark_one_after_another(Log& log) {
  Worker& self = co_await ThisWorker{};
  Worker& first = spawn(log.runtime, wait_for_token(log, "first"));
  Worker& second = spawn(log.runtime, wait_for_token(log, "second"));
  co_await Park{log.runtime, self, Time(1s)};
  log.runtime.unpark(second);
  log.runtime.unpark(first);
  log.add("main program");
}

}  // namespace

TEST_CASE("a token that is left before the park ends it at once; two are as one") {
  VirtualRuntime runtime({});
  Log log{runtime};
  CHECK(runtime.run(unpark_itself_then_park(log)) == VirtualRuntime::End::finished);
  CHECK(log.lines == Lines{"0.0 token taken", "7.0 no second one"});
}

TEST_CASE("a token does not end a computation") {
  VirtualRuntime runtime({});
  Log log{runtime};
  runtime.run(unpark_while_it_computes(log));
  CHECK(log.lines == Lines{"2.0 computed"});
}

TEST_CASE(
    "those unparked go on in the order of their tokens, when the one who "
    "gave them is done") {
  VirtualRuntime runtime({});
  Log log{runtime};
  CHECK(runtime.run(unpark_one_after_another(log)) == VirtualRuntime::End::finished);
  CHECK(log.lines == Lines{"1.0 main program", "1.0 second", "1.0 first"});
}

namespace {

Routine spawn_a_waiter_for_ever(Log& log) {
  spawn(log.runtime, sleep_until(log, "sleeper", Time(4s)));
  spawn(log.runtime, wait_for_token(log, "never"));
  co_return;
}

}  // namespace

TEST_CASE(
    "who waits for ever, when everybody else has ended, is a deadlock at "
    "that moment") {
  VirtualRuntime runtime({});
  Log log{runtime};
  CHECK(runtime.run(spawn_a_waiter_for_ever(log)) == VirtualRuntime::End::deadlocked);
  CHECK(log.lines == Lines{"4.0 sleeper"});
  CHECK(runtime.now() == Time(4s));
}

namespace {

Routine wait_at_most(Log& log, Time deadline) {
  Worker& self = co_await ThisWorker{};
  co_await Park{log.runtime, self, deadline};
  log.add("woken");
}

Routine wake_before_its_deadline(Log& log) {
  Worker& self = co_await ThisWorker{};
  Worker& other = spawn(log.runtime, wait_at_most(log, Time(100s)));
  co_await Park{log.runtime, self, Time(1s)};
  log.runtime.unpark(other);
}

Routine wake_before_its_deadline_and_sleep_less(Log& log) {
  Worker& self = co_await ThisWorker{};
  Worker& other = spawn(log.runtime, wait_at_most(log, Time(3s)));
  co_await Park{log.runtime, self, Time(1s)};
  log.runtime.unpark(other);
  spawn(log.runtime, sleep_until(log, "sleeper", Time(5s)));
}

}  // namespace

TEST_CASE("the clock does not move for a deadline that nobody waits for any more") {
  VirtualRuntime runtime({});
  Log log{runtime};
  runtime.run(wake_before_its_deadline(log));
  CHECK(log.lines == Lines{"1.0 woken"});
  CHECK(runtime.now() == Time(1s));
}

TEST_CASE(
    "a deadline that nobody waits for any more does not delay or hasten "
    "those behind it") {
  VirtualRuntime runtime({});
  Log log{runtime};
  runtime.run(wake_before_its_deadline_and_sleep_less(log));
  CHECK(log.lines == Lines{"1.0 woken", "5.0 sleeper"});
}

namespace {

Routine park_often(VirtualRuntime& runtime, int times) {
  Worker& self = co_await ThisWorker{};
  for (int i = 0; i < times; ++i) co_await Park{runtime, self, runtime.now() + 1ns};
}

Routine park_once(VirtualRuntime& runtime) {
  Worker& self = co_await ThisWorker{};
  runtime.unpark(self);
  co_await Park{runtime, self, kNever};
}

Routine call_often(VirtualRuntime& runtime, int times) {
  for (int i = 0; i < times; ++i) co_await park_once(runtime);
}

Routine call_deep(VirtualRuntime& runtime, int depth) {
  if (depth > 0) co_await call_deep(runtime, depth - 1);
}

}  // namespace

TEST_CASE(
    "a million parks, a million calls and ten thousand calls within each "
    "other need no stack") {
  VirtualRuntime runtime({});
  CHECK(runtime.run(park_often(runtime, 1'000'000)) == VirtualRuntime::End::finished);
  CHECK(runtime.now() == Time(1ms));
  VirtualRuntime calls({});
  CHECK(calls.run(call_often(calls, 1'000'000)) == VirtualRuntime::End::finished);
  VirtualRuntime deep({});
  CHECK(deep.run(call_deep(deep, 10'000)) == VirtualRuntime::End::finished);
}

namespace {

Routine stop_all(Log& log) {
  Worker& self = co_await ThisWorker{};
  spawn(log.runtime, sleep_until(log, "sleeper", Time(100s)));
  spawn(log.runtime, wait_for_token(log, "waiter"));
  spawn(log.runtime, compute(log, "running", 100s));
  spawn(log.runtime, compute(log, "queued for the core", 100s));
  co_await Park{log.runtime, self, Time(2s)};
  log.runtime.stop();
  co_await Park{log.runtime, self, kNever};
  log.add("main program");
}

}  // namespace

TEST_CASE(
    "a stop ends every wait and every computation at that moment, and no "
    "wait begins any more") {
  VirtualRuntime runtime({.cores = 1});
  Log log{runtime};
  CHECK(runtime.run(stop_all(log)) == VirtualRuntime::End::finished);
  CHECK(log.lines == Lines{"2.0 main program", "2.0 sleeper", "2.0 waiter", "2.0 running", "2.0 queued for the core"});
  CHECK(runtime.now() == Time(2s));
}

namespace {

Routine main_program_computes(Log& log) {
  Worker& self = co_await ThisWorker{};
  Nobody nobody;
  co_await Park{log.runtime, self, Time(1s)};
  co_await Compute{log.runtime, self, 2s, nobody};
  log.add("main program");
}

}  // namespace

TEST_CASE(
    "a computation of the main program ends when it is done, not at the "
    "deadline of the wait before it") {
  VirtualRuntime runtime({});
  Log log{runtime};
  CHECK(runtime.run(main_program_computes(log)) == VirtualRuntime::End::finished);
  CHECK(log.lines == Lines{"3.0 main program"});
}

TEST_CASE(
    "a guard of the virtual runtime knows whether it is held, and may be "
    "taken on one thread at will") {
  VirtualRuntime runtime({});
  GuardMutex one(runtime);
  GuardMutex other(runtime);
  CHECK(GuardMutex::none_held());
  {
    const Guard guard(one);
    const Guard another(other);
    CHECK(!GuardMutex::none_held());
  }
  CHECK(GuardMutex::none_held());
}

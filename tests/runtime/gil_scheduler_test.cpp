#include "core/runtime/gil_scheduler.h"

#include <cstddef>
#include <doctest/doctest.h>
#include <string>
#include <vector>

using namespace interleave;
using namespace std::chrono_literals;

namespace {

using Lines = std::vector<std::string>;

// A worker that writes down what it is told.
struct Teller final : Worker, CoreObserver {
  Teller(std::string name_, Lines& lines_) : name(std::move(name_)), lines(lines_) {}
  void waits_for_core() override { lines.push_back(name + " waits for a core"); }
  void waits_for_gil() override { lines.push_back(name + " waits"); }
  void has_core() override { lines.push_back(name + " computes"); }
  void leaves_core() override { lines.push_back(name + " has computed"); }
  std::string name;
  Lines& lines;
};

// An interval of 5 ms and three workers; moments and lengths are milliseconds.
struct Interpreter {
  Duration switch_cost{0};
  static Time at(int moment) { return Time(std::chrono::milliseconds(moment)); }

  bool take(Teller& worker, int moment) { return gil.take(worker, worker, at(moment)); }
  void compute(Teller& worker, int length, int moment) {
    gil.compute({&worker, &worker, std::chrono::milliseconds(length), 0}, at(moment));
  }
  // Who goes on, by name: "" where that is nobody.
  std::string let_go(const Teller& worker, int moment) { return name_of(gil.let_go(worker, at(moment))); }
  std::string expire(int moment) { return name_of(gil.expire_at(at(moment))); }
  std::string end(int moment) {
    std::vector<CoreScheduler::Job> ended;
    gil.end_at(at(moment), ended);
    std::string names;
    for (const CoreScheduler::Job& job : ended) names += name_of(job.worker);
    return names;
  }
  static std::string name_of(const Worker* worker) {
    return worker == nullptr ? "" : static_cast<const Teller&>(*worker).name;
  }

  Lines lines;
  Teller a{"a", lines}, b{"b", lines}, c{"c", lines};
  GilScheduler gil{5ms, switch_cost};
};

}  // namespace

TEST_CASE("a free lock is taken at once, and kept until its holder waits or ends, however long that is") {
  Interpreter it;
  CHECK(it.take(it.a, 0));
  CHECK(!it.take(it.b, 0));
  CHECK(it.gil.next() == kNever);  // nobody computes: the holder is about to take its steps
  CHECK(it.expire(100) == "");
  CHECK(it.let_go(it.a, 100) == "b");
  CHECK(it.lines == Lines{"b waits"});
}

TEST_CASE("letting go means nothing from somebody who has not got the lock") {
  Interpreter it;
  CHECK(it.let_go(it.a, 0) == "");
  REQUIRE(it.take(it.a, 0));
  REQUIRE(!it.take(it.b, 0));
  CHECK(it.let_go(it.c, 1) == "");
  CHECK(it.let_go(it.b, 1) == "");
  CHECK(it.let_go(it.a, 1) == "b");
}

TEST_CASE("a computation that nobody asks to stop is looked at when it ends, and its worker keeps the lock then") {
  Interpreter it;
  REQUIRE(it.take(it.a, 0));
  it.compute(it.a, 1'000, 0);
  CHECK(it.gil.next() == it.at(1'000));
  CHECK(it.end(1'000) == "a");
  CHECK(it.gil.next() == kNever);
  CHECK(!it.take(it.b, 1'000));
  CHECK(it.lines == Lines{"a computes", "a has computed", "b waits"});
}

TEST_CASE("who computes hands over one interval after it was asked, not at the ends of slices") {
  Interpreter it;
  REQUIRE(it.take(it.a, 0));
  it.compute(it.a, 1'000, 0);
  CHECK(!it.take(it.b, 107));
  CHECK(it.gil.next() == it.at(112));
  CHECK(it.expire(111) == "");
  CHECK(it.expire(112) == "b");
  CHECK(it.lines == Lines{"a computes", "b waits", "a waits"});
}

TEST_CASE("who got the lock later than it was asked for has it for an interval from then") {
  Interpreter it;
  REQUIRE(it.take(it.a, 0));
  it.compute(it.a, 20, 0);
  REQUIRE(!it.take(it.b, 1));
  REQUIRE(!it.take(it.c, 2));
  REQUIRE(it.expire(6) == "b");
  it.compute(it.b, 20, 6);
  CHECK(it.gil.next() == it.at(11));
  CHECK(it.expire(11) == "c");
}

TEST_CASE("it is who has asked for longest that counts, and the time with the lock counts over all computations") {
  Interpreter it;
  REQUIRE(it.take(it.a, 0));
  it.compute(it.a, 3, 0);
  REQUIRE(!it.take(it.b, 2));
  REQUIRE(it.end(3) == "a");
  it.compute(it.a, 10, 3);
  REQUIRE(!it.take(it.c, 6));
  CHECK(it.gil.next() == it.at(7));
  CHECK(it.expire(7) == "b");
}

TEST_CASE("a computation that begins when its worker's time is up already hands over at once") {
  Interpreter it;
  REQUIRE(it.take(it.a, 0));
  it.compute(it.a, 5, 0);
  REQUIRE(!it.take(it.b, 0));
  REQUIRE(it.end(5) == "a");
  it.compute(it.a, 10, 5);
  CHECK(it.gil.next() == it.at(5));
  CHECK(it.expire(5) == "b");
}

TEST_CASE("the lock is handed on first in, first out, and who lost it comes last") {
  Interpreter it;
  REQUIRE(it.take(it.a, 0));
  it.compute(it.a, 100, 0);
  REQUIRE(!it.take(it.b, 0));
  REQUIRE(!it.take(it.c, 0));
  CHECK(it.expire(5) == "b");
  CHECK(it.let_go(it.b, 5) == "c");
  CHECK(it.let_go(it.c, 5) == "");  // the computation goes on, and nobody has a turn
  CHECK(it.lines == Lines{"a computes", "b waits", "c waits", "a waits", "a computes"});
  CHECK(it.gil.next() == it.at(100));
}

TEST_CASE("a computation that lost the lock needs only what is left of it") {
  Interpreter it;
  REQUIRE(it.take(it.a, 0));
  it.compute(it.a, 8, 0);
  REQUIRE(!it.take(it.b, 0));
  REQUIRE(it.expire(5) == "b");
  it.compute(it.b, 6, 5);
  CHECK(it.gil.next() == it.at(10));
  CHECK(it.expire(10) == "");
  CHECK(it.gil.next() == it.at(13));
  CHECK(it.end(13) == "a");
  CHECK(it.let_go(it.a, 13) == "");
  CHECK(it.gil.next() == it.at(14));
  CHECK(it.end(14) == "b");
}

TEST_CASE("who wakes beside a computation waits an interval, even if it only prints; and so again after each wait") {
  Interpreter it;
  REQUIRE(it.take(it.a, 0));
  it.compute(it.a, 100, 0);
  for (const int woken : {3, 20, 40}) {
    REQUIRE(!it.take(it.b, woken));
    CHECK(it.gil.next() == it.at(woken + 5));
    CHECK(it.expire(woken + 5) == "b");
    CHECK(it.let_go(it.b, woken + 5) == "");
  }
  CHECK(it.gil.next() == it.at(100));
}

TEST_CASE("at one moment a computation ends before its time with the lock does, and who asks then finds it taken") {
  Interpreter it;
  REQUIRE(it.take(it.a, 0));
  it.compute(it.a, 5, 0);
  REQUIRE(!it.take(it.b, 0));
  CHECK(it.gil.next() == it.at(5));
  CHECK(it.end(5) == "a");
  CHECK(!it.take(it.c, 5));
  CHECK(it.expire(5) == "");  // the holder takes its steps first
  CHECK(it.let_go(it.a, 5) == "b");
  CHECK(it.lines == Lines{"a computes", "b waits", "a has computed", "c waits"});
}

TEST_CASE("who asks at the very moment at which the holder's time is up comes before the holder, who loses it then") {
  Interpreter it;
  REQUIRE(it.take(it.a, 0));
  it.compute(it.a, 20, 0);
  REQUIRE(!it.take(it.b, 0));
  REQUIRE(!it.take(it.c, 5));
  CHECK(it.expire(5) == "b");
  CHECK(it.let_go(it.b, 5) == "c");
  CHECK(it.let_go(it.c, 5) == "");
  CHECK(it.lines.back() == "a computes");
}

TEST_CASE("after it was cleared nobody has the lock and nobody asks for it") {
  Interpreter it;
  REQUIRE(it.take(it.a, 0));
  it.compute(it.a, 20, 0);
  REQUIRE(!it.take(it.b, 0));
  const std::size_t told = it.lines.size();
  it.gil.clear();
  CHECK(it.gil.next() == kNever);
  CHECK(it.let_go(it.a, 1) == "");
  CHECK(it.take(it.c, 1));
  CHECK(it.lines.size() == told);
}

TEST_CASE("a handover takes the switch cost, in which nobody computes and who asks queues") {
  Interpreter it{.switch_cost = 2ms};
  CHECK(it.take(it.a, 0));
  it.compute(it.a, 20, 0);
  CHECK(!it.take(it.b, 1));
  CHECK(it.gil.next() == Interpreter::at(6));
  CHECK(it.expire(6) == "");
  CHECK(it.gil.next() == Interpreter::at(8));
  CHECK(!it.take(it.c, 7));
  CHECK(it.expire(8) == "b");
  CHECK(it.let_go(it.b, 8) == "");  // the first of those who asked is a, which goes on computing
  CHECK(it.gil.next() == Interpreter::at(10));
  CHECK(it.expire(10) == "");
  CHECK(it.lines == Lines{"a computes", "b waits", "a waits", "c waits", "a computes"});
}

TEST_CASE("a lock that nobody has is taken without the switch cost") {
  Interpreter it{.switch_cost = 2ms};
  CHECK(it.take(it.a, 0));
  CHECK(it.let_go(it.a, 1) == "");
  CHECK(it.take(it.b, 1));
}

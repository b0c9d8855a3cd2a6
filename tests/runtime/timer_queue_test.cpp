#include "core/runtime/timer_queue.h"

#include <doctest/doctest.h>
#include <map>
#include <vector>

#include "tests/support/property.h"

using namespace interleave;

namespace {

Time at_ns(std::int64_t ns) { return Time(Duration(ns)); }

// Near ones and far ones, so that every bucket is used.
std::int64_t any_distance() {
  const int bits = *rc::gen::inRange(0, 61);
  return *rc::gen::inRange<std::int64_t>(0, (std::int64_t{1} << bits) + 1);
}

}  // namespace

TEST_CASE("timers come in order of their deadlines, those of one moment in the order they were added") {
  CHECK(testing::holds(1'000, [] {
    TimerQueue<int> queue;
    std::multimap<Time, int> model;  // keeps equal keys in order of insertion
    std::vector<TimerQueue<int>::Timer> taken;
    std::int64_t now = 0;
    const int operations = *rc::gen::inRange(1, 100);
    for (int i = 0; i < operations; ++i) {
      if (*rc::gen::inRange(0, 3) != 0) {
        const std::int64_t deadline = now + any_distance() / 64;
        queue.add(at_ns(deadline), i);
        model.emplace(at_ns(deadline), i);
      } else if (!model.empty()) {
        const auto [first, last] = model.equal_range(model.begin()->first);
        RC_ASSERT(queue.next() == first->first);
        now = first->first.time_since_epoch().count();
        queue.take_next(taken);
        auto timer = taken.begin();
        for (auto expected = first; expected != last; ++expected, ++timer) {
          RC_ASSERT(timer != taken.end());
          RC_ASSERT(timer->deadline == expected->first);
          RC_ASSERT(timer->value == expected->second);
        }
        RC_ASSERT(timer == taken.end());
        model.erase(first, last);
      }
      RC_ASSERT(queue.empty() == model.empty());
      RC_ASSERT(queue.next() == (model.empty() ? kNever : model.begin()->first));
    }
  }));
}

TEST_CASE("a timer of the past counts as one of the moment that was taken last") {
  TimerQueue<int> queue;
  std::vector<TimerQueue<int>::Timer> taken;
  queue.add(at_ns(100), 1);
  queue.take_next(taken);
  queue.add(at_ns(40), 2);
  queue.add(at_ns(100), 3);
  CHECK(queue.next() == at_ns(100));
  queue.take_next(taken);
  REQUIRE(taken.size() == 2);
  CHECK(taken[0].value == 2);
  CHECK(taken[1].value == 3);
}

TEST_CASE("a timer that is never due is a timer still") {
  TimerQueue<int> queue;
  CHECK(queue.empty());
  queue.add(kNever, 1);
  CHECK(!queue.empty());
  CHECK(queue.next() == kNever);
}

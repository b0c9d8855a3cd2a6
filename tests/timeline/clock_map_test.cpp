#include "core/timeline/clock_map.h"

#include <cstdint>
#include <doctest/doctest.h>

#include "tests/timeline/moments.h"

using interleave::ClockMap;
using interleave::Duration;
using interleave::Time;
using interleave::testing::moment;

TEST_CASE("stamps are scenario time to the nanosecond unless the clock was changed") {
  ClockMap clock;
  clock.add({.stamp = 0, .time = moment(0), .speed = 1});
  for (const std::int64_t stamp : {std::int64_t{0}, std::int64_t{1}, std::int64_t{9'007'199'254'740'993},
                                   std::int64_t{8'640'000'000'000'000'001}}) {
    CHECK(clock.at(stamp) == moment(stamp));
  }
}

TEST_CASE("each stretch of the clock runs at its own speed from its own moment, in whatever order they were told") {
  ClockMap clock;
  clock.add({.stamp = 300, .time = moment(100), .speed = 10});
  clock.add({.stamp = 100, .time = moment(100), .speed = 0});
  CHECK(clock.at(50) == moment(50));
  CHECK(clock.at(200) == moment(100));
  CHECK(clock.at(310) == moment(200));
}

TEST_CASE("a stretch that rounding would carry beyond the next one stops where that begins") {
  ClockMap clock;
  clock.add({.stamp = 0, .time = moment(0), .speed = 0.6});
  clock.add({.stamp = 11, .time = moment(5), .speed = 1});
  CHECK(clock.at(10) == moment(5));
  CHECK(clock.at(11) == moment(5));
}

TEST_CASE("the last of two changes at one stamp counts") {
  ClockMap clock;
  clock.add({.stamp = 10, .time = moment(10), .speed = 2});
  clock.add({.stamp = 10, .time = moment(10), .speed = 0});
  CHECK(clock.at(20) == moment(10));
}

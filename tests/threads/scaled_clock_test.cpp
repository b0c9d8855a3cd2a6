#include "core/threads/scaled_clock.h"

#include <algorithm>
#include <atomic>
#include <doctest/doctest.h>
#include <thread>
#include <utility>
#include <vector>

#include "tests/support/property.h"

using namespace interleave;
using namespace std::chrono_literals;

namespace {

const HostTime kStart = HostTime(1'000s);

}  // namespace

TEST_CASE("the clock starts at 0 and goes as fast as it is told") {
  CHECK(ScaledClock(kStart, 1).at(kStart) == Time{});
  CHECK(ScaledClock(kStart, 1).at(kStart + 3s) == Time(3s));
  CHECK(ScaledClock(kStart, 100).at(kStart + 30ms) == Time(3s));
  CHECK(ScaledClock(kStart, 0.1).at(kStart + 30s) == Time(3s));
  CHECK(ScaledClock(kStart, 0).at(kStart + 30s) == Time{});
}

TEST_CASE("while it is paused no moment comes, and a deadline of never does not at any speed") {
  CHECK(ScaledClock(kStart, 0).when(Time(1ns)) == HostTime::max());
  CHECK(ScaledClock(kStart, 0.1).when(kNever) == HostTime::max());
}

TEST_CASE("the moment it names for a time is never early, and late by its rounding alone") {
  CHECK(testing::holds(3'000, [] {
    const double speed = *rc::gen::element(0.1, 0.25, 1 / 3.0, 0.7, 1.0, 1.5, 3.0, 10.0, 33.3, 100.0);
    const ScaledClock clock(kStart, speed);
    // Up to a day.
    const Time time(Duration(*rc::gen::inRange<std::int64_t>(0, 86'400'000'000'001)));
    const HostTime when = clock.when(time);
    RC_ASSERT(clock.at(when) >= time);
    // Half a nanosecond of the scenario's is five of the host's at the lowest speed.
    RC_ASSERT(clock.at(when - 6ns) < time);
  }));
}

TEST_CASE("a change of speed goes on from where the clock stood, and is on the list of segments") {
  const HostTime start = std::chrono::steady_clock::now();
  ScaledClock clock(start, 1);
  clock.set_speed(0);
  clock.set_speed(100);
  std::vector<ScaledClock::Segment> segments;
  const HostTime now = clock.read(0, segments);
  REQUIRE(segments.size() == 3);
  CHECK(segments[0].host == start);
  CHECK(segments[1].scenario == Time(segments[1].host - start));
  CHECK(segments[1].speed == 0);
  CHECK(segments[2].scenario == segments[1].scenario);
  CHECK(segments[2].host >= segments[1].host);
  CHECK(now >= segments[2].host);
  CHECK(clock.speed() == 100);
  CHECK(clock.at(segments[2].host + 10ms) == segments[2].scenario + 1s);

  segments.clear();
  clock.read(2, segments);
  REQUIRE(segments.size() == 1);
  CHECK(segments[0].speed == 100);
}

namespace {

// What the clock showed at a host moment, by its segments.
Time shown_at(const std::vector<ScaledClock::Segment>& segments, HostTime host) {
  const auto next = std::upper_bound(segments.begin(), segments.end(), host,
                                     [](HostTime moment, const auto& segment) { return moment < segment.host; });
  const ScaledClock::Segment& segment = *std::prev(next);
  return segment.speed == 0 ? segment.scenario : segment.scenario + (host - segment.host);
}

}  // namespace

TEST_CASE("what a stamp stands for is never earlier than what the clock showed before it was taken, whoever pauses") {
  ScaledClock clock(std::chrono::steady_clock::now(), 1);
  std::atomic<bool> over = false;
  std::vector<std::pair<Time, HostTime>> readings;
  std::thread reader([&] {
    while (!over) {
      const Time time = clock.at(std::chrono::steady_clock::now());
      readings.emplace_back(time, std::chrono::steady_clock::now());
    }
  });
  std::vector<ScaledClock::Segment> segments;
  for (int i = 0; i < 20'000; ++i) clock.set_speed(i % 2);
  over = true;
  reader.join();
  clock.read(0, segments);
  std::size_t early = 0;
  for (const auto& [time, stamp] : readings) early += shown_at(segments, stamp) < time ? 1U : 0U;
  CHECK(early == 0);
}

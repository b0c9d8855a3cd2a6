#include "app/gui/model/picture/bars.h"

#include <doctest/doctest.h>
#include <numeric>

#include "tests/support/events.h"
#include "tests/support/property.h"

namespace interleave::gui {

namespace {

using interleave::testing::at;

Span waiting(double begin, double end) {
  return {at(begin), at(end), task_id(0), WorkerId::none, StepId::none, State::waiting, Cause::sleep};
}

Lane lane_of(const std::vector<Span>& spans) { return {LaneKind::task, 0, "task", {}, {}, spans}; }

// Spans without overlap, of lengths between a nanosecond and seconds.
std::vector<Span> random_spans() {
  const auto lengths = *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 40));
  std::vector<Span> spans;
  Time time{};
  for (int exponent : lengths) {
    Span span = waiting(0, 0);
    span.begin = time + Duration{exponent % 3 == 0 ? 0 : exponent * 1000};
    span.end = span.begin + Duration{1LL << (exponent % 31)};
    span.task = task_id(static_cast<std::size_t>(exponent % 2));
    spans.push_back(span);
    time = span.end;
  }
  return spans;
}

}  // namespace

TEST_CASE("bars of a lane never overlap, and stay within the timeline") {
  CHECK(testing::holds(300, [] {
    const auto spans = random_spans();
    const double end = spans.empty() ? 1 : seconds(spans.back().end);
    const double zoom = *rc::gen::inRange(1, 1000);
    const TimeScale scale({0, end / zoom}, 100, 900);
    const Time playhead = at(end * *rc::gen::inRange(0, 100) / 100);
    float edge = 100;
    for (const Bar& bar : lay_out(lane_of(spans), scale, playhead, at(end))) {
      RC_ASSERT(bar.left >= edge);
      RC_ASSERT(bar.right > bar.left);
      RC_ASSERT(bar.right <= 900.5F);
      edge = bar.right;
    }
  }));
}

TEST_CASE("what is shorter than a pixel is folded and said to be, never widened") {
  CHECK(testing::holds(300, [] {
    const auto spans = random_spans();
    const double end = spans.empty() ? 1 : seconds(spans.back().end);
    const TimeScale scale({0, end}, 0, 500);
    for (const Bar& bar : lay_out(lane_of(spans), scale, kNever, at(end))) {
      const double length = scale.x(spans[bar.first].end) - scale.x(spans[bar.first].begin);
      if (bar.look == Look::folded) RC_ASSERT(bar.right - bar.left <= 1.0F);
      if (bar.look != Look::folded) RC_ASSERT(length >= 1);
      if (bar.count > 1) RC_ASSERT(bar.look == Look::folded);
    }
  }));
}

TEST_CASE("a hundred thousand spans on a thousand pixels give at most a thousand bars") {
  std::vector<Span> spans;
  for (int i = 0; i < 100'000; ++i) spans.push_back(waiting(i * 0.001, (i + 1) * 0.001));
  const auto bars = lay_out(lane_of(spans), TimeScale({0, 100}, 0, 1000), kNever, at(100));
  CHECK(bars.size() <= 1000);
  const auto folded = std::accumulate(bars.begin(), bars.end(), std::size_t{0},
                                      [](std::size_t sum, const Bar& bar) { return sum + bar.count; });
  CHECK(folded == spans.size());
}

TEST_CASE("the playhead divides the span that it stands in") {
  const std::vector<Span> spans = {waiting(0, 4)};
  const auto bars = lay_out(lane_of(spans), TimeScale({0, 10}, 0, 1000), at(1), at(4));
  REQUIRE(bars.size() == 2);
  CHECK_FALSE(bars[0].future);
  CHECK(bars[0].right == doctest::Approx(100));
  CHECK(bars[1].future);
  CHECK(bars[1].right == doctest::Approx(400));
}

TEST_CASE("what begins at the playhead has begun and lies ahead as a whole, to scale; what ends there is past") {
  const std::vector<Span> spans = {waiting(0, 2), waiting(2, 4)};
  const auto bars = lay_out(lane_of(spans), TimeScale({0, 10}, 0, 1000), at(2), at(4));
  REQUIRE(bars.size() == 2);
  CHECK_FALSE(bars[0].future);
  CHECK_FALSE(bars[0].begins_now);
  CHECK(bars[1].future);
  CHECK(bars[1].begins_now);
  CHECK(bars[1].left == doctest::Approx(200));
  CHECK(bars[1].right == doctest::Approx(400));

  const auto before = lay_out(lane_of(spans), TimeScale({0, 10}, 0, 1000), at(2) - Duration{1}, at(4));
  REQUIRE(before.size() == 2);
  CHECK(before[1].future);
  CHECK_FALSE(before[1].begins_now);
}

TEST_CASE("an open span reaches as far as the record does") {
  std::vector<Span> spans = {waiting(1, 2)};
  spans[0].end = kNever;
  const auto bars = lay_out(lane_of(spans), TimeScale({0, 10}, 0, 1000), at(3), at(3));
  REQUIRE(bars.size() == 1);
  CHECK(bars[0].right == doctest::Approx(300));
}

}  // namespace interleave::gui

#include <algorithm>
#include <doctest/doctest.h>

#include "app/gui/model/picture/bars.h"
#include "app/gui/model/update/update.h"
#include "tests/gui/headless.h"
#include "tests/support/property.h"
#include "tests/support/random_lane.h"

namespace interleave::gui {

namespace {

// A lane of random spans with its sums, seen at a random zoom.
struct SeenLane {
  std::vector<Span> spans;
  SpanIndex sums;
  Lane lane;
  TimeRange range;
  Grain grain = *rc::gen::elementOf(std::vector<Grain>{{1, 6}, {4, 12}, {8, 18, true}});

  explicit SeenLane(LaneKind kind) : spans(testing::random_lane(*rc::gen::arbitrary<std::uint32_t>(), 4'000)) {
    sums.extend(spans);
    lane = {kind, 0, "lane", {}, {}, spans, nullptr, {}, &sums};
    const double end = seconds(spans.back().end);
    const double length = end / (1 << *rc::gen::inRange(0, 12));
    range.begin = (end - length) * *rc::gen::inRange(0, 100) / 100;
    range.end = range.begin + length;
  }
  SeenLane(const SeenLane&) = delete;
  SeenLane& operator=(const SeenLane&) = delete;
};

constexpr std::string_view kManySpans =
    R"({"interleave": 1, "title": "many", "mode": "threads", "machine": {"gil": false},
  "tasks": [
  {"name": "a", "steps": [{"repeat": 20000, "steps": [{"compute": 0.003}, {"sleep": 0.001}]}]},
  {"name": "b", "steps": [{"sleep": 10}]}]})";

bool has_dense(const std::vector<DrawnBar>& bars) {
  return std::any_of(bars.begin(), bars.end(), [](const DrawnBar& bar) { return bar.look == Look::dense; });
}

}  // namespace

TEST_CASE("bars of a lane with sums never overlap, and stay within the timeline") {
  CHECK(testing::holds(300, [] {
    const SeenLane seen(LaneKind::task);
    const TimeScale scale(seen.range, 100, 900);
    const Time playhead = moment_at((seen.range.begin + seen.range.end) / 2);
    float edge = 100;
    for (const Bar& bar : lay_out(seen.lane, scale, playhead, seen.spans.back().end, seen.grain)) {
      RC_ASSERT(bar.left >= edge);
      RC_ASSERT(bar.right >= bar.left);
      RC_ASSERT(bar.right <= 900.0F);
      edge = bar.right;
    }
  }));
}

TEST_CASE("no span in sight that is as wide as the grain says is missing, nor narrowed, nor in the wrong look") {
  CHECK(testing::holds(300, [] {
    const SeenLane seen(LaneKind::task);
    const TimeScale scale(seen.range, 0, 700);
    const auto bars = lay_out(seen.lane, scale, kNever, seen.spans.back().end, seen.grain);
    auto bar = bars.begin();
    for (std::size_t i = 0; i < seen.spans.size(); ++i) {
      const double left = std::clamp(scale.x(seen.spans[i].begin), 0.0, 700.0);
      const double right = std::clamp(scale.x(seen.spans[i].end), 0.0, 700.0);
      if (right - left < seen.grain.span + 0.001) continue;
      while (bar != bars.end() && bar->first < i) ++bar;
      RC_ASSERT(bar != bars.end());
      RC_ASSERT(bar->first == i);
      RC_ASSERT(bar->look == look_of(seen.spans[i]));
      RC_ASSERT(double{bar->right} > right - 0.01);
      RC_ASSERT(double{bar->left} < left + 1);
    }
  }));
}

TEST_CASE("a dense bar has the share of each state that its spans have in its time") {
  CHECK(testing::holds(300, [] {
    const SeenLane seen(*rc::gen::elementOf(std::vector{LaneKind::task, LaneKind::no_worker}));
    const TimeScale scale(seen.range, 0, 700);
    for (const Bar& bar : lay_out(seen.lane, scale, kNever, seen.spans.back().end, seen.grain)) {
      if (bar.look != Look::dense) continue;
      const auto spans = std::span(seen.spans).subspan(bar.first, bar.count);
      const double whole = seconds(spans.back().end - spans.front().begin);
      StateShares expected = {};
      for (const Span& span : spans) {
        if (!shows(seen.lane, span)) continue;
        const auto* const place = std::find(kStacked.begin(), kStacked.end(), shown_as(kind_of(span)));
        expected[static_cast<std::size_t>(place - kStacked.begin())] +=
            static_cast<float>(seconds(span.end - span.begin) / whole);
      }
      for (std::size_t i = 0; i < expected.size(); ++i) RC_ASSERT(std::abs(bar.shares[i] - expected[i]) < 1e-3F);
    }
  }));
}

TEST_CASE("a span too short for its ends to be told apart takes a pixel, also where it is alone") {
  const std::vector<Span> spans = {
      {.begin = moment_at(1), .end = moment_at(1) + Duration{1}, .task = task_id(0), .state = State::running}};
  SpanIndex sums;
  sums.extend(spans);
  const Lane lane{LaneKind::task, 0, "lane", {}, {}, spans, nullptr, {}, &sums};
  const auto bars = lay_out(lane, TimeScale({0, 100}, 0, 1000), kNever, moment_at(100), {4, 6, true});
  REQUIRE(bars.size() == 1);
  CHECK(bars[0].left == 10);
  CHECK(bars[0].right == 11);
}

TEST_CASE("what follows the playhead is in other bars than what came before it") {
  CHECK(testing::holds(300, [] {
    const SeenLane seen(LaneKind::task);
    const Time playhead = moment_at((seen.range.begin + seen.range.end) / 2);
    for (const Bar& bar :
         lay_out(seen.lane, TimeScale(seen.range, 0, 700), playhead, seen.spans.back().end, seen.grain)) {
      if (bar.look != Look::dense) continue;
      for (const Span& span : std::span(seen.spans).subspan(bar.first, bar.count)) {
        RC_ASSERT(bar.future == (span.begin >= playhead));
      }
    }
  }));
}

TEST_CASE("slices that follow each other in turns are told by their shares, and not in stripes of a pixel or two") {
  std::vector<Span> spans;
  for (int i = 0; i < 600; ++i) {
    const Time begin = moment_at(i);
    Span span;
    span.begin = begin;
    span.end = begin + std::chrono::seconds(1);
    span.task = task_id(0);
    span.state = i % 3 < 2 ? State::running : State::ready;
    span.worker = worker_id(0);
    spans.push_back(span);
  }
  SpanIndex sums;
  sums.extend(spans);
  const Lane lane{LaneKind::task, 0, "lane", {}, {}, spans, nullptr, {}, &sums};
  const auto bars = lay_out(lane, TimeScale({0, 600}, 0, 900), kNever, moment_at(600));
  CHECK(bars.size() < 90);
  for (const Bar& bar : bars) CHECK(bar.look == Look::dense);
}

TEST_CASE("a few short spans stay bars of their own as long as each can be seen") {
  const auto layout_of = [](double end) {
    std::vector<Span> spans;
    for (int i = 0; i < 6; ++i) {
      Span span;
      span.begin = moment_at(i);
      span.end = moment_at(i + 1);
      span.task = task_id(0);
      span.state = i % 2 == 0 ? State::running : State::ready;
      spans.push_back(span);
    }
    SpanIndex sums;
    sums.extend(spans);
    const Lane lane{LaneKind::task, 0, "lane", {}, {}, spans, nullptr, {}, &sums};
    return lay_out(lane, TimeScale({0, end}, 0, 1000), kNever, moment_at(6));
  };
  CHECK(layout_of(300).size() == 6);
  CHECK(layout_of(300).front().look == Look::running);
  CHECK(layout_of(1000).front().look == Look::dense);
}

TEST_CASE("spans_in_sight counts what the scale shows a part of") {
  CHECK(testing::holds(300, [] {
    const SeenLane seen(LaneKind::task);
    const auto shown = [&](const Span& span) {
      return span.end > moment_at(seen.range.begin) && span.begin < moment_at(seen.range.end);
    };
    const auto expected = std::count_if(seen.spans.begin(), seen.spans.end(), shown);
    RC_ASSERT(spans_in_sight(seen.lane, TimeScale(seen.range, 0, 700)) == static_cast<std::size_t>(expected));
  }));
}

TEST_CASE("a long run shows shares, the legend explains them, and the pointer asks for them") {
  Headless window(from_text(kManySpans));
  update(window.state, command::Run{});
  update(window.state, command::GoToEnd{});
  window.frame();
  REQUIRE(has_dense(window.bars(0)));
  CHECK_FALSE(has_dense(window.bars(1)));
  CHECK(window.shows(name(Look::dense)));
  window.move_to(window.bars(0).front().box.center());
  CHECK(window.shows("spans, mostly running"));
  CHECK(window.shows("75 %"));
}

TEST_CASE("close enough, each span of a long run is a bar again, and the legend is as always") {
  Headless window(from_text(kManySpans));
  update(window.state, command::Run{});
  update(window.state, command::GoToEnd{});
  window.state.viewport.show({10, 10.05});
  window.state.viewport.settle();
  window.frame();
  CHECK_FALSE(has_dense(window.bars(0)));
  CHECK(window.bars(0).size() > 20);
  CHECK_FALSE(window.shows(name(Look::dense)));
}

TEST_CASE("a window with thousands of bars draws them in tones, and fewer triangles than it has spans") {
  std::string tasks;
  for (int i = 0; i < 16; ++i) {
    tasks += std::string(i > 0 ? "," : "") + R"({"name": "t)" + std::to_string(i) +
             R"(", "steps": [{"repeat": 200, "steps": [{"sleep": 0.003}, {"block": 0.005}]}]})";
  }
  Headless window(from_text(R"({"interleave": 1, "title": "crowd", "mode": "threads", "tasks": [)" + tasks + "]}"));
  window.resize(1600, 1000);
  update(window.state, command::Run{});
  update(window.state, command::GoToEnd{});
  window.frame();
  window.frame();
  CHECK(window.shows(name(Look::dense)));
  CHECK(window.bars(0).size() < 50);
  CHECK(window.triangles() < 40'000);
}

}  // namespace interleave::gui

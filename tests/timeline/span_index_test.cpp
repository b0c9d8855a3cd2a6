#include "core/timeline/span_index.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <optional>

#include "tests/support/property.h"
#include "tests/support/random_lane.h"

using namespace interleave;
using testing::random_lane;

namespace {

SpanIndex index_of(const std::vector<Span>& spans) {
  SpanIndex index;
  for (std::size_t i = 1; i <= spans.size(); ++i) index.extend(std::span(spans).first(i));
  return index;
}

struct View {
  std::vector<Span> spans;
  Window window;
};

// A lane, seen whole or in part, from nanoseconds a pixel to all of it on a few.
View random_view() {
  View view;
  const auto seed = *rc::gen::arbitrary<std::uint32_t>();
  view.spans = random_lane(seed, *rc::gen::inRange<std::size_t>(1, 6000));
  const Duration length = view.spans.back().end - Time{};
  const Duration part = length / (1LL << *rc::gen::inRange(0, 30)) + Duration{1};
  view.window.from = Time{length * *rc::gen::inRange(-10, 100) / 100};
  view.window.to = view.window.from + part;
  view.window.until = view.spans.back().end;
  view.window.pixel = part / *rc::gen::inRange(1, 2000) + Duration{1};
  view.window.seam = view.window.from + part * *rc::gen::inRange(-50, 150) / 100;
  view.window.cell = view.window.pixel * *rc::gen::inRange(1, 8);
  return view;
}

Stretch naive(const std::vector<Span>& spans, std::size_t first, std::size_t count) {
  Stretch sum{first, count, spans[first].begin, spans[first + count - 1].end, {}, spans[first].task};
  for (std::size_t i = first; i < first + count; ++i) {
    sum.time[kind_of(spans[i])] += spans[i].end - spans[i].begin;
    if (spans[i].task != sum.task) sum.task = TaskId::none;
  }
  return sum;
}

}  // namespace

TEST_CASE("every stretch of a lane has exactly the times that its spans add up to") {
  CHECK(testing::holds(500, [] {
    const View view = random_view();
    for (const Stretch& stretch : index_of(view.spans).summarise(view.spans, view.window)) {
      RC_ASSERT(stretch.count > 0U);
      const Stretch expected = naive(view.spans, stretch.first, stretch.count);
      RC_ASSERT(stretch.begin == expected.begin);
      RC_ASSERT(stretch.end == expected.end);
      RC_ASSERT((stretch.time == expected.time));
      RC_ASSERT(stretch.task == expected.task);
    }
  }));
}

TEST_CASE("each span in sight is in one stretch, and none else") {
  CHECK(testing::holds(500, [] {
    const View view = random_view();
    std::optional<std::size_t> next;
    std::size_t shown = 0;
    for (const Stretch& stretch : index_of(view.spans).summarise(view.spans, view.window)) {
      if (next) RC_ASSERT(stretch.first == *next);
      next = stretch.first + stretch.count;
      for (std::size_t i = stretch.first; i < *next; ++i) {
        RC_ASSERT(view.spans[i].end > view.window.from);
        RC_ASSERT(view.spans[i].begin < view.window.to);
      }
      shown += stretch.count;
    }
    const auto in_sight = std::count_if(view.spans.begin(), view.spans.end(), [&](const Span& span) {
      return span.end > view.window.from && span.begin < view.window.to;
    });
    RC_ASSERT(shown == static_cast<std::size_t>(in_sight));
  }));
}

TEST_CASE("a span as wide as a pixel stands for itself, and so does a gap") {
  CHECK(testing::holds(500, [] {
    const View view = random_view();
    for (const Stretch& stretch : index_of(view.spans).summarise(view.spans, view.window)) {
      for (std::size_t i = stretch.first; stretch.count > 1 && i < stretch.first + stretch.count; ++i) {
        RC_ASSERT(view.spans[i].end - view.spans[i].begin < view.window.pixel);
        if (i > stretch.first) RC_ASSERT(view.spans[i].begin - view.spans[i - 1].end < view.window.pixel);
      }
    }
  }));
}

TEST_CASE("no stretch reaches across the seam") {
  CHECK(testing::holds(500, [] {
    const View view = random_view();
    for (const Stretch& stretch : index_of(view.spans).summarise(view.spans, view.window)) {
      const bool before = view.spans[stretch.first].begin < view.window.seam;
      const bool last_before = view.spans[stretch.first + stretch.count - 1].begin < view.window.seam;
      RC_ASSERT(before == last_before);
    }
  }));
}

TEST_CASE("stretches are as fine as the cells: they begin within one, and last at most two") {
  CHECK(testing::holds(500, [] {
    const View view = random_view();
    const auto stretches = index_of(view.spans).summarise(view.spans, view.window);
    const auto cell_of = [&](Time time) { return time.time_since_epoch() / view.window.cell; };
    for (std::size_t i = 0; i < stretches.size(); ++i) {
      if (stretches[i].count == 1) continue;
      RC_ASSERT(stretches[i].end - stretches[i].begin <= 2 * view.window.cell);
      const bool follows =
          i > 0 && stretches[i - 1].count > 1 && stretches[i].begin - stretches[i - 1].end < view.window.pixel;
      const bool at_seam =
          follows && stretches[i].begin >= view.window.seam && stretches[i - 1].begin < view.window.seam;
      if (follows && !at_seam) RC_ASSERT(cell_of(stretches[i].begin) > cell_of(stretches[i - 1].begin));
    }
  }));
}

TEST_CASE("a lane that grew, lost its last spans and grew again is summed up like one that only grew") {
  CHECK(testing::holds(200, [] {
    const auto seed = *rc::gen::arbitrary<std::uint32_t>();
    const std::vector<Span> whole = random_lane(seed, *rc::gen::inRange<std::size_t>(1, 3000));
    std::mt19937 random(seed);
    std::vector<Span> spans;
    SpanIndex index;
    while (spans.size() < whole.size()) {
      spans.push_back(whole[spans.size()]);
      index.extend(spans);
      if (random() % 200 != 0) continue;
      spans.resize(spans.size() - random() % std::min<std::size_t>(spans.size(), 300));
      index.cut(spans.size());
      if (spans.empty()) continue;
      spans.back().end = kNever;
      spans.back() = whole[spans.size() - 1];
    }
    const Window window{Time{}, kNever, whole.back().end, Duration{5000}, Duration{20000}};
    const auto grown = index.summarise(spans, window);
    const auto plain = index_of(whole).summarise(whole, window);
    RC_ASSERT(grown.size() == plain.size());
    for (std::size_t i = 0; i < grown.size(); ++i) {
      RC_ASSERT(grown[i].first == plain[i].first);
      RC_ASSERT((grown[i].time == plain[i].time));
    }
    RC_ASSERT((index.total(spans, kNever) == naive(whole, 0, whole.size()).time));
  }));
}

TEST_CASE("a span without an end counts up to the moment that the window knows") {
  std::vector<Span> spans = random_lane(1, 40);
  const SpanIndex index = index_of(spans);
  spans.back().end = kNever;
  const Time until = spans.back().begin + Duration{7};
  const auto stretches = index.summarise(spans, {spans.back().begin, kNever, until, Duration{1}, Duration{1}});
  REQUIRE(stretches.size() == 1);
  CHECK(stretches[0].end == until);
  CHECK(stretches[0].time[kind_of(spans.back())] == Duration{7});
}

TEST_CASE("an index takes less than five bytes a span once its lane is whole, and seven while it grows") {
  const auto spans = random_lane(3, 100'000);
  SpanIndex index = index_of(spans);
  CHECK(static_cast<double>(index.bytes()) / 100'000 < 7.5);
  index.settle();
  CHECK(static_cast<double>(index.bytes()) / 100'000 < 5);
}

#include "app/gui/model/picture/bars.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace interleave::gui {

namespace {

// A length of time on the screen, at least a nanosecond; what is shorter is narrower than so many pixels.
Duration length_of(double pixels, const TimeScale& scale) {
  constexpr double kMost = 1e18;
  const double nanoseconds = std::ceil(std::min(kMost, pixels * scale.seconds_per_pixel() * 1e9));
  return Duration{std::max<Duration::rep>(1, static_cast<Duration::rep>(nanoseconds))};
}

std::span<const Span>::iterator first_ending_after(std::span<const Span> spans, Time time) {
  return std::partition_point(spans.begin(), spans.end(), [&](const Span& span) { return span.end <= time; });
}

constexpr std::size_t kCrowdedLane = 300;  // stretches in sight
constexpr double kLeastSeen = 2;           // pixels a span
constexpr double kLeastCells = 2;          // of short spans that can be seen; fewer are drawn one by one

class LaneLayout {
 public:
  LaneLayout(const Lane& lane, const TimeScale& scale, Time playhead, Time horizon)
      : lane_(lane), scale_(scale), playhead_(playhead), horizon_(horizon), edge_(scale.left()) {}

  std::vector<Bar> folded() {
    const Time view_begin = moment_at(scale_.range().begin);
    const Time view_end = moment_at(scale_.range().end);
    auto i = static_cast<std::size_t>(first_ending_after(lane_.spans, view_begin) - lane_.spans.begin());
    while (i < lane_.spans.size() && lane_.spans[i].begin < view_end) i = place(i, lane_.spans.size());
    return std::move(bars_);
  }

  std::vector<Bar> summarised(Grain grain) {
    const Duration pixel = length_of(grain.span, scale_);
    const auto stretches = lane_.sums->summarise(lane_.spans, {.from = moment_at(scale_.range().begin),
                                                               .to = moment_at(scale_.range().end),
                                                               .until = horizon_,
                                                               .pixel = pixel,
                                                               .cell = std::max(pixel, length_of(grain.cell, scale_)),
                                                               .seam = playhead_});
    bars_.reserve(stretches.size() + 1);
    crowded_ = grain.few || stretches.size() > kCrowdedLane;
    least_dense_ = kLeastCells * grain.cell;
    for (std::size_t i = 0; i < stretches.size();) {
      std::size_t next = i + 1;
      if (lasts(stretches[i], pixel)) {
        place_long(stretches[i]);
      } else {
        while (next < stretches.size() && follows(stretches, next, pixel)) ++next;
        place_short(std::span(stretches).subspan(i, next - i));
      }
      i = next;
    }
    return std::move(bars_);
  }

 private:
  static bool lasts(const Stretch& stretch, Duration pixel) {
    return stretch.count == 1 && stretch.end - stretch.begin >= pixel;
  }

  // Whether it goes on with short spans where the one before it ended.
  static bool follows(const std::vector<Stretch>& stretches, std::size_t i, Duration pixel) {
    return !lasts(stretches[i], pixel) && stretches[i].begin - stretches[i - 1].end < pixel;
  }

  // A span that is a pixel wide or wider.
  void place_long(const Stretch& one) {
    if (lane_.kind == LaneKind::no_worker && holds_worker(one.kind)) return;
    const double left = scale_.x(one.begin);
    const double right = scale_.x(one.end);
    Bar bar{px(left), px(right), look_of(one.kind), one.begin >= playhead_, one.first, 1, true, one.task, {}};
    bar.begins_now = one.begin == playhead_;
    if (one.begin < playhead_ && playhead_ < one.end) {
      const float middle = px(scale_.x(playhead_));
      Bar past = bar;
      past.right = middle;
      add(past);
      bar.left = middle;
      bar.future = true;
    }
    add(bar);
  }

  // Spans that are each shorter than what is shown by itself, with no gap as wide as that.
  void place_short(std::span<const Stretch> stretches) {
    const std::size_t count = stretches.back().first + stretches.back().count - stretches.front().first;
    const double width = scale_.x(stretches.back().end) - scale_.x(stretches.front().begin);
    const bool each_can_be_seen = width >= kLeastSeen * static_cast<double>(count);
    if (crowded_ || width >= (each_can_be_seen ? least_dense_ : kLeastDense)) {
      const std::size_t before = bars_.size();
      for (const Stretch& stretch : stretches) add_dense(stretch, before);
      return;
    }
    const std::size_t end = stretches.back().first + stretches.back().count;
    for (std::size_t i = stretches.front().first; i < end;) i = place(i, end);
  }

  void add_dense(const Stretch& stretch, std::size_t first_of_run) {
    Bar bar{px(scale_.x(stretch.begin)), px(scale_.x(stretch.end)), Look::dense};
    // No hair's breadth between neighbours: what lies between them is a part of a pixel.
    if (bars_.size() > first_of_run) bar.left = edge_;
    bar.future = stretch.begin >= playhead_;
    bar.first = stretch.first;
    bar.count = stretch.count;
    bar.one_task = stretch.task != TaskId::none;
    bar.task = stretch.task;
    bar.shares = shares_of(stretch);
    const bool shown = std::any_of(bar.shares.begin(), bar.shares.end(), [](float share) { return share > 0; });
    if (!shown || bar.right <= edge_) return;
    // What is shorter than a pixel takes one, if what follows leaves it.
    const float end = bar.right;
    bar.right = std::max(end, px(std::max(double{bar.left}, double{edge_}) + 1));
    add(bar);
    edge_ = end;
  }

  StateShares shares_of(const Stretch& stretch) const {
    const float whole = 1 / static_cast<float>((stretch.end - stretch.begin).count());
    const auto share = [&](SpanKind kind) {
      const bool shown = lane_.kind != LaneKind::no_worker || !holds_worker(kind);
      return shown ? static_cast<float>(stretch.time[kind].count()) * whole : 0.0F;
    };
    return {share(SpanKind::running), share(SpanKind::waiting_held), share(SpanKind::waiting_free),
            share(SpanKind::ready_held) + share(SpanKind::ready_free), share(SpanKind::queued)};
  }

  // Draws the span, or the run of spans up to `last` that share its pixel; returns the position of the next to draw.
  std::size_t place(std::size_t i, std::size_t last) {
    const Span& span = lane_.spans[i];
    if (!shows(lane_, span)) return i + 1;
    const Time end = std::min(span.end, std::max(horizon_, span.begin));
    const double left = scale_.x(span.begin);
    const double right = scale_.x(end);
    if (right - left < 1) return fold(i, last, std::floor(left));
    if (span.begin < playhead_ && playhead_ < end) {
      const double middle = scale_.x(playhead_);
      add({px(left), px(middle), look_of(span), false, i, 1, true, span.task, {}});
      add({px(middle), px(right), look_of(span), true, i, 1, true, span.task, {}});
    } else {
      const bool begins_now = span.begin == playhead_;
      add({px(left), px(right), look_of(span), span.begin >= playhead_, i, 1, true, span.task, {}, begins_now});
    }
    return i + 1;
  }

  std::size_t fold(std::size_t first, std::size_t last, double pixel) {
    const Time pixel_end = moment_at(scale_.time(pixel + 1));
    std::size_t next = first + 1;
    bool one_task = true;
    if (next < last && lane_.spans[next].begin < pixel_end) {
      next = std::min(last, std::max(next, next_ending_after(next, pixel_end)));
      one_task = lane_.spans[first].task == lane_.spans[next - 1].task;
    }
    const bool future = lane_.spans[first].begin >= playhead_;
    add({px(pixel), px(pixel + 1), Look::folded, future, first, next - first, one_task, lane_.spans[first].task, {}});
    return next;
  }

  // Found by steps that double: mostly it is near.
  std::size_t next_ending_after(std::size_t from, Time time) const {
    std::size_t step = 1;
    while (from + step < lane_.spans.size() && lane_.spans[from + step - 1].end <= time) {
      from += step;
      step *= 2;
    }
    const auto near = lane_.spans.subspan(from, std::min(step, lane_.spans.size() - from));
    return from + static_cast<std::size_t>(first_ending_after(near, time) - near.begin());
  }

  float px(double x) const { return static_cast<float>(std::clamp(x, double{scale_.left()}, double{scale_.right()})); }

  void add(Bar bar) {
    bar.left = std::max(bar.left, edge_);
    if (bar.right <= bar.left) return;
    if (!bars_.empty()) bars_.back().right = std::min(bars_.back().right, bar.left);
    edge_ = bar.right;
    bars_.push_back(bar);
  }

  const Lane& lane_;
  const TimeScale& scale_;
  Time playhead_;
  Time horizon_;
  double least_dense_ = 0;
  bool crowded_ = false;  // with more than anybody could look at one by one
  float edge_;            // nothing is drawn left of it any more
  std::vector<Bar> bars_;
};

}  // namespace

std::vector<Bar> lay_out(const Lane& lane, const TimeScale& scale, Time playhead, Time horizon, Grain grain) {
  LaneLayout layout(lane, scale, playhead, horizon);
  return lane.sums == nullptr ? layout.folded() : layout.summarised(grain);
}

float share_of_all(const Bar& bar) {
  return bar.look == Look::dense ? std::accumulate(bar.shares.begin(), bar.shares.end(), 0.0F) : 1;
}

Look prevailing_look(const Bar& bar) {
  if (bar.look != Look::dense) return bar.look;
  std::size_t most = 0;
  for (std::size_t i = 1; i < kStacked.size(); ++i) {
    if (bar.shares[i] > bar.shares[most]) most = i;
  }
  return look_of(kStacked[most]);
}

}  // namespace interleave::gui

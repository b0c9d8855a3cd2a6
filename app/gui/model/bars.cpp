#include "app/gui/model/bars.h"

#include <algorithm>
#include <cmath>

namespace interleave::gui {

namespace {

class LaneLayout {
 public:
  LaneLayout(const Lane& lane, const TimeScale& scale, Time playhead, Time horizon)
      : lane_(lane), scale_(scale), playhead_(playhead), horizon_(horizon), edge_(scale.left()) {}

  std::vector<Bar> bars() {
    const Time view_begin = moment_at(scale_.range().begin);
    const Time view_end = moment_at(scale_.range().end);
    std::size_t i = first_ending_after(0, view_begin);
    while (i < lane_.spans.size() && lane_.spans[i].begin < view_end) i = place(i);
    return std::move(bars_);
  }

 private:
  // Draws the span, or the run of spans that share its pixel; returns the position of the next one to draw.
  std::size_t place(std::size_t i) {
    const Span& span = lane_.spans[i];
    if (!shows(lane_, span)) return i + 1;
    const Time end = std::min(span.end, std::max(horizon_, span.begin));
    const double left = scale_.x(span.begin);
    const double right = scale_.x(end);
    if (right - left < 1) return fold(i, std::floor(left));
    if (span.begin < playhead_ && playhead_ < end) {
      const double middle = scale_.x(playhead_);
      add({px(left), px(middle), look_of(span), false, i});
      add({px(middle), px(right), look_of(span), true, i});
    } else {
      add({px(left), px(right), look_of(span), span.begin >= playhead_, i});
    }
    return i + 1;
  }

  std::size_t fold(std::size_t first, double pixel) {
    const Time pixel_end = moment_at(scale_.time(pixel + 1));
    std::size_t next = first + 1;
    bool one_task = true;
    if (next < lane_.spans.size() && lane_.spans[next].begin < pixel_end) {
      next = std::max(next, first_ending_after(next, pixel_end));
      one_task = lane_.spans[first].task == lane_.spans[next - 1].task;
    }
    const bool future = lane_.spans[first].begin >= playhead_;
    add({px(pixel), px(pixel + 1), Look::folded, future, first, next - first, one_task});
    return next;
  }

  std::size_t first_ending_after(std::size_t from, Time time) const {
    const auto begin = lane_.spans.begin() + static_cast<std::ptrdiff_t>(from);
    const auto found = std::partition_point(begin, lane_.spans.end(), [&](const Span& s) { return s.end <= time; });
    return static_cast<std::size_t>(found - lane_.spans.begin());
  }

  float px(double x) const { return static_cast<float>(std::clamp(x, double{scale_.left()}, double{scale_.right()})); }

  void add(Bar bar) {
    bar.left = std::max(bar.left, edge_);
    if (bar.right <= bar.left) return;
    edge_ = bar.right;
    bars_.push_back(bar);
  }

  const Lane& lane_;
  const TimeScale& scale_;
  Time playhead_;
  Time horizon_;
  float edge_;  // nothing is drawn left of it any more
  std::vector<Bar> bars_;
};

}  // namespace

std::vector<Bar> lay_out(const Lane& lane, const TimeScale& scale, Time playhead, Time horizon) {
  return LaneLayout(lane, scale, playhead, horizon).bars();
}

std::vector<TurnMark> lay_out_turns(std::span<const Turn> turns, const TimeScale& scale, Time playhead) {
  std::vector<TurnMark> marks;
  const auto at_or_after = [&](Time time) {
    return std::partition_point(turns.begin(), turns.end(), [&](const Turn& turn) { return turn.at < time; });
  };
  auto turn = at_or_after(moment_at(scale.range().begin));
  while (turn != turns.end() && turn->at <= playhead && scale.x(turn->at) <= double{scale.right()}) {
    const double pixel = std::floor(scale.x(turn->at));
    const Time pixel_end = std::min(moment_at(scale.time(pixel + 1)), playhead + Duration{1});
    const auto next = std::max(turn + 1, at_or_after(pixel_end));
    marks.push_back({static_cast<float>(pixel), static_cast<std::size_t>(turn - turns.begin()),
                     static_cast<std::size_t>(next - turn)});
    turn = next;
  }
  return marks;
}

Gap widest_gap(std::span<const Bar> bars, std::span<const TurnMark> marks, float left, float right) {
  Gap widest{left, left};
  float from = left;
  const auto close = [&](float to) {
    if (to - from > widest.right - widest.left) widest = {from, to};
  };
  auto bar = bars.begin();
  auto mark = marks.begin();
  while (bar != bars.end() || mark != marks.end()) {
    const bool bar_first = mark == marks.end() || (bar != bars.end() && bar->left <= mark->x);
    const float begin = bar_first ? bar->left : mark->x;
    const float end = bar_first ? bar->right : mark->x + 1;
    if (begin >= right) break;
    close(begin);
    from = std::max(from, end);
    bar_first ? static_cast<void>(++bar) : static_cast<void>(++mark);
  }
  close(right);
  return widest;
}

}  // namespace interleave::gui

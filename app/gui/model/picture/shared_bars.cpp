#include "app/gui/model/picture/shared_bars.h"

#include <algorithm>

namespace interleave::gui {

namespace {

constexpr double kLeastStretch = 2;  // pixels

}  // namespace

std::vector<SharedBar> lay_out_shared(std::span<const SharedStretch> history, const TimeScale& scale, Time playhead,
                                      Time horizon) {
  std::vector<SharedBar> bars;
  const auto px = [&](double x) {
    return static_cast<float>(std::clamp(x, double{scale.left()}, double{scale.right()}));
  };
  const auto add = [&](SharedBar bar) {
    if (bar.right > bar.left) bars.push_back(bar);
  };
  const Time view_begin = moment_at(std::max(0.0, scale.range().begin));
  const Time view_end = std::min(moment_at(scale.range().end), horizon);
  auto stretch = std::partition_point(history.begin(), history.end(),
                                      [&](const SharedStretch& other) { return other.end <= view_begin; });
  while (stretch != history.end() && stretch->begin < view_end) {
    const auto first = stretch;
    const double left = scale.x(first->begin);
    double right = scale.x(std::min(first->end, horizon));
    // Short ones are one bar, as far as they follow each other.
    if (right - left < kLeastStretch) {
      while (std::next(stretch) != history.end() && std::next(stretch)->begin < view_end &&
             scale.x(std::min(std::next(stretch)->end, horizon)) - scale.x(std::next(stretch)->begin) < kLeastStretch) {
        ++stretch;
      }
      right = scale.x(std::min(stretch->end, horizon));
    }
    ++stretch;
    const auto position = static_cast<std::size_t>(first - history.begin());
    const auto count = static_cast<std::size_t>(stretch - first);
    const double now = scale.x(playhead);
    const double middle = playhead < Time{} ? left : std::clamp(now, left, right);
    add({px(left), px(middle), false, position, count});
    add({px(middle), px(right), true, position, count});
  }
  return bars;
}

const std::vector<std::vector<SharedStretch>>& KeptHistories::of(const std::shared_ptr<const Timeline>& timeline) {
  // A process that is recorded late brings objects with it, and may bring nothing else.
  const bool same = timeline_ == timeline && horizon_ == timeline->horizon() && finished_ == timeline->finished() &&
                    histories_.size() == timeline->info().objects.size();
  if (!same) {
    histories_ = shared_histories(*timeline);
    anybody_waits_ = std::any_of(histories_.begin(), histories_.end(), [](const std::vector<SharedStretch>& history) {
      return std::any_of(history.begin(), history.end(), [](const SharedStretch& part) { return part.waiting > 0; });
    });
  }
  timeline_ = timeline;
  horizon_ = timeline->horizon();
  finished_ = timeline->finished();
  return histories_;
}

bool KeptHistories::anybody_waits(const std::shared_ptr<const Timeline>& timeline) {
  of(timeline);
  return anybody_waits_;
}

}  // namespace interleave::gui

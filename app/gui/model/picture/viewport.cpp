#include "app/gui/model/picture/viewport.h"

#include <algorithm>
#include <cmath>

namespace interleave::gui {

namespace {

constexpr double kViewportShortest = 1e-7;  // a tenth of a microsecond from edge to edge
constexpr double kAnimationSeconds = 0.2;
constexpr double kMargin = 0.10;  // room behind the last bar for its end mark and time

}  // namespace

Time moment_at(double seconds_since_start) {
  const double nanoseconds = std::round(seconds_since_start * 1e9);
  if (!(nanoseconds > 0)) return Time{};
  if (nanoseconds >= 9.2e18) return kNever;
  return Time{Duration{static_cast<Duration::rep>(nanoseconds)}};
}

void Viewport::set_extent(double seconds) {
  extent_ = seconds > 0 ? seconds : 1;
  if (fitted_) {
    target_ = whole();
    if (elapsed_ >= kAnimationSeconds) shown_ = target_;
  }
}

TimeRange Viewport::whole() const { return {0, extent_ * (1 + kMargin)}; }

void Viewport::fit() {
  aim(whole());
  fitted_ = true;
}

void Viewport::zoom(double anchor, double factor) {
  const double longest = whole().length() * 4;
  const double length = std::clamp(target_.length() / factor, kViewportShortest, longest);
  const double share = (anchor - target_.begin) / target_.length();
  const double begin = anchor - share * length;
  aim({begin, begin + length});
}

void Viewport::pan(double seconds) { aim({target_.begin + seconds, target_.end + seconds}); }

void Viewport::show(TimeRange range) {
  if (range.length() < kViewportShortest) {
    const double middle = (range.begin + range.end) / 2;
    range = {middle - kViewportShortest / 2, middle + kViewportShortest / 2};
  }
  aim(range);
}

void Viewport::reveal(double time) {
  constexpr double kEdge = 0.03;  // of the width: too near the edge to be called in sight
  constexpr double kAhead = 0.3;  // where it comes to stand, seen from the side it came from
  const double length = target_.length();
  const double share = (time - target_.begin) / length;
  if (share >= kEdge && share <= 1 - kEdge) return;
  const double begin = time - (share < kEdge ? 1 - kAhead : kAhead) * length;
  const bool at_start = share < kEdge && begin < 0;
  aim({at_start ? 0 : begin, at_start ? length : begin + length});
}

// Some of the run stays in sight, so that nobody gets lost.
void Viewport::aim(TimeRange range) {
  const double length = range.length();
  const double begin = std::clamp(range.begin, -length * 0.9, whole().end - length * 0.1);
  target_ = {begin, begin + length};
  origin_ = shown_;
  elapsed_ = 0;
  fitted_ = false;
}

bool Viewport::advance(double host_seconds) {
  if (elapsed_ >= kAnimationSeconds) return false;
  elapsed_ += host_seconds;
  const double way = std::clamp(elapsed_ / kAnimationSeconds, 0.0, 1.0);
  if (way >= 1) {
    settle();
    return false;
  }
  const double eased = 1 - (1 - way) * (1 - way) * (1 - way);
  shown_ = {origin_.begin + (target_.begin - origin_.begin) * eased, origin_.end + (target_.end - origin_.end) * eased};
  return true;
}

bool Viewport::moving() const { return elapsed_ < kAnimationSeconds; }

void Viewport::settle() {
  shown_ = target_;
  elapsed_ = kAnimationSeconds;
}

TimeScale::TimeScale(TimeRange range, float left, float right)
    : range_(range), left_(left), right_(right), pixels_per_second_((right - left) / range.length()) {}

}  // namespace interleave::gui

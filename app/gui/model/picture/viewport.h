#pragma once

#include "core/base/time.h"

namespace interleave::gui {

// A stretch of a run's time, in seconds.
struct TimeRange {
  double begin = 0;
  double end = 1;

  double length() const { return end - begin; }

  friend bool operator==(const TimeRange&, const TimeRange&) = default;
};

// The moment that many seconds after the start, to the nearest nanosecond; kNever and beyond are clamped.
Time moment_at(double seconds_since_start);

// Which stretch of time the timeline shows, and the way there: zoom and pan set a target that advance() approaches.
// Positions are fractions of the width, so that it knows no pixels; scale() makes a map to pixels of it.
class Viewport {
 public:
  // The run lasts that long: what fit() shows, and how far one can pan.
  void set_extent(double seconds);
  double extent() const { return extent_; }

  // Shows the whole run, now and whenever its extent changes, until the next zoom or pan.
  void fit();
  bool fitted() const { return fitted_; }

  // Keeps `anchor` (in seconds) where it is; a factor above 1 shows less time.
  void zoom(double anchor, double factor);
  void pan(double seconds);
  void show(TimeRange range);
  // Pans just so far that the moment is well in sight, not at all where it is already.
  void reveal(double time);

  // One step of the animation of 0.2 s; true while there is more to come.
  bool advance(double host_seconds);
  bool moving() const;
  // Goes to the target at once.
  void settle();

  const TimeRange& range() const { return shown_; }
  const TimeRange& target() const { return target_; }
  // What fit() shows.
  TimeRange whole() const;

 private:
  void aim(TimeRange range);

  double extent_ = 1;
  bool fitted_ = true;
  TimeRange shown_;
  TimeRange target_;
  TimeRange origin_;
  double elapsed_ = 1;
};

// Time to pixels and back, for a timeline that is `left` to `right` on the screen.
class TimeScale {
 public:
  TimeScale(TimeRange range, float left, float right);

  double x(double time_seconds) const { return left_ + (time_seconds - range_.begin) * pixels_per_second_; }
  double x(Time time) const { return x(seconds(time)); }
  double time(double x) const { return range_.begin + (x - left_) / pixels_per_second_; }
  double seconds_per_pixel() const { return 1 / pixels_per_second_; }
  float left() const { return left_; }
  float right() const { return right_; }
  const TimeRange& range() const { return range_; }

 private:
  TimeRange range_;
  float left_;
  float right_;
  double pixels_per_second_;
};

}  // namespace interleave::gui

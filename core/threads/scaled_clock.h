#pragma once

#include <atomic>
#include <deque>
#include <mutex>
#include <vector>

#include "core/base/time.h"

namespace interleave {

// The scenario's clock over the host's: a list of segments, each from a host time on at a speed; speed 0 is pause. The
// latest segment is published through one atomic pointer, so that reading takes no lock, but for the moment in which
// the clock changes; segments are never moved or freed while the clock lives.
class ScaledClock {
 public:
  struct Segment {
    HostTime host;     // from then on
    Time scenario{};   // what the clock showed at `host`
    double speed = 1;  // scenario seconds a host second; 0: paused
  };

  ScaledClock(HostTime start, double speed);

  // For the present, which was read just before. Any thread.
  Time at(HostTime host) const;
  // The first host moment at which the clock shows `time` or later, as things stand; HostTime::max() while paused.
  HostTime when(Time time) const;
  double speed() const { return current()->speed; }

  // From the present on. Any thread.
  void set_speed(double speed);
  // From that segment on, which another clock of the same host has begun. Any thread.
  void follow(const Segment& segment);
  Segment latest_segment() const;

  // The present, and the segments from number `first` on, read together: no segment that begins before that present
  // can come later. Any thread.
  HostTime read(std::size_t first, std::vector<Segment>& segments) const;

 private:
  // Partner of the release in set_speed: whoever sees the pointer sees the segment.
  const Segment* current() const {
    const Segment* const current = current_.load(std::memory_order_acquire);
    return current != nullptr ? current : latest();
  }
  const Segment* latest() const;

  mutable std::mutex mutex_;  // of segments_
  std::deque<Segment> segments_;
  std::atomic<const Segment*> current_;  // null while it changes
};

}  // namespace interleave

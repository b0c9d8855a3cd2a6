#include "core/timeline/clock_map.h"

#include <algorithm>
#include <cmath>

namespace interleave {
namespace {

bool begins_later(std::int64_t stamp, const ClockChange& segment) { return stamp < segment.stamp; }

// Whole arithmetic at speed 1, so that the times of a virtual run are exact.
Duration scaled(std::int64_t host_ns, double speed) {
  if (speed == 1) return Duration(host_ns);
  return Duration(std::llround(static_cast<double>(host_ns) * speed));
}

}  // namespace

void ClockMap::add(const ClockChange& change) {
  const auto next = std::upper_bound(segments_.begin(), segments_.end(), change.stamp, begins_later);
  if (next != segments_.begin() && std::prev(next)->stamp == change.stamp) {
    *std::prev(next) = change;
  } else {
    segments_.insert(next, change);
  }
}

Time ClockMap::at(std::int64_t stamp) const {
  // Most stamps are of the newest segment.
  const auto next = stamp >= segments_.back().stamp
                        ? segments_.end()
                        : std::upper_bound(segments_.begin(), segments_.end(), stamp, begins_later);
  if (next == segments_.begin()) return next->time;
  const ClockChange& segment = *std::prev(next);
  const Time time = segment.time + scaled(stamp - segment.stamp, segment.speed);
  return next == segments_.end() ? time : std::min(time, next->time);
}

}  // namespace interleave

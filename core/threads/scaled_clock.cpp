#include "core/threads/scaled_clock.h"

#include <cmath>

namespace interleave {
namespace {

Time shown(const ScaledClock::Segment& segment, HostTime host) {
  const Duration passed = host - segment.host;
  if (segment.speed == 1) return segment.scenario + passed;
  return segment.scenario + Duration(std::llround(static_cast<double>(passed.count()) * segment.speed));
}

}  // namespace

ScaledClock::ScaledClock(HostTime start, double speed)
    : segments_{{start, Time{}, speed}}, current_(&segments_.front()) {}

Time ScaledClock::at(HostTime host) const { return shown(*current(), host); }

HostTime ScaledClock::when(Time time) const {
  const Segment& segment = *current();
  if (segment.speed == 0) return HostTime::max();
  const Duration left = time - segment.scenario;
  if (segment.speed == 1) return segment.host + left;
  const double host_left = std::ceil(static_cast<double>(left.count()) / segment.speed);
  // A deadline of "never" must not overflow the host's clock.
  constexpr double kFar = 1e18;
  return host_left > kFar ? HostTime::max() : segment.host + Duration(static_cast<std::int64_t>(host_left));
}

void ScaledClock::set_speed(double speed) {
  const std::scoped_lock lock(mutex_);
  // Before the present is read: whoever saw the old segment then did so at a host time that was still its own.
  current_.exchange(nullptr, std::memory_order_seq_cst);
  const HostTime now = std::chrono::steady_clock::now();
  const Segment& last = segments_.back();
  segments_.push_back({now, shown(last, now), speed});
  current_.store(&segments_.back(), std::memory_order_release);
}

void ScaledClock::follow(const Segment& segment) {
  const std::scoped_lock lock(mutex_);
  current_.exchange(nullptr, std::memory_order_seq_cst);
  segments_.push_back(segment);
  current_.store(&segments_.back(), std::memory_order_release);
}

ScaledClock::Segment ScaledClock::latest_segment() const {
  const std::scoped_lock lock(mutex_);
  return segments_.back();
}

const ScaledClock::Segment* ScaledClock::latest() const {
  const std::scoped_lock lock(mutex_);
  return &segments_.back();
}

HostTime ScaledClock::read(std::size_t first, std::vector<Segment>& segments) const {
  const std::scoped_lock lock(mutex_);
  for (std::size_t i = first; i < segments_.size(); ++i) segments.push_back(segments_[i]);
  return std::chrono::steady_clock::now();
}

}  // namespace interleave

#pragma once

#include <chrono>
#include <cstdint>

namespace interleave {

// A length of time, in whole nanoseconds.
using Duration = std::chrono::nanoseconds;

// The scenario's clock: it starts at 0 with the run, stands still while a run is paused, and runs `speed` times as
// fast as the host's. It has no now() of its own: only a Runtime can tell it.
struct ScenarioClock {
  using duration = Duration;
  using rep = duration::rep;
  using period = duration::period;
  using time_point = std::chrono::time_point<ScenarioClock, Duration>;
  static constexpr bool is_steady = false;
};

// A moment of a run, since its start. Time{} is the start.
using Time = ScenarioClock::time_point;

// A moment on the machine's own steady clock.
using HostTime = std::chrono::time_point<std::chrono::steady_clock, Duration>;

// Later than every moment: no deadline, or a moment that was not reached.
inline constexpr Time kNever = Time::max();

constexpr double seconds(Duration length) { return std::chrono::duration<double>(length).count(); }
constexpr double seconds(Time moment) { return seconds(moment.time_since_epoch()); }

}  // namespace interleave

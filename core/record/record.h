#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/mode.h"
#include "core/base/time.h"
#include "core/record/event.h"

// A run's record as it is handed from whoever executes to whoever shows: a header, batches of events, an end.
namespace interleave {

enum class ClockKind : std::uint8_t { virtual_time, real_time };

// What is known of a run before it starts.
struct RunInfo {
  std::string scenario;            // its title
  std::vector<std::string> tasks;  // their names, by TaskId
  Mode mode = Mode::sequential;
  int max_workers = 1;
  ClockKind clock = ClockKind::virtual_time;
  std::uint64_t seed = 0;
  std::string note;  // what the reader must know of this run, or empty
};

// From `stamp` (see Event) on, the scenario's clock stands at `time` and runs `speed` times as fast as the host's; 0 is
// paused.
struct ClockChange {
  std::int64_t stamp = 0;
  Time time{};
  double speed = 1;
};

// Events and clock changes that became final together. Every batch is causally closed with those before it: whatever a
// contained event depends on is contained too. Events are in order of their stamps, those of one task and those of one
// worker also from batch to batch; but an event may have an earlier stamp than some of an earlier batch.
struct Batch {
  std::vector<Event> events;
  std::vector<ClockChange> clock_changes;
  std::int64_t closed_until = 0;  // the stamp up to which the picture is complete, but for such late events
};

// How the run ended.
struct RunEnd {
  Outcome outcome = Outcome::finished;  // finished, failed, deadlocked or cancelled
  std::string error;                    // what went wrong, or empty
  Time time{};                          // the end of the last task, or the moment of the deadlock or cancellation
};

}  // namespace interleave

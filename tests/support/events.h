#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "core/record/record.h"
#include "core/record/text.h"

namespace interleave::testing {

// The moment so many seconds after the start, to the nearest nanosecond.
Time at(double seconds);

// A record written by hand: each call is an event at the moment last given to at(), tasks, workers and steps by their
// numbers. It owns the texts, so it must outlive what reads its batches.
class Events {
 public:
  Events& at(double seconds);
  Events& at_ns(std::int64_t stamp);

  Events& submitted(std::size_t task, State state, Cause cause = Cause::none);
  Events& queued(std::size_t task) { return submitted(task, State::queued); }
  Events& started(std::size_t task, std::size_t worker);
  Events& resumed(std::size_t task, std::size_t worker);
  Events& runs(std::size_t task, std::size_t step, std::size_t worker);
  Events& wants_core(std::size_t task, std::size_t step, std::size_t worker);
  Events& sleeps_holding(std::size_t task, std::size_t step, std::size_t worker);
  Events& sleeps_free(std::size_t task, std::size_t step, double due);
  Events& entered(std::size_t task, std::size_t step, State state, Cause cause, WorkerId worker,
                  std::int64_t value = 0);
  Events& printed(std::size_t task, std::string line);
  Events& ended(std::size_t task, Outcome outcome = Outcome::finished, std::string error = {});
  Events& worker(std::size_t worker, std::string name);
  Events& retired(std::size_t worker);
  Events& max_workers(int limit);
  // From the moment given to at(), which counts host time, the scenario's clock stands at `time` and has that speed.
  Events& clock(double time, double speed);

  // What came since the last batch, complete up to the moment given to at().
  Batch batch();

 private:
  Events& add(EventKind kind, Event event);
  const Text* text(std::string value) { return &texts_.emplace_back(Text{std::move(value)}); }

  std::int64_t stamp_ = 0;
  Batch batch_;
  std::deque<Text> texts_;
};

// A run's header with tasks of these names.
RunInfo run_of(std::vector<std::string> tasks, Mode mode = Mode::coroutine);

}  // namespace interleave::testing

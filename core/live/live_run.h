#pragma once

#include <chrono>
#include <memory>
#include <vector>

#include "core/run/run_settings.h"
#include "core/scenario/scenario.h"
#include "core/timeline/timeline.h"

namespace interleave {

// A run on real threads and the host's clock, in progress; in mode processes also with real worker processes, which are
// this very program again: its `main` begins with run_worker_command() of core/processes/worker_command.h. Its methods
// belong to one thread (the one that made it); the run has threads of its own. Destroying it cancels the run and joins
// every thread.
class LiveRun {
 public:
  // Starts at once. `speed` is 0.1 .. 100 scenario seconds a second.
  LiveRun(const Scenario& scenario, const RunSettings& settings, double speed);
  ~LiveRun();
  LiveRun(const LiveRun&) = delete;
  LiveRun& operator=(const LiveRun&) = delete;

  // Each takes effect within 20 ms.
  void pause();
  void resume();
  void set_speed(double speed);
  void set_max_workers(int max_workers);
  void cancel();

  bool paused() const;
  double speed() const;
  // The scenario's clock, now.
  Time now() const;

  // Takes what was recorded since the last call into the timeline. True when anything came, or the run ended.
  bool poll();
  // Waits until the run has ended or the time is up, then polls.
  bool wait_for(std::chrono::nanoseconds host_time);

  // Grows at poll() only; immutable when it is finished().
  std::shared_ptr<const Timeline> timeline() const;

  // The worker processes that live now, as the system knows them.
  std::vector<int> process_ids() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace interleave

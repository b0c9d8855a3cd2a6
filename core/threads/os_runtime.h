#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/runtime/runtime.h"
#include "core/threads/core_tokens.h"
#include "core/threads/scaled_clock.h"

namespace interleave {

// Every worker is an OS thread, and a wait blocks it. The scenario's clock is the host's, paused and sped up at will;
// a pause is felt by everybody at once: sleepers wait on, computations hold their core and their breath.
class OsRuntime final : public Runtime {
 public:
  struct Options {
    int cores = 4;  // of the scenario's machine; min(cores, hardware) may compute at once
    Duration time_slice = std::chrono::milliseconds(5);  // of the cores, or of the interpreter's lock
    bool gil = false;                                    // whether there is that lock
    double speed = 1;
    // Refuse more. Each takes two mappings of memory, and with all of a process's mappings gone (65 530 on Linux) not
    // only the next thread fails but any allocation.
    int most_threads = 16'000;
    Duration switch_cost{0};  // of each handover of the interpreter's lock
    // Of a process that is a worker of another one: the clock began with that one's, and its cores are handed out
    // there.
    std::optional<HostTime> start;
    Tokens* cores_elsewhere = nullptr;  // outlives it
  };

  explicit OsRuntime(const Options& options);
  // Stops the run and joins every thread.
  ~OsRuntime() override;

  static int hardware_cores();

  // Run control; any thread that is not a worker.
  void set_speed(double speed);  // 0 pauses
  double speed() const { return clock_.speed(); }
  // The clock's latest segment; and from such a one on it goes as another process's clock does.
  ScaledClock::Segment clock_segment() const { return clock_.latest_segment(); }
  void follow(const ScaledClock::Segment& segment);
  Tokens& cores() { return cores_; }
  void stop();
  // Waits until every thread has ended, for at most so long; joins them and returns true when they have.
  bool wait_for(Duration host_time);

  // Once it is deadlocked(), and all threads have ended: when that came to be.
  Time deadlocked_at() const { return deadlocked_at_; }

  // The present as a stamp, and the clock's segments from number `first` on; see ScaledClock::read.
  struct ClockReading {
    std::int64_t stamp = 0;
    std::vector<ScaledClock::Segment> segments;
  };
  ClockReading read_clock(std::size_t first) const;
  HostTime start() const { return start_; }
  std::int64_t stamp_of(HostTime host) const { return (host - start_).count(); }

  Time now() const override { return clock_.at(std::chrono::steady_clock::now()); }
  std::int64_t stamp() const override { return stamp_of(std::chrono::steady_clock::now()); }
  bool is_threaded() const override { return true; }
  std::unique_ptr<Mutex> make_mutex() const override;
  Result<Worker*, std::string> spawn(const std::string& name, Routine body) override;
  bool park(Worker& worker, Time deadline, std::coroutine_handle<> self) override;
  void unpark(Worker& worker) override;
  bool compute(Worker& worker, Duration cpu_time, CoreObserver& observer, std::coroutine_handle<> self) override;
  bool has_gil() const override { return gil_ != nullptr; }
  bool take_gil(Worker& worker, CoreObserver& observer, std::coroutine_handle<> self) override;
  void let_go_of_gil(Worker& worker) override;

 private:
  struct ThreadWorker;
  class Claim;
  class Computation;

  void thread_main(ThreadWorker& worker, const std::string& name);
  void notify_all_workers();
  bool leaves_nobody_active() { return active_.fetch_sub(1) == 1; }
  void take_time_to_switch(ThreadWorker& worker);
  void look_for_deadlock();
  void join_all();

  const HostTime start_;
  const Duration time_slice_;
  const Duration switch_cost_;
  ScaledClock clock_;
  const std::unique_ptr<CoreTokens> own_cores_;
  Tokens& cores_;
  const std::unique_ptr<CoreTokens> gil_;  // one token; null where there is no such lock

  std::mutex mutex_;  // of what follows
  std::condition_variable all_ended_;
  std::deque<ThreadWorker> workers_;
  std::size_t running_ = 0;
  Time deadlocked_at_{};

  // Threads that run, or will: for a time, for a token that another one has, or because they were unparked. None is
  // left where each waits for another.
  std::atomic<std::size_t> active_ = 0;

  const int most_threads_;
};

}  // namespace interleave

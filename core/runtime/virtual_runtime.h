#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "core/base/time.h"
#include "core/runtime/chooser.h"
#include "core/runtime/clock_stop.h"
#include "core/runtime/core_scheduler.h"
#include "core/runtime/gil_scheduler.h"
#include "core/runtime/runtime.h"
#include "core/runtime/timer_queue.h"

namespace interleave {

// All workers on the calling thread, in turns, on a clock that jumps from deadline to deadline: the same input gives
// the same run. At one moment the main program goes first, then whom it started or unparked, then those whose waits end
// then, in the order in which they asked for it, then whoever is unparked meanwhile; a chooser, or a seed other than 0,
// changes the order of all but the main program. Nothing here is thread-safe, and nothing needs to be.
class VirtualRuntime final : public Runtime {
 public:
  struct Options {
    int cores = 4;
    Duration time_slice = std::chrono::milliseconds(5);  // of the cores, or of the interpreter's lock
    bool gil = false;                                    // whether there is that lock
    std::uint64_t seed = 0;
    Chooser* chooser = nullptr;             // instead of a seed; outlives the runtime
    Duration switch_cost{0};                // of each handover of the interpreter's lock
    const ClockStop* clock_stop = nullptr;  // outlives the runtime
  };

  explicit VirtualRuntime(const Options& options);
  ~VirtualRuntime() override;

  enum class End : std::uint8_t { finished, deadlocked };

  // Runs `main_program`, and all the workers that it spawns, until nothing is left to do. Deadlocked: routines are left
  // that nobody will ever wake.
  End run(Routine main_program);

  // Everybody ends as soon as possible. From within the run.
  void stop();

  Time now() const override { return now_; }
  std::int64_t stamp() const override { return now_.time_since_epoch().count(); }
  bool is_threaded() const override { return false; }
  std::unique_ptr<Mutex> make_mutex() const override { return nullptr; }
  Result<Worker*, std::string> spawn(const std::string& name, Routine body) override;
  bool park(Worker& worker, Time deadline, std::coroutine_handle<> self) override;
  void unpark(Worker& worker) override;
  bool yield(Worker& worker, std::coroutine_handle<> self) override;
  bool has_others_ready() const override { return main_is_ready_ || !ready_.empty(); }
  bool compute(Worker& worker, Duration cpu_time, CoreObserver& observer, std::coroutine_handle<> self) override;
  bool has_gil() const override { return gil_.has_value(); }
  bool take_gil(Worker& worker, CoreObserver& observer, std::coroutine_handle<> self) override;
  void let_go_of_gil(Worker& worker) override;
  Chooser* chooser() const override { return chooser_; }

 private:
  struct Slot;
  class ReadyWorkers;
  // A timer of a worker is stale once the worker was woken otherwise: then its park has another number.
  struct Wake {
    Slot* slot;
    std::uint64_t park;
  };

  // Whether nothing at all can happen up to and at that moment unless the running routine does it: then the clock may
  // go there at once, which spares the routine a suspension.
  bool is_next(Time moment) const;
  bool may_go_on() const { return clock_stop_ == nullptr || !clock_stop_->stops_clock(); }
  static bool is_stale(const Wake& wake);
  Slot& add_slot(Routine body);
  // Waits for what comes from no token.
  void wait_apart(Slot& slot, std::coroutine_handle<> self);
  void wake(Slot& slot);
  // True where the lock went to somebody who has a turn now.
  bool wake_holder(Worker* holder);
  Time next_of_computations() const;
  Slot& take_ready();
  void run_ready();
  bool advance();
  void wake_due();
  // True where somebody has a turn now.
  bool expire();

  Time now_{};
  std::deque<Slot> slots_;
  Slot* main_program_ = nullptr;
  bool main_is_ready_ = false;  // woken by somebody, and before all others
  std::deque<Slot*> ready_;
  TimerQueue<Wake> timers_;
  std::vector<TimerQueue<Wake>::Timer> due_timers_;
  std::vector<Slot*> due_;
  CoreScheduler cores_;
  std::optional<GilScheduler> gil_;
  std::vector<CoreScheduler::Job> ended_;
  std::uint64_t requests_ = 0;
  std::optional<SeededChooser> lots_;
  Chooser* chooser_;  // null leaves everybody in order
  const ClockStop* const clock_stop_;
};

}  // namespace interleave

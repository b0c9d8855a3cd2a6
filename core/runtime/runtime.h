#pragma once

#include <atomic>
#include <coroutine>
#include <cstdint>
#include <memory>
#include <string>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/runtime/chooser.h"
#include "core/runtime/mutex.h"
#include "core/runtime/routine.h"
#include "core/runtime/worker.h"

namespace interleave {

// Learns how a worker fares for what it needs to go on: a core for its computations, and the interpreter's lock where
// there is one. Called by the runtime, on the worker's own thread where workers have threads; who loses a core or the
// lock learns of it before another one gets it.
class CoreObserver {
 public:
  virtual void waits_for_core() = 0;  // another computation has it
  virtual void waits_for_gil() = 0;   // another worker has it
  virtual void has_core() = 0;        // computes from now on
  virtual void leaves_core() = 0;     // has had a core and needs it no more, or the run stops

 protected:
  ~CoreObserver() = default;
};

// Where a run takes place. OsRuntime gives every worker a thread, and a wait blocks that thread; VirtualRuntime runs
// all workers on the calling thread, and a wait jumps to the next deadline. Whoever executes sees no difference.
//
// The operations that may wait return true when they suspended the routine, which is then resumed through its
// handle, and false when they blocked instead, or had no reason to wait, and the routine goes straight on: so each of
// the awaitables below is one line. No guard (see guard.h) may be held meanwhile.
//
// Rule of waiting: change state under a guard, leave the guard, park, look again, in a loop; whoever changes what is
// waited for does so under the guard and unparks inside it. Then no wake-up is lost.
class Runtime {
 public:
  virtual ~Runtime() = default;

  // The scenario's clock. Any thread.
  virtual Time now() const = 0;
  // For records: nanoseconds since the start of the run, on a clock that is never paused. Any thread.
  virtual std::int64_t stamp() const = 0;
  // Whether each worker has a thread of its own, which an awaited operation blocks.
  virtual bool is_threaded() const = 0;
  // What a guard excludes other threads with; null where workers take turns on one thread. Any thread.
  virtual std::unique_ptr<Mutex> make_mutex() const = 0;

  // Starts a worker that runs `body`; the error is the system's reason for refusing another thread. Any thread.
  virtual Result<Worker*, std::string> spawn(const std::string& name, Routine body) = 0;

  // Ends at a token, at the deadline, or at a stop, and may end early. Takes a token that is there. Own worker only.
  virtual bool park(Worker& worker, Time deadline, std::coroutine_handle<> self) = 0;
  // Leaves a token that the worker's next park takes, or ends its park. Any thread.
  virtual void unpark(Worker& worker) = 0;
  // Where workers take turns: lets all go first that have one at this moment, and goes on behind them; nothing where
  // there is nobody. Own worker only.
  virtual bool yield(Worker& /*worker*/, std::coroutine_handle<> /*self*/) { return false; }
  virtual bool has_others_ready() const { return false; }
  // Uses a core for so much CPU time, or until a stop. Where there is an interpreter's lock, the worker has it, may
  // lose it to others meanwhile, and has it again in the end; cores do not matter then, for only one worker computes.
  // Own worker only.
  virtual bool compute(Worker& worker, Duration cpu_time, CoreObserver& observer, std::coroutine_handle<> self) = 0;

  // Whether workers run one Python interpreter that lets one of them go on at a time (the GIL). Then whoever runs a
  // task takes its lock first, and lets go of it for every wait and at the end. Any thread.
  virtual bool has_gil() const { return false; }
  // Waits until the lock is the worker's, or until a stop. Only where there is one. Own worker only.
  virtual bool take_gil(Worker& /*worker*/, CoreObserver& /*observer*/, std::coroutine_handle<> /*self*/) {
    return false;
  }
  // Means nothing to a worker that does not have it. Own worker only.
  virtual void let_go_of_gil(Worker& /*worker*/) {}

  // Who decides which of those that come at one moment comes first; null where that is always the first of them, which
  // costs nothing to find out.
  virtual Chooser* chooser() const { return nullptr; }

  // Whether the run is being cancelled: everybody ends as soon as possible. Any thread.
  // Relaxed: it only hastens the end; whoever waits on a thread looks at it under its own mutex.
  bool stopping() const { return stopping_.load(std::memory_order_relaxed); }

  // Whether it stops because every worker waits for another, for ever. Any thread.
  bool deadlocked() const { return deadlocked_.load(std::memory_order_relaxed); }

 protected:
  void set_stopping() { stopping_.store(true, std::memory_order_relaxed); }
  void set_deadlocked() { deadlocked_.store(true, std::memory_order_relaxed); }

 private:
  std::atomic<bool> stopping_ = false;
  std::atomic<bool> deadlocked_ = false;
};

struct Park {
  Runtime& runtime;
  Worker& worker;
  Time deadline;
  bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<> self) const { return runtime.park(worker, deadline, self); }
  void await_resume() const noexcept {}
};

struct Yield {
  Runtime& runtime;
  Worker& worker;
  bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<> self) const { return runtime.yield(worker, self); }
  void await_resume() const noexcept {}
};

struct Compute {
  Runtime& runtime;
  Worker& worker;
  Duration cpu_time;
  CoreObserver& observer;
  bool await_ready() const noexcept { return false; }
  bool await_suspend(std::coroutine_handle<> self) const { return runtime.compute(worker, cpu_time, observer, self); }
  void await_resume() const noexcept {}
};

}  // namespace interleave

#include "core/threads/os_runtime.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include "core/runtime/guard.h"
#include "core/threads/thread_cpu_time.h"

namespace interleave {

namespace {

class ThreadMutex final : public Mutex {
 public:
  void lock() override { mutex_.lock(); }
  void unlock() override { mutex_.unlock(); }

 private:
  std::mutex mutex_;
};

}  // namespace

struct OsRuntime::ThreadWorker : Worker {
  Routine body;
  std::thread thread;
  std::mutex mutex;  // of `token`; a change of clock or a stop is announced by locking it once and notifying
  std::condition_variable changed;
  bool token = false;
  bool idle = false;  // until it is unparked, and nobody counts it as active
  // Own thread only.
  bool has_gil = false;
  Time gil_since{};  // when it got the interpreter's lock
};

OsRuntime::OsRuntime(const Options& options)
    : start_(options.start.value_or(std::chrono::steady_clock::now())),
      time_slice_(options.time_slice),
      switch_cost_(options.switch_cost),
      clock_(start_, options.speed),
      own_cores_(options.cores_elsewhere != nullptr
                     ? nullptr
                     : std::make_unique<CoreTokens>(std::min(options.cores, hardware_cores()))),
      cores_(options.cores_elsewhere != nullptr ? *options.cores_elsewhere : *own_cores_),
      gil_(options.gil ? std::make_unique<CoreTokens>(1) : nullptr),
      most_threads_(options.most_threads) {}

OsRuntime::~OsRuntime() {
  stop();
  join_all();
}

int OsRuntime::hardware_cores() { return std::max(1, static_cast<int>(std::thread::hardware_concurrency())); }

std::unique_ptr<Mutex> OsRuntime::make_mutex() const { return std::make_unique<ThreadMutex>(); }

Result<Worker*, std::string> OsRuntime::spawn(const std::string& name, Routine body) {
  const std::scoped_lock lock(mutex_);
  if (static_cast<int>(workers_.size()) >= most_threads_) {
    return "the limit of " + std::to_string(most_threads_) + " threads is reached";
  }
  ThreadWorker& worker = workers_.emplace_back();
  worker.body = std::move(body);
  worker.next = worker.body.attach(worker, {});
  active_.fetch_add(1);
  try {
    worker.thread = std::thread(&OsRuntime::thread_main, this, std::ref(worker), name);
  } catch (const std::system_error& error) {
    workers_.pop_back();
    active_.fetch_sub(1);
    return error.code().message();
  }
  ++running_;
  return static_cast<Worker*>(&worker);
}

void OsRuntime::thread_main(ThreadWorker& worker, const std::string& name) {
  prepare_worker_thread(name.c_str());
  worker.run();
  if (leaves_nobody_active()) look_for_deadlock();
  const std::scoped_lock lock(mutex_);
  if (--running_ == 0) all_ended_.notify_all();
}

// Where nobody is active and somebody is left, they wait for each other. No worker's mutex may be held.
void OsRuntime::look_for_deadlock() {
  if (stopping()) return;
  {
    const std::scoped_lock lock(mutex_);
    const bool any_idle = std::any_of(workers_.begin(), workers_.end(), [](ThreadWorker& worker) {
      const std::scoped_lock look(worker.mutex);
      return worker.idle;
    });
    if (!any_idle) return;
    deadlocked_at_ = now();
  }
  set_deadlocked();
  stop();
}

bool OsRuntime::park(Worker& worker, Time deadline, std::coroutine_handle<> /*self*/) {
  assert(GuardMutex::none_held());
  auto& self = static_cast<ThreadWorker&>(worker);
  std::unique_lock lock(self.mutex);
  if (deadline == kNever && !self.token && !stopping()) {
    self.idle = true;
    if (leaves_nobody_active()) {
      lock.unlock();
      look_for_deadlock();
      lock.lock();
    }
  }
  while (!std::exchange(self.token, false) && !stopping()) {
    const HostTime due = deadline == kNever ? HostTime::max() : clock_.when(deadline);
    if (due == HostTime::max()) {
      self.changed.wait(lock);
    } else if (due <= std::chrono::steady_clock::now()) {
      break;
    } else {
      self.changed.wait_until(lock, due);
    }
  }
  if (std::exchange(self.idle, false)) active_.fetch_add(1);  // at a stop: nobody unparked it
  return false;
}

void OsRuntime::unpark(Worker& worker) {
  auto& other = static_cast<ThreadWorker&>(worker);
  const std::scoped_lock lock(other.mutex);
  if (std::exchange(other.idle, false)) active_.fetch_add(1);
  other.token = true;
  other.changed.notify_one();
}

// A worker's claim to a token, of the cores or the interpreter's lock, while it may have to wait for that.
class OsRuntime::Claim final : Tokens::Waiter {
 public:
  Claim(OsRuntime& runtime, ThreadWorker& worker, Tokens& tokens, std::function<void()> on_queued)
      : runtime_(runtime), worker_(worker), tokens_(tokens), on_queued_(std::move(on_queued)) {}

  // Each returns whether it has a token in the end; it has none when the run stops meanwhile.
  bool acquire() { return tokens_.take_or_queue(*this, runtime_.now()) || wait(); }
  // Whether it had to queue for it.
  bool has_waited() const { return has_waited_; }

  // Where somebody waits: lets go of the token and gets it back in its turn.
  enum class Passed : std::uint8_t { nobody_waits, has_it_again, stopped };
  Passed pass_on() {
    if (!tokens_.pass_on(*this, runtime_.now())) return Passed::nobody_waits;
    return wait() ? Passed::has_it_again : Passed::stopped;
  }

 private:
  void queued() override { on_queued_(); }
  void granted() override {
    const std::scoped_lock lock(worker_.mutex);
    granted_ = true;
    worker_.changed.notify_one();
  }

  bool wait() {
    {
      std::unique_lock lock(worker_.mutex);
      worker_.changed.wait(lock, [this] { return granted_ || runtime_.stopping(); });
    }
    // On a stop the token may be on its way: then it is ours to give back.
    if (runtime_.stopping()) {
      if (!tokens_.leave_queue(*this)) tokens_.give_back();
      return false;
    }
    granted_ = false;
    has_waited_ = true;
    return true;
  }

  OsRuntime& runtime_;
  ThreadWorker& worker_;
  Tokens& tokens_;
  const std::function<void()> on_queued_;
  bool granted_ = false;  // under the worker's mutex
  bool has_waited_ = false;
};

// One computation's way through its waits for a core, or for the interpreter's lock.
class OsRuntime::Computation {
 public:
  Computation(OsRuntime& runtime, ThreadWorker& worker, CoreObserver& observer)
      : runtime_(runtime), worker_(worker), observer_(observer) {}

  void run(Duration cpu_time) { runtime_.has_gil() ? run_with_gil(cpu_time) : run_on_core(cpu_time); }

 private:
  using Passed = Claim::Passed;

  void run_on_core(Duration cpu_time) {
    Claim core(runtime_, worker_, runtime_.cores_, [this] { observer_.waits_for_core(); });
    if (!core.acquire()) return;
    observer_.has_core();
    Duration left = cpu_time;
    Duration slice = runtime_.time_slice_;
    while (left > Duration::zero() && wait_while_paused()) {
      const Duration used = burn(std::min(left, slice));
      left -= used;
      slice -= used;
      if (slice > Duration::zero() || left <= Duration::zero()) continue;
      slice = runtime_.time_slice_;
      const Passed passed = core.pass_on();
      if (passed == Passed::stopped) return;
      if (passed == Passed::has_it_again) observer_.has_core();
    }
    observer_.leaves_core();
    runtime_.cores_.give_back();
  }

  void run_with_gil(Duration cpu_time) {
    Claim lock(runtime_, worker_, *runtime_.gil_, [this] { observer_.waits_for_gil(); });
    observer_.has_core();
    Duration left = cpu_time;
    while (left > Duration::zero() && wait_while_paused()) {
      // A slice at most, since somebody may ask meanwhile.
      left -= burn(std::min({left, runtime_.time_slice_, std::max(handover() - runtime_.now(), Duration(1))}));
      if (left <= Duration::zero() || runtime_.now() < handover()) continue;
      const Passed passed = lock.pass_on();
      if (passed == Passed::nobody_waits) continue;
      worker_.has_gil = passed == Passed::has_it_again;
      if (!worker_.has_gil) return;
      runtime_.take_time_to_switch(worker_);
      worker_.gil_since = runtime_.now();
      observer_.has_core();
    }
    observer_.leaves_core();
  }

  // When the worker's time with the interpreter's lock is up, as things stand.
  Time handover() const {
    const std::optional<Time> asked = runtime_.gil_->first_asked();
    return asked ? std::max(worker_.gil_since, *asked) + runtime_.time_slice_ : kNever;
  }

  // Returns false when the run stops.
  bool wait_while_paused() {
    if (runtime_.clock_.speed() == 0) {
      std::unique_lock lock(worker_.mutex);
      worker_.changed.wait(lock, [this] { return runtime_.clock_.speed() != 0 || runtime_.stopping(); });
    }
    return !runtime_.stopping();
  }

  // Computes for at most this long, on the scenario's clock, and at most 1 ms on the host's, so that a pause or a stop
  // is felt at once; returns what is to be credited.
  Duration burn(Duration most) const {
    const double speed = std::max(runtime_.clock_.speed(), 0.1);
    const auto wanted = Duration(std::llround(std::ceil(static_cast<double>(most.count()) / speed)));
    const Duration used = burn_cpu(std::min<Duration>(wanted, std::chrono::milliseconds(1)));
    return Duration(std::llround(static_cast<double>(used.count()) * speed));
  }

  OsRuntime& runtime_;
  ThreadWorker& worker_;
  CoreObserver& observer_;
};

bool OsRuntime::compute(Worker& worker, Duration cpu_time, CoreObserver& observer, std::coroutine_handle<> /*self*/) {
  assert(GuardMutex::none_held());
  if (!stopping() && cpu_time > Duration::zero()) {
    Computation(*this, static_cast<ThreadWorker&>(worker), observer).run(cpu_time);
  }
  return false;
}

bool OsRuntime::take_gil(Worker& worker, CoreObserver& observer, std::coroutine_handle<> /*self*/) {
  assert(GuardMutex::none_held());
  auto& self = static_cast<ThreadWorker&>(worker);
  if (stopping()) return false;
  Claim claim(*this, self, *gil_, [&] { observer.waits_for_gil(); });
  self.has_gil = claim.acquire();
  if (self.has_gil && claim.has_waited()) take_time_to_switch(self);
  self.gil_since = now();
  return false;
}

// Whoever is handed the interpreter's lock has it meanwhile, and does not go on.
void OsRuntime::take_time_to_switch(ThreadWorker& worker) {
  if (switch_cost_ == Duration::zero()) return;
  const Time end = now() + switch_cost_;
  std::unique_lock lock(worker.mutex);
  while (!stopping()) {
    const HostTime due = clock_.when(end);
    if (due == HostTime::max()) {
      worker.changed.wait(lock);
    } else if (due <= std::chrono::steady_clock::now()) {
      return;
    } else {
      worker.changed.wait_until(lock, due);
    }
  }
}

void OsRuntime::let_go_of_gil(Worker& worker) {
  if (std::exchange(static_cast<ThreadWorker&>(worker).has_gil, false)) gil_->give_back();
}

void OsRuntime::notify_all_workers() {
  const std::scoped_lock lock(mutex_);
  for (ThreadWorker& worker : workers_) {
    // Taking the lock once makes sure that the worker either sees the change or waits already, and is notified.
    { const std::scoped_lock announce(worker.mutex); }
    worker.changed.notify_all();
  }
}

void OsRuntime::set_speed(double speed) {
  clock_.set_speed(speed);
  notify_all_workers();
}

void OsRuntime::follow(const ScaledClock::Segment& segment) {
  clock_.follow(segment);
  notify_all_workers();
}

void OsRuntime::stop() {
  set_stopping();
  notify_all_workers();
}

bool OsRuntime::wait_for(Duration host_time) {
  {
    std::unique_lock lock(mutex_);
    if (!all_ended_.wait_for(lock, host_time, [this] { return running_ == 0; })) return false;
  }
  join_all();
  return true;
}

void OsRuntime::join_all() {
  // Workers may still spawn others while a run stops: join until none is left.
  for (std::size_t joined = 0;; ++joined) {
    ThreadWorker* worker = nullptr;
    {
      const std::scoped_lock lock(mutex_);
      if (joined == workers_.size()) return;
      worker = &workers_[joined];
    }
    if (worker->thread.joinable()) worker->thread.join();
  }
}

OsRuntime::ClockReading OsRuntime::read_clock(std::size_t first) const {
  ClockReading reading;
  reading.stamp = stamp_of(clock_.read(first, reading.segments));
  return reading;
}

}  // namespace interleave

#include "core/listing/cpp_loop_parts.h"

namespace interleave {

constexpr std::string_view kCancelled = R"(
// Thrown where a task waits that somebody cancels. No error, so that nothing takes it for one.
struct Cancelled {};
)";

constexpr std::string_view kTaskOnLoop = R"(
// A coroutine: begins when it is awaited, and who awaits it goes on when it has ended.
class Task {
 public:
  struct promise_type {
    Value value;
    std::exception_ptr error;
    std::coroutine_handle<> awaiter = std::noop_coroutine();

    struct ToAwaiter {
      bool await_ready() noexcept { return false; }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> self) noexcept {
        return self.promise().awaiter;
      }
      void await_resume() noexcept {}
    };
    Task get_return_object() { return Task(std::coroutine_handle<promise_type>::from_promise(*this)); }
    std::suspend_always initial_suspend() noexcept { return {}; }
    ToAwaiter final_suspend() noexcept { return {}; }
    void return_value(Value given) { value = std::move(given); }
    void unhandled_exception() { error = std::current_exception(); }
  };

  explicit Task(std::coroutine_handle<promise_type> coroutine) : coroutine_(coroutine) {}
  Task(Task&& other) noexcept : coroutine_(std::exchange(other.coroutine_, nullptr)) {}
  Task& operator=(Task&& other) noexcept {
    std::swap(coroutine_, other.coroutine_);
    return *this;
  }
  ~Task() {
    if (coroutine_) coroutine_.destroy();
  }

  std::coroutine_handle<> handle() const { return coroutine_; }
  bool done() const { return coroutine_.done(); }
  Value result() const {
    if (coroutine_.promise().error) std::rethrow_exception(coroutine_.promise().error);
    return coroutine_.promise().value;
  }

  bool await_ready() const { return false; }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> awaiter) const {
    coroutine_.promise().awaiter = awaiter;
    return coroutine_;
  }
  Value await_resume() const { return result(); }

 private:
  std::coroutine_handle<promise_type> coroutine_;
};
)";

constexpr std::string_view kLoop = R"(
// Calls functions on one thread: in turns those that are to be called soon, and the others when their moment has come.
class EventLoop {
 public:
  using Clock = std::chrono::steady_clock;
  struct Timer {
    std::function<void()> call;
    bool is_off = false;
  };

  void call_soon(std::function<void()> call) { ready_.push_back(std::move(call)); }

  // Calls it then, unless it is off by that time.
  std::shared_ptr<Timer> call_in(std::chrono::duration<double> length, std::function<void()> call) {
    const auto timer = std::make_shared<Timer>(Timer{std::move(call)});
    if (length.count() > 0) {
      timers_.push({Clock::now() + std::chrono::duration_cast<Clock::duration>(length), ++requests_, timer});
    } else {
      ring(timer);
    }
    return timer;
  }

  // Until nothing is left to do.
  void run() {
    while (true) {
      while (!timers_.empty() && timers_.top().timer->is_off) timers_.pop();
      if (ready_.empty() && timers_.empty()) return;
      if (ready_.empty()) std::this_thread::sleep_until(timers_.top().moment);
      for (const auto now = Clock::now(); !timers_.empty() && timers_.top().moment <= now; timers_.pop()) {
        ring(timers_.top().timer);
      }
      for (auto turns = ready_.size(); turns > 0; --turns) {
        const auto call = std::move(ready_.front());
        ready_.pop_front();
        call();
      }
    }
  }

 private:
  struct Due {
    Clock::time_point moment;
    long long request;
    std::shared_ptr<Timer> timer;
    bool operator<(const Due& other) const {
      return std::pair(moment, request) > std::pair(other.moment, other.request);  // the earliest is on top
    }
  };

  void ring(const std::shared_ptr<Timer>& timer) {
    call_soon([timer] {
      if (!timer->is_off) timer->call();
    });
  }

  std::deque<std::function<void()>> ready_;
  std::priority_queue<Due> timers_;
  long long requests_ = 0;
};

EventLoop event_loop;
)";

constexpr std::string_view kFuture = R"(
// What is still to come, or has: a value, what was thrown, or that it was cancelled.
class Future {
 public:
  virtual ~Future() = default;

  bool is_done() const { return is_done_; }
  bool is_cancelled() const { return is_cancelled_; }
  // What came.
  Value outcome() const {
    if (error_) std::rethrow_exception(error_);
    return value_;
  }
  std::exception_ptr error() const { return error_; }

  void set(Value value = {}) { end(std::move(value), nullptr); }
  void set_error(std::exception_ptr error) { end({}, error); }
  // Whether there was anything to cancel.
  virtual bool cancel() {
    if (is_done_) return false;
    is_cancelled_ = true;
    end({}, std::make_exception_ptr(Cancelled()));
    return true;
  }

  // Calls it one turn later.
  void when_done(std::function<void()> call) {
    is_done_ ? event_loop.call_soon(std::move(call)) : calls_.push_back(std::move(call));
  }

 protected:
  void end(Value value, std::exception_ptr error) {
    is_done_ = true;
    value_ = std::move(value);
    error_ = error;
    for (auto& call : std::exchange(calls_, {})) event_loop.call_soon(std::move(call));
  }
  void end_cancelled() {
    is_cancelled_ = true;
    end({}, std::make_exception_ptr(Cancelled()));
  }

 private:
  bool is_done_ = false;
  bool is_cancelled_ = false;
  Value value_;
  std::exception_ptr error_;
  std::vector<std::function<void()>> calls_;
};
)";

constexpr std::string_view kHandleOnLoop = R"(
// A task, from the first time on that anybody names it: whether it has been started and has ended, and what came of it.
// As with asyncio, to cancel it is to cancel what it waits for; where that is nothing, its next wait.
class Handle : public Future {
 public:
  static inline Handle* current = nullptr;     // whose turn it is
  static inline long long unfinished = 0;      // of those that have been started

  // Once.
  void start(Task task) {
    if (task_) throw std::logic_error("it was started already");
    task_ = std::move(task);
    at_ = task_->handle();
    ++unfinished;
    event_loop.call_soon([this] { take_turn(); });
    for (const auto& waiter : std::exchange(early_, {})) {
      if (!waiter->is_done()) waiter->set();
    }
  }

  bool has_started() const { return task_.has_value(); }
  // Waits for its end. What it has thrown is thrown here, too.
  Task result();

  bool cancel() override {
    if (!task_ || is_done()) return false;
    if (std::exchange(is_being_cancelled_, true)) return true;  // it awaits itself, by way of others
    ++cancels_;
    if (waits_for_ == nullptr || !waits_for_->cancel()) must_cancel_ = true;
    is_being_cancelled_ = false;
    return true;
  }
  int cancels() const { return cancels_; }
  int take_back_cancel() { return --cancels_; }

  // It waits there: for the future, or, without one, only until its next turn.
  void wait(std::coroutine_handle<> at, Future* future) {
    at_ = at;
    waits_for_ = future;
  }
  // Its turn behind a wait.
  void go_on() {
    if (std::exchange(is_cut_, false)) throw Cancelled();
  }

 private:
  void take_turn() {
    is_cut_ = std::exchange(must_cancel_, false);
    waits_for_ = nullptr;
    if (is_cut_ && !has_begun_) return leave([this] { end_cancelled(); });
    has_begun_ = true;
    current = this;
    at_.resume();
    current = nullptr;
    if (task_->done()) return leave([this] { take_outcome(); });
    if (waits_for_ == nullptr) return event_loop.call_soon([this] { take_turn(); });
    waits_for_->when_done([this] { take_turn(); });
    if (must_cancel_ && waits_for_->cancel()) must_cancel_ = false;
  }

  template <class End>
  void leave(End end) {
    --unfinished;
    end();
  }

  void take_outcome() {
    try {
      Value value = task_->result();
      must_cancel_ ? end_cancelled() : set(std::move(value));
    } catch (const Cancelled&) {
      end_cancelled();
    } catch (...) {
      set_error(std::current_exception());
    }
  }

  std::optional<Task> task_;
  std::coroutine_handle<> at_;  // where it goes on
  Future* waits_for_ = nullptr;
  std::vector<std::shared_ptr<Future>> early_;  // of those who wait for its start
  bool has_begun_ = false;
  bool must_cancel_ = false;
  bool is_cut_ = false;
  bool is_being_cancelled_ = false;
  int cancels_ = 0;
};
)";

constexpr std::string_view kWait = R"(
// Awaited: the task waits for the future, or, without one, until its next turn.
struct Wait {
  Future* future = nullptr;

  bool await_ready() const { return future != nullptr && future->is_done(); }
  void await_suspend(std::coroutine_handle<> at) const { Handle::current->wait(at, future); }
  Value await_resume() const {
    Handle::current->go_on();
    return future == nullptr ? Value() : future->outcome();
  }
};

// Turns a timer off at the end of the scope.
struct TurningOff {
  std::shared_ptr<EventLoop::Timer> timer;
  ~TurningOff() { timer->is_off = true; }
};

Task sleep_for(std::chrono::duration<double> length) {
  if (length.count() > 0) {
    Future over;
    const TurningOff timer{event_loop.call_in(length, [&over] {
      if (!over.is_done()) over.set();
    })};
    co_await Wait{&over};
  } else {
    co_await Wait{};
  }
  co_return {};
}
)";

constexpr std::string_view kResult = R"(
Task Handle::result() {
  if (!task_) {
    const auto waiter = early_.emplace_back(std::make_shared<Future>());
    co_await Wait{waiter.get()};
  }
  co_return co_await Wait{this};
}
)";

}  // namespace interleave

#include "core/listing/cpp_task_parts.h"

namespace interleave {

constexpr std::string_view kHandleBegin = R"(
// A task, from the first time on that anybody names it: whether it has been started and has ended, and what came of it.
class Handle {
 public:
  // Once.
  template <class Function, class... Arguments>
  void start(Function function, Arguments... arguments) {
    {
      const std::lock_guard lock(mutex_);
      if (stage_ != Stage::to_come) throw std::logic_error("it was started already");
      stage_ = Stage::queued;
      work_ = [=] { return call(function, arguments...); };
    }
    launch(*this);
  }

  // Waits for its end. What it has thrown is thrown here, too.
  Value result() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return stage_ == Stage::over; });
    return outcome();
  }
)";

constexpr std::string_view kHandleBeginOneByOne = R"(
// A task, from the first time on that anybody names it: whether it has been started and has ended, and what came of it.
class Handle {
 public:
  using Moment = std::chrono::time_point<std::chrono::steady_clock, std::chrono::duration<double>>;

  // Once.
  template <class Function, class... Arguments>
  void start(Function function, Arguments... arguments) {
    start_at(std::chrono::steady_clock::now(), function, arguments...);
  }
  template <class Function, class... Arguments>
  void start_at(Moment due, Function function, Arguments... arguments) {
    if (stage_ != Stage::to_come) throw std::logic_error("it was started already");
    stage_ = Stage::queued;
    due_ = due;
    work_ = [=] { return call(function, arguments...); };
    launch(*this);
  }

  bool is_queued() const { return stage_ == Stage::queued; }
  Moment due() const { return due_; }

  // Calls it now, unless that has been done. What it has thrown is thrown here, too. Who is called already, or was never
  // started, is waited for in vain.
  Value result() {
    run();
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return stage_ == Stage::over; });
    return outcome();
  }
)";

constexpr std::string_view kResultInTime = R"(
  Value result(std::chrono::duration<double> timeout) {
    std::unique_lock lock(mutex_);
    if (!changed_.wait_for(lock, timeout, [this] { return stage_ == Stage::over; })) throw TimedOut();
    return outcome();
  }
)";

constexpr std::string_view kResultInTimeOneByOne = R"(
  // However long that takes, since nobody else is there who could give up.
  Value result(std::chrono::duration<double> timeout) {
    run();
    std::unique_lock lock(mutex_);
    if (!changed_.wait_for(lock, timeout, [this] { return stage_ == Stage::over; })) throw TimedOut();
    return outcome();
  }
)";

constexpr std::string_view kJoin = R"(
  // Waits for its end, whatever that is.
  void join() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return stage_ == Stage::over; });
  }
)";

constexpr std::string_view kWasCancelled = R"(
struct WasCancelled : std::runtime_error {
  WasCancelled() : std::runtime_error("it was cancelled") {}
};
)";

constexpr std::string_view kJoinUnlessCancelled = R"(
  // Waits for its end. What it has thrown is thrown here, too, but not that it was cancelled.
  void join() {
    try {
      result();
    } catch (const WasCancelled&) {
    }
  }
)";

constexpr std::string_view kCancelThread = R"(
  // A thread goes on.
  void cancel() {}
)";

// With the condition, and what is thrown then, in the place of {}.
constexpr std::string_view kCancelQueued = R"(
  // Only where it waits to begin.
  void cancel() {{
    const std::lock_guard lock(mutex_);
    if ({}) end(std::make_exception_ptr({}), {{}});
  }}
)";

constexpr std::string_view kTell = R"(
  // At its end it is added to them.
  void tell(const std::shared_ptr<Ends>& ends) {
    const std::lock_guard lock(mutex_);
    stage_ == Stage::over ? ends->add(*this) : watchers_.push_back(ends);
  }
)";

// With what comes before, members that only some have, in the place of {}.
constexpr std::string_view kHandleEnd = R"(
  // By whoever executes it.
  void run() {{
    {{
      {}const std::lock_guard lock(mutex_);
      if (stage_ != Stage::queued) return;
      stage_ = Stage::running;
    }}
    std::exception_ptr error;
    Value value;
    try {{
      value = work_();
    }}{} catch (...) {{
      error = std::current_exception();
    }}
    const std::lock_guard lock(mutex_);
    end(error, value);
  }}

 private:
  enum class Stage {{ to_come, queued, running, over }};

  void end(std::exception_ptr error, const Value& value) {{
    stage_ = Stage::over;
    error_ = error;
    value_ = value;
    changed_.notify_all();{}
  }}

  Value outcome() const {{
    if (error_) std::rethrow_exception(error_);
    return value_;
  }}

  std::mutex mutex_;
  std::condition_variable changed_;
  Stage stage_ = Stage::to_come;
  std::function<Value()> work_;
  std::exception_ptr error_;
  Value value_;{}
}};
)";

constexpr std::string_view kHandles = R"(
// By name.
class Handles {
 public:
  Handle& operator[](const std::string& name) {
    const std::lock_guard lock(mutex_);
    return handles_[name];
  }

 private:
  std::mutex mutex_;
  std::map<std::string, Handle> handles_;
};
)";

constexpr std::string_view kCancelHandles = R"(
  // Those that wait to begin.
  void cancel() {
    const std::lock_guard lock(mutex_);
    for (auto& [name, task] : handles_) task.cancel();
  }
)";

constexpr std::string_view kCall = R"(
// The value of a call, which is nothing where it gives none.
template <class Function, class... Arguments>
Value call(Function function, Arguments... arguments) {
  if constexpr (std::is_void_v<std::invoke_result_t<Function, Arguments...>>) {
    function(arguments...);
    return {};
  } else {
    return function(arguments...);
  }
}

class Handle;
void launch(Handle& task);
)";

constexpr std::string_view kEnds = R"(
// Tasks that have ended, in that order.
class Ends {
 public:
  void add(Handle& task) {
    const std::lock_guard lock(mutex_);
    tasks_.push_back(&task);
    changed_.notify_one();
  }

  Handle& take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !tasks_.empty(); });
    Handle& task = *tasks_.front();
    tasks_.pop_front();
    return task;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Handle*> tasks_;
};
)";

constexpr std::string_view kAsCompleted = R"(
// For a loop over tasks in the order in which they end.
class as_completed {
 public:
  template <class... Tasks>
  explicit as_completed(Tasks&... tasks) : left_(sizeof...(tasks)) {
    (tasks.tell(ends_), ...);
  }

  struct End {};
  struct Iterator {
    as_completed& tasks;
    Handle& operator*() const { return tasks.ends_->take(); }
    Iterator& operator++() {
      --tasks.left_;
      return *this;
    }
    bool operator!=(End) const { return tasks.left_ > 0; }
  };
  Iterator begin() { return {*this}; }
  End end() const { return {}; }

 private:
  std::size_t left_;
  std::shared_ptr<Ends> ends_ = std::make_shared<Ends>();
};
)";

constexpr std::string_view kAsCompletedOneByOne = R"(
// For a loop over tasks, each of which is called when it comes to it.
class as_completed {
 public:
  template <class... Tasks>
  explicit as_completed(Tasks&... tasks) : tasks_{&tasks...} {}

  struct Iterator {
    std::vector<Handle*>::const_iterator at;
    Handle& operator*() const { return **at; }
    Iterator& operator++() {
      ++at;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return at != other.at; }
  };
  Iterator begin() const { return {tasks_.begin()}; }
  Iterator end() const { return {tasks_.end()}; }

 private:
  std::vector<Handle*> tasks_;
};
)";

constexpr std::string_view kAllOf = R"(
// Waits for one after the other.
template <class... Tasks>
void all_of(Tasks&... tasks) {
  (tasks.result(), ...);
}
)";

constexpr std::string_view kAllOfIn = R"(
// Waits for one after the other; all of them together have so much time.
template <class... Tasks>
void all_of_in(std::chrono::duration<double> timeout, Tasks&... tasks) {
  const auto end = std::chrono::steady_clock::now() + timeout;
  (tasks.result(end - std::chrono::steady_clock::now()), ...);
}
)";

}  // namespace interleave

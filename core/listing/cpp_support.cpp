#include "core/listing/cpp_support.h"

#include <fmt/format.h>
#include <map>

namespace interleave {
namespace {

constexpr std::string_view kCppBasics = R"(
// How long a second lasts: TIME_SCALE seconds, or one.
const char* const TIME_SCALE = std::getenv("TIME_SCALE");
const std::chrono::duration<double> SECOND(TIME_SCALE == nullptr ? 1 : std::atof(TIME_SCALE));

// Prints a line at once, so that lines of several threads do not mix.
template <class... Parts>
void print(const Parts&... parts) {
  std::ostringstream line;
  (line << ... << parts) << '\n';
  std::cout << line.str() << std::flush;
}
)";

constexpr std::string_view kCppCompute = R"(
// Keeps the processor busy until this thread has used so much of its time.
void compute(std::chrono::duration<double> length) {
  const auto used = [] {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
  };
  const auto end = used() + length;
  while (used() < end) {
  }
}
)";

constexpr std::string_view kEventLoop = R"(
// A coroutine that the event loop runs; it ends on its own.
struct Task {
  struct promise_type {
    Task get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
  std::coroutine_handle<> handle;
};

// Runs coroutines in turns on one thread: those that are ready in a queue, those that sleep with a timer.
class EventLoop {
 public:
  using Clock = std::chrono::steady_clock;

  void start(Task task) { ready_.push_back({task.handle, false}); }
  void yield(std::coroutine_handle<> task) { ready_.push_back({task, false}); }
  void wake_at(Clock::time_point moment, std::coroutine_handle<> task) { timers_.push({moment, ++requests_, task}); }

  // Until nobody is left.
  void run() {
    while (!ready_.empty() || !timers_.empty()) {
      if (ready_.empty()) std::this_thread::sleep_until(timers_.top().moment);
      const auto now = Clock::now();
      for (; !timers_.empty() && timers_.top().moment <= now; timers_.pop()) {
        ready_.push_back({timers_.top().task, true});
      }
      for (auto turns = ready_.size(); turns > 0; --turns) {
        const Turn turn = ready_.front();
        ready_.pop_front();
        if (turn.is_timer) {
          yield(turn.task);
        } else {
          turn.task.resume();
        }
      }
    }
  }

 private:
  struct Turn {
    std::coroutine_handle<> task;
    bool is_timer;  // a timer has a place of its own in the queue, and makes its task ready then, as in asyncio
  };
  struct Timer {
    Clock::time_point moment;
    long long request;
    std::coroutine_handle<> task;
    bool operator<(const Timer& other) const {
      return std::pair(moment, request) > std::pair(other.moment, other.request);  // the earliest is on top
    }
  };

  std::deque<Turn> ready_;
  std::priority_queue<Timer> timers_;
  long long requests_ = 0;
};

EventLoop event_loop;

// Awaited: the task sleeps, and the loop goes on with others.
struct Sleep {
  EventLoop::Clock::duration length;

  bool await_ready() const { return false; }
  void await_suspend(std::coroutine_handle<> task) const {
    if (length.count() > 0) {
      event_loop.wake_at(EventLoop::Clock::now() + length, task);
    } else {
      event_loop.yield(task);
    }
  }
  void await_resume() const {}
};

Sleep sleep_for(std::chrono::duration<double> length) {
  return {std::chrono::duration_cast<EventLoop::Clock::duration>(length)};
}
)";

constexpr std::string_view kCppSleepUntil = R"(
template <class Moment>
Sleep sleep_until(Moment moment) {
  return sleep_for(moment - EventLoop::Clock::now());
}
)";

constexpr std::string_view kThreadPool = R"(
// A fixed number of threads that take jobs from one queue.
class ThreadPool {
 public:
  explicit ThreadPool(int max_workers) {
    for (int i = 0; i < max_workers; ++i) threads_.emplace_back(&ThreadPool::work, this);
  }

  template <class... Parameters, class... Arguments>
  void submit(void (*function)(Parameters...), Arguments... arguments) {
    {
      const std::lock_guard lock(mutex_);
      jobs_.emplace([=] { function(arguments...); });
    }
    changed_.notify_one();
  }

  // Until every job is done.
  void join() {
    {
      const std::lock_guard lock(mutex_);
      is_closed_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

 private:
  void work() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return is_closed_ || !jobs_.empty(); });
      if (jobs_.empty()) return;
      const auto job = std::move(jobs_.front());
      jobs_.pop();
      lock.unlock();
      job();
      lock.lock();
    }
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::queue<std::function<void()>> jobs_;
  bool is_closed_ = false;
  std::vector<std::thread> threads_;
};
)";

}  // namespace

void write_cpp_beginning(ListingWriter& writer, const Outline& outline) {
  // Whether each belongs to the program itself.
  std::map<std::string_view, bool> includes = {{"chrono", true},   {"cstdlib", false}, {"iostream", false},
                                               {"sstream", false}, {"string", true},   {"thread", true}};
  if (outline.computes) includes["ctime"] = false;
  if (outline.mode == Mode::coroutine) {
    for (const auto* header : {"coroutine", "deque", "exception", "queue", "utility", "vector"}) {
      includes[header] = false;
    }
  }
  if (outline.mode == Mode::threads) includes["vector"] = true;
  if (outline.mode == Mode::pool) {
    for (const auto* header : {"condition_variable", "functional", "mutex", "queue", "utility", "vector"}) {
      includes[header] = false;
    }
  }
  for (const auto& [header, is_shown] : includes) {
    const std::string line = fmt::format("#include <{}>", header);
    is_shown ? writer.line(line) : writer.support_line(line);
  }
  writer.support(kCppBasics);
  if (outline.computes) writer.support(kCppCompute);
  if (outline.mode == Mode::coroutine) writer.support(kEventLoop);
  if (outline.mode == Mode::coroutine && outline.has_later_tasks) writer.support(kCppSleepUntil);
  if (outline.mode == Mode::pool) writer.support(kThreadPool);
}

}  // namespace interleave

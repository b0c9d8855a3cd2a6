#include "core/listing/cpp_shared_support.h"

#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "core/listing/cpp_loop.h"
#include "core/scenario/step.h"

namespace interleave {
namespace {

constexpr std::string_view kSemaphoreOfThreads = R"(
// At most `limit` permits. Any thread may release one; where there are all of them already, that is an error.
class Semaphore {
 public:
  explicit Semaphore(long long permits, long long limit = std::numeric_limits<long long>::max())
      : permits_(permits), limit_(limit) {}

  void acquire() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return permits_ > 0; });
    --permits_;
  }

  void release() {
    const std::lock_guard lock(mutex_);
    if (permits_ == limit_) throw std::logic_error("it releases a lock that nobody holds");
    ++permits_;
    changed_.notify_one();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  long long permits_;
  long long limit_;
};
)";

constexpr std::string_view kQueueOfThreads = R"(
// Items in the order in which they were put: at most so many, or, where that is 0, any number.
class Queue {
 public:
  explicit Queue(std::size_t room) : room_(room) {}

  // Waits while the queue is full.
  void put(long long item) {
    std::unique_lock lock(mutex_);
    has_room_.wait(lock, [this] { return room_ == 0 || items_.size() < room_; });
    items_.push_back(item);
    has_items_.notify_one();
  }

  // Waits while it is empty.
  long long get() {
    std::unique_lock lock(mutex_);
    has_items_.wait(lock, [this] { return !items_.empty(); });
    const long long item = items_.front();
    items_.pop_front();
    has_room_.notify_one();
    return item;
  }

 private:
  std::mutex mutex_;
  std::condition_variable has_room_;
  std::condition_variable has_items_;
  std::deque<long long> items_;
  std::size_t room_;
};
)";

constexpr std::string_view kWaitingOnLoop = R"(
// A coroutine that a task awaits. It begins at once; where it has to wait, the task goes on when it has ended.
template <class Value>
class Awaited {
 public:
  struct promise_type {
    Value value{};
    std::coroutine_handle<> awaiter = std::noop_coroutine();

    struct ToAwaiter {
      bool await_ready() noexcept { return false; }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<promise_type> self) noexcept {
        return self.promise().awaiter;
      }
      void await_resume() noexcept {}
    };
    Awaited get_return_object() { return Awaited(std::coroutine_handle<promise_type>::from_promise(*this)); }
    std::suspend_never initial_suspend() noexcept { return {}; }
    ToAwaiter final_suspend() noexcept { return {}; }
    void return_value(Value given) { value = given; }
    void unhandled_exception() { std::terminate(); }
  };

  explicit Awaited(std::coroutine_handle<promise_type> coroutine) : coroutine_(coroutine) {}
  Awaited(Awaited&& other) noexcept : coroutine_(std::exchange(other.coroutine_, nullptr)) {}
  ~Awaited() {
    if (coroutine_) coroutine_.destroy();
  }

  bool await_ready() const { return coroutine_.done(); }
  void await_suspend(std::coroutine_handle<> task) const { coroutine_.promise().awaiter = task; }
  Value await_resume() const { return coroutine_.promise().value; }

 private:
  std::coroutine_handle<promise_type> coroutine_;
};

// Awaited: the task waits for something that others have, first in, first out, until it is called.
class WaitLine {
 public:
  static inline long long in_lines = 0;  // tasks in all lines

  bool empty() const { return tasks_.empty(); }
  void call_first() {
    if (tasks_.empty()) return;
    event_loop.yield(tasks_.front());
    tasks_.pop_front();
    --in_lines;
  }

  bool await_ready() const { return false; }
  void await_suspend(std::coroutine_handle<> task) {
    tasks_.push_back(task);
    ++in_lines;
  }
  void await_resume() const {}

 private:
  std::deque<std::coroutine_handle<>> tasks_;
};

// What is to be said when the loop has nothing left to do.
int exit_code() {
  if (WaitLine::in_lines == 0) return 0;
  std::cerr << "deadlock: " << WaitLine::in_lines << " tasks wait for what nobody will give them\n";
  return 1;
}
)";

constexpr std::string_view kSemaphoreOnLoop = R"(
// At most `limit` permits. Any task may release one; where nobody has any, that is an error. As in asyncio, who is
// first in line has a released permit at once, and nobody overtakes it before its turn.
class Semaphore {
 public:
  explicit Semaphore(long long permits, long long limit = std::numeric_limits<long long>::max())
      : permits_(permits), limit_(limit) {}

  Awaited<bool> acquire() {
    if (permits_ > 0 && line_.empty() && called_ == 0) {
      --permits_;
      co_return true;
    }
    co_await line_;
    --called_;
    if (permits_ > 0) call_first();
    co_return true;
  }

  void release() {
    if (permits_ + called_ >= limit_) throw std::logic_error("it releases a lock that nobody holds");
    ++permits_;
    call_first();
  }

 private:
  void call_first() {
    if (line_.empty()) return;
    --permits_;
    ++called_;
    line_.call_first();
  }

  long long permits_;
  long long limit_;
  long long called_ = 0;  // have a permit, and no turn yet
  WaitLine line_;
};
)";

constexpr std::string_view kQueueOnLoop = R"(
// Items in the order in which they were put: at most so many, or, where that is 0, any number. As in asyncio, who is
// called looks again, and goes to the end of the line where somebody was faster.
class Queue {
 public:
  explicit Queue(std::size_t room) : room_(room) {}

  // Waits while the queue is full.
  Awaited<bool> put(long long item) {
    while (room_ > 0 && items_.size() >= room_) co_await putters_;
    items_.push_back(item);
    getters_.call_first();
    co_return true;
  }

  // Waits while it is empty.
  Awaited<long long> get() {
    while (items_.empty()) co_await getters_;
    const long long item = items_.front();
    items_.pop_front();
    putters_.call_first();
    co_return item;
  }

 private:
  std::size_t room_;
  std::deque<long long> items_;
  WaitLine getters_;
  WaitLine putters_;
};
)";

constexpr std::string_view kLock = R"(
struct Lock : Semaphore {
  Lock() : Semaphore(1, 1) {}
};
)";

// The destructor where nothing can go wrong is simpler.
constexpr std::string_view kReleasing = R"(
// Releases it at the end of the scope.
template <class Any>
class Releasing {
 public:
  explicit Releasing(Any& held) : held_(held) {}
  ~Releasing() { held_.release(); }

 private:
  Any& held_;
};
)";

constexpr std::string_view kReleasingWhatMayFail = R"(
// Releases it at the end of the scope. That fails where somebody else has released it before, and is an error of the
// task, unless it has one already.
template <class Any>
class Releasing {
 public:
  explicit Releasing(Any& held) : held_(held) {}
  ~Releasing() noexcept(false) {
    try {
      held_.release();
    } catch (const std::exception&) {
      if (std::uncaught_exceptions() == errors_) throw;
    }
  }

 private:
  Any& held_;
  int errors_ = std::uncaught_exceptions();
};
)";

// Whether a step takes a lock, or lets go of it, by a call of its own.
bool calls_locks(const Outline& outline) {
  bool calls = false;
  for_each_step(*outline.scenario, [&](const Step& step) {
    if (step.verb() != Verb::acquire && step.verb() != Verb::release) return;
    for_each_part(step, [&]<class Part>(const Part& /*part*/, const auto& value) {
      if constexpr (std::same_as<Part, part::Shared>) {
        const std::string* const name = fixed_name(value);
        calls = calls || (name == nullptr ? outline.objects.has(ObjectKind::lock)
                                          : outline.objects.find(SharedUse::lock, *name).what.kind == ObjectKind::lock);
      }
    });
  });
  return calls;
}

// The class with what waits only for so long, if a step does.
std::string with_times(std::string_view of_class, const Outline& outline,
                       std::initializer_list<std::pair<std::string_view, std::string_view>> members) {
  std::string text(of_class);
  if (!outline.dealings.times_out) return text;
  for (const auto& [before, member] : members) text.insert(text.find(before), member);
  return text;
}

constexpr std::string_view kAcquireInTime = R"(  void acquire(std::chrono::duration<double> timeout) {
    std::unique_lock lock(mutex_);
    if (!changed_.wait_for(lock, timeout, [this] { return permits_ > 0; })) throw TimedOut();
    --permits_;
  }

)";

constexpr std::string_view kPutInTime = R"(  void put(long long item, std::chrono::duration<double> timeout) {
    std::unique_lock lock(mutex_);
    if (!has_room_.wait_for(lock, timeout, [this] { return room_ == 0 || items_.size() < room_; })) throw TimedOut();
    items_.push_back(item);
    has_items_.notify_one();
  }

)";

constexpr std::string_view kGetInTime = R"(
  long long get(std::chrono::duration<double> timeout) {
    std::unique_lock lock(mutex_);
    if (!has_items_.wait_for(lock, timeout, [this] { return !items_.empty(); })) throw TimedOut();
    const long long item = items_.front();
    items_.pop_front();
    has_room_.notify_one();
    return item;
  }
)";

bool has_own_locks(const Outline& outline) { return outline.objects.has_locks() && !has_standard_locks(outline); }

bool may_fail_behind(const Outline& outline) { return outline.releases && has_own_locks(outline); }

void write_releasing(ListingWriter& writer, const Outline& outline) {
  const bool is_held =
      contains(*outline.scenario, Verb::lock) && (has_own_locks(outline) || outline.objects.has(ObjectKind::semaphore));
  if (is_held) writer.support(may_fail_behind(outline) ? kReleasingWhatMayFail : kReleasing);
}

}  // namespace

bool has_standard_locks(const Outline& outline) {
  const ListedObjects& objects = outline.objects;
  const bool is_mixed =
      objects.has_table(SharedUse::lock) && objects.has(ObjectKind::lock) && objects.has(ObjectKind::semaphore);
  return !outline.is_async() && !is_mixed && !calls_locks(outline) && !outline.dealings.acquires_in_time;
}

bool waits_for_others(const Outline& outline) { return outline.objects.has_locks() || outline.objects.has_queues(); }

void include_for_shared_support(Imports& imports, const Outline& outline) {
  const auto add = [&](std::string_view line) { imports.add(line, LineRole::support); };
  if (has_own_locks(outline)) {
    add("#include <limits>");
    add("#include <stdexcept>");
    add("#include <exception>");
  }
  if (outline.objects.has_queues()) add("#include <deque>");
  const bool has_own_waits = has_own_locks(outline) || outline.objects.has_queues();
  if (!has_own_waits || outline.is_async()) return;
  add("#include <condition_variable>");
  add("#include <mutex>");
}

void write_shared_support(ListingWriter& writer, const Outline& outline) {
  const bool is_async = outline.is_async();
  if (deals_on_loop(outline)) {
    write_cpp_loop_objects(writer, outline);
    return write_releasing(writer, outline);
  }
  if (is_async && waits_for_others(outline)) writer.support(kWaitingOnLoop);
  if (has_own_locks(outline)) {
    writer.support(is_async ? std::string(kSemaphoreOnLoop)
                            : with_times(kSemaphoreOfThreads, outline, {{"  void release() {", kAcquireInTime}}));
    writer.support(kLock);
  }
  if (outline.objects.has_queues()) {
    writer.support(is_async ? std::string(kQueueOnLoop)
                            : with_times(kQueueOfThreads, outline,
                                         {{"  // Waits while it is empty.", kPutInTime}, {"\n private:", kGetInTime}}));
  }
  write_releasing(writer, outline);
}

}  // namespace interleave

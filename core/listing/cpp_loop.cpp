#include "core/listing/cpp_loop.h"

#include <fmt/format.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/listing/cpp_loop_parts.h"
#include "core/listing/cpp_main.h"
#include "core/listing/literals.h"
#include "core/listing/main_ends.h"
#include "core/listing/support_text.h"

namespace interleave {
namespace {

constexpr std::string_view kNeverAwaited = R"(
// Lets go of a coroutine that nobody has awaited, so that nothing of it is done. Python warns of that; C++ does not.
void never_awaited(const char* function, Task /*coroutine*/) {
  print("RuntimeWarning: coroutine '", function, "' was never awaited");
}
)";

// A thrown return is no error.
constexpr std::string_view kTakeReturned = R"(    } catch (const Returned& returned) {
      must_cancel_ ? end_cancelled() : set(returned.value);
)";

// The loop's, where threads have something for it.
constexpr std::string_view kGivenByThreads = R"(
  // What is to be called when a thread beside the loop has come to its end; any thread.
  void call_soon_from_thread(std::function<void()> call) {
    const std::scoped_lock lock(mutex_);
    given_.push_back(std::move(call));
    changed_.notify_one();
  }
  void expect_thread() { ++threads_; }
)";

constexpr std::string_view kTakeGiven = R"(
  void take_given() {
    const std::scoped_lock lock(mutex_);
    threads_ -= static_cast<long long>(given_.size());
    for (auto& call : given_) ready_.push_back(std::move(call));
    given_.clear();
  }

  void wait() {
    std::unique_lock lock(mutex_);
    const auto is_given = [this] { return !given_.empty(); };
    if (timers_.empty()) return changed_.wait(lock, is_given);
    changed_.wait_until(lock, timers_.top().moment, is_given);
  }

  std::mutex mutex_;  // of what threads have given
  std::condition_variable changed_;
  std::vector<std::function<void()>> given_;
  long long threads_ = 0;  // that have yet to
)";

constexpr std::string_view kToThread = R"(
// Has a thread beside the loop call the function. Nobody can stop that: who is cancelled does not hear of its end.
template <class Function, class... Arguments>
Task to_thread(Function function, Arguments... arguments) {
  const auto over = std::make_shared<Future>();
  event_loop.expect_thread();
  std::thread([=] {
    Value value;
    std::exception_ptr error;
    try {
      value = function(arguments...);
    } catch (...) {
      error = std::current_exception();
    }
    event_loop.call_soon_from_thread([over, value, error] {
      if (over->is_done()) return;
      error ? over->set_error(error) : over->set(value);
    });
  }).detach();
  co_return co_await Wait{over.get()};
}
)";

// The loop's, where the main program may leave others behind.
constexpr std::string_view kWaitForThreads = R"(
  // Nobody else hears of their ends any more.
  void wait_for_threads() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return static_cast<long long>(given_.size()) == threads_; });
  }
)";

constexpr std::string_view kRunUntil = R"(  // Round by round, until that is so, or nothing is left to do.
  template <class Condition>
  void run_until(Condition is_over) {
    while (!is_over()) {
)";

constexpr std::string_view kHandlesInOrder = R"(
// By name, and in an order.
class Handles {
 public:
  explicit Handles(const std::vector<std::string>& names) {
    for (const std::string& name : names) in_order_.push_back(&handles_[name]);
  }

  Handle& operator[](const std::string& name) { return handles_[name]; }
  const std::vector<Handle*>& in_order() const { return in_order_; }

 private:
  std::map<std::string, Handle> handles_;
  std::vector<Handle*> in_order_;
};
)";

constexpr std::string_view kWithin = R"(
// A task that has so much time from its start.
Task within(std::chrono::duration<double> timeout, Task work) {
  return in_time(timeout, [work = std::move(work)]() mutable { return std::move(work); });
}
)";

std::string loop_of(const Outline& outline, const MainEnds& ends) {
  std::string text(kLoop);
  if (outline.has_threads()) {
    text = replaced(std::move(text), "{ ready_.push_back(std::move(call)); }",
                    "{\n    take_given();\n    ready_.push_back(std::move(call));\n  }");
    text = replaced(std::move(text), "      if (ready_.empty() && timers_.empty()) return;\n",
                    "      take_given();\n      if (ready_.empty() && timers_.empty() && threads_ == 0) return;\n");
    text = replaced(std::move(text), "std::this_thread::sleep_until(timers_.top().moment);\n",
                    "wait();\n      take_given();\n");
    text = with(std::move(text), "\n  // Until nothing is left to do.", kGivenByThreads);
    if (ends.leaves) text = with(std::move(text), "\n  // Until nothing is left to do.", kWaitForThreads);
    text = with(std::move(text), "\n  std::deque<std::function<void()>> ready_;", kTakeGiven);
  }
  constexpr std::string_view kRun = "  // Until nothing is left to do.\n  void run() {\n    while (true) {\n";
  return ends.leaves ? replaced(std::move(text), kRun, kRunUntil) : text;
}

// Whether the main program cancels tasks, which it does in the order of the file.
bool cancels_in_order(const MainEnds& ends) { return ends.is_group || ends.leaves; }

std::string handle_of(const TaskDealings& dealings) {
  std::string text(kHandleOnLoop);
  if (dealings.awaits_in_time) {
    text =
        with(std::move(text), "\n  bool cancel() override", "  Task result(std::chrono::duration<double> timeout);\n");
  }
  if (dealings.returns_past_finally) text = with(std::move(text), "    } catch (const Cancelled&) {\n", kTakeReturned);
  return text;
}

void write_handles(ListingWriter& writer, const Outline& outline, const MainEnds& ends) {
  constexpr std::string_view kForGood = "  // for good: who waits for ever is left where it is";
  if (!cancels_in_order(ends)) return writer.line(fmt::format("Handles& tasks = *new Handles;{}", kForGood));
  std::vector<std::string> names;
  for (const Task& task : outline.scenario->tasks) names.push_back(string_literal(task.name, Language::cpp));
  writer.line("// In the order in which they are cancelled.");
  write_list(writer, "Handles& tasks = *new Handles({", names, fmt::format("}});{}", kForGood));
}

}  // namespace

bool deals_on_loop(const Outline& outline) { return outline.is_async() && outline.dealings.any(); }

void include_for_cpp_loop(Imports& imports, const Outline& outline) {
  for (const auto* line : {"#include <algorithm>", "#include <coroutine>", "#include <deque>", "#include <exception>",
                           "#include <functional>", "#include <map>", "#include <memory>", "#include <optional>",
                           "#include <queue>", "#include <stdexcept>", "#include <utility>", "#include <vector>"}) {
    imports.add(line, LineRole::support);
  }
  if (outline.has_threads()) {
    for (const auto* line : {"#include <condition_variable>", "#include <mutex>"}) {
      imports.add(line, LineRole::support);
    }
  }
  if (outline.dealings.has_loops) imports.add("#include <deque>", LineRole::support);
  if (main_ends(outline).is_group) imports.add("#include <set>", LineRole::support);
}

void write_cpp_loop(ListingWriter& writer, const Outline& outline) {
  const TaskDealings& dealings = outline.dealings;
  const MainEnds ends = main_ends(outline);
  writer.support(kCancelled);
  writer.support(kTaskOnLoop);
  writer.support(loop_of(outline, ends));
  writer.support(kFuture);
  writer.support(handle_of(dealings));
  writer.support(kWait);
  if (dealings.times_out || dealings.tasks_time_out) writer.support(kInTime);
  if (dealings.tasks_time_out) writer.support(kWithin);
  writer.support(kResult);
  if (dealings.awaits_in_time) writer.support(kResultInTimeOnLoop);
  writer.support(cancels_in_order(ends) ? kHandlesInOrder : kHandlesOnLoop);
  if (dealings.awaits_lists || gathers_the_first(outline, ends)) {
    writer.support(kAllOnLoop);
    writer.support(kAllOfOnLoop);
  }
  if (dealings.awaits_lists_in_time) writer.support(kAllOfInOnLoop);
  if (dealings.has_loops) writer.support(kAsCompletedOnLoop);
  if (dealings.forgets) writer.support(kNeverAwaited);
  if (outline.has_threads()) writer.support(kToThread);
  writer.line("");
  write_handles(writer, outline, ends);
  write_cpp_loop_main_support(writer, outline);
}

void write_cpp_loop_objects(ListingWriter& writer, const Outline& outline) {
  const bool times_out = outline.dealings.times_out;
  const bool has_own_locks = outline.objects.has_locks();
  if (!has_own_locks && !outline.objects.has_queues()) return;
  writer.support(kLine);
  constexpr std::string_view kMembers = "\n private:";
  if (has_own_locks) {
    std::string semaphore(kSemaphoreOfTasks);
    std::string lock(kLockOfTasks);
    if (times_out) {
      semaphore = with(std::move(semaphore), kMembers, kAcquireInTimeOnLoop);
      lock = with(std::move(lock), "\n  Task acquire()", "  using Semaphore::acquire;\n");
    }
    writer.support(semaphore);
    writer.support(lock);
  }
  if (!outline.objects.has_queues()) return;
  std::string queue(kQueueOfTasks);
  if (times_out) queue = with(with(std::move(queue), kMembers, kPutInTimeOnLoop), kMembers, kGetInTimeOnLoop);
  writer.support(queue);
}

}  // namespace interleave

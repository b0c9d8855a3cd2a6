#include "core/listing/cpp_loop.h"

#include <fmt/format.h>
#include <string>
#include <string_view>

#include "core/listing/cpp_loop_parts.h"
#include "core/listing/cpp_tasks.h"
#include "core/listing/submissions.h"

namespace interleave {
namespace {

constexpr std::string_view kSleepUntilOnThisLoop = R"(
template <class Moment>
Task sleep_until(Moment moment) {
  return sleep_for(moment - EventLoop::Clock::now());
}
)";

constexpr std::string_view kNeverAwaited = R"(
// Lets go of a coroutine that nobody has awaited, so that nothing of it is done. Python warns of that; C++ does not.
void never_awaited(const char* function, Task /*coroutine*/) {
  print("RuntimeWarning: coroutine '", function, "' was never awaited");
}
)";

constexpr std::string_view kExitCode = R"(
// What is to be said when the loop has nothing left to do.
int exit_code() {
  if (Handle::unfinished == 0) return 0;
  std::cerr << "deadlock: " << Handle::unfinished << " tasks wait for what nobody will give them\n";
  return 1;
}
)";

// A thrown return is no error.
constexpr std::string_view kTakeReturned = R"(    } catch (const Returned& returned) {
      must_cancel_ ? end_cancelled() : set(returned.value);
)";

std::string with(std::string text, std::string_view before, std::string_view member) {
  text.insert(text.find(before), member);
  return text;
}

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

void replace(std::string& text, std::string_view what, std::string_view by) {
  text.replace(text.find(what), what.size(), by);
}

std::string loop_of(const Outline& outline) {
  std::string text(kLoop);
  if (!outline.has_threads()) return text;
  replace(text, "{ ready_.push_back(std::move(call)); }",
          "{\n    take_given();\n    ready_.push_back(std::move(call));\n  }");
  replace(text, "      if (ready_.empty() && timers_.empty()) return;\n",
          "      take_given();\n      if (ready_.empty() && timers_.empty() && threads_ == 0) return;\n");
  replace(text, "std::this_thread::sleep_until(timers_.top().moment);\n", "wait();\n      take_given();\n");
  text = with(std::move(text), "\n  // Until nothing is left to do.", kGivenByThreads);
  return with(std::move(text), "\n  std::deque<std::function<void()>> ready_;", kTakeGiven);
}

std::string handle_of(const TaskDealings& dealings) {
  std::string text(kHandleOnLoop);
  if (dealings.awaits_in_time) {
    text =
        with(std::move(text), "\n  bool cancel() override", "  Task result(std::chrono::duration<double> timeout);\n");
  }
  if (dealings.returns_past_finally) text = with(std::move(text), "    } catch (const Cancelled&) {\n", kTakeReturned);
  return text;
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
}

void write_cpp_loop(ListingWriter& writer, const Outline& outline) {
  const TaskDealings& dealings = outline.dealings;
  writer.support(kCancelled);
  writer.support(kTaskOnLoop);
  writer.support(loop_of(outline));
  writer.support(kFuture);
  writer.support(handle_of(dealings));
  writer.support(kWait);
  if (dealings.times_out) writer.support(kInTime);
  writer.support(kResult);
  if (dealings.awaits_in_time) writer.support(kResultInTimeOnLoop);
  writer.support(kHandlesOnLoop);
  if (dealings.awaits_lists) {
    writer.support(kAllOnLoop);
    writer.support(kAllOfOnLoop);
  }
  if (dealings.awaits_lists_in_time) writer.support(kAllOfInOnLoop);
  if (dealings.has_loops) writer.support(kAsCompletedOnLoop);
  if (dealings.forgets) writer.support(kNeverAwaited);
  if (outline.has_later_tasks) writer.support(kSleepUntilOnThisLoop);
  if (outline.has_threads()) writer.support(kToThread);
  writer.support(kExitCode);
  writer.line("");
  writer.line("Handles& tasks = *new Handles;  // for good: who waits for ever is left where it is");
}

void write_cpp_loop_submissions(ListingWriter& writer, const Outline& outline) {
  if (!outline.has_later_tasks) return;
  writer.line("");
  writer.line("Task submit_all() {");
  writer.indent();
  writer.line("const auto start = std::chrono::steady_clock::now();");
  outline.for_each_submission([&](TaskId task) { writer.task_line(task, cpp_start(outline, task)); },
                              [&](TaskId first, std::string_view moment) {
                                writer.arrival_line(first,
                                                    fmt::format("co_await sleep_until(start + {} * SECOND);", moment));
                              });
  writer.line("co_return {};");
  writer.outdent();
  writer.line("}");
}

void write_cpp_loop_main(ListingWriter& writer, const Outline& outline) {
  if (outline.has_later_tasks) {
    writer.line("Handle main_program;");
    writer.line("main_program.start(submit_all());");
  } else {
    outline.for_each_submission([&](TaskId task) { writer.task_line(task, cpp_start(outline, task)); },
                                [](TaskId, std::string_view) {});
  }
  write_never_started(writer, outline);
  writer.wait_line("event_loop.run();");
  writer.line("return exit_code();");
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

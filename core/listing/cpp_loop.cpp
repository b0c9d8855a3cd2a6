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
  if (outline.dealings.has_loops) imports.add("#include <deque>", LineRole::support);
}

void write_cpp_loop(ListingWriter& writer, const Outline& outline) {
  const TaskDealings& dealings = outline.dealings;
  for (const std::string_view part : {kCancelled, kTaskOnLoop, kLoop, kFuture}) writer.support(part);
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

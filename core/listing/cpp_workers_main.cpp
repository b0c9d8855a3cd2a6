#include <fmt/format.h>
#include <string>
#include <string_view>

#include "core/listing/cpp_main.h"
#include "core/listing/cpp_tasks.h"
#include "core/listing/main_ends.h"
#include "core/listing/submissions.h"

namespace interleave {
namespace {

// On threads a failure is heard of while main sleeps.
constexpr std::string_view kFailure = R"(
// The first one of the tasks that main submits.
class Failure {
 public:
  void tell(std::exception_ptr error) {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = error;
    changed_.notify_one();
  }

  // Sleeps until then. Throws the failure as soon as there is one.
  template <class Moment>
  void sleep_until(Moment moment) {
    std::unique_lock lock(mutex_);
    if (changed_.wait_until(lock, moment, [this] { return error_ != nullptr; })) std::rethrow_exception(error_);
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::exception_ptr error_;
};

Failure failure;
)";

constexpr std::string_view kAttemptAll = R"(
// Does the work of a task that main submits. What that throws {}.
const auto attempt = [](auto function, auto... arguments) {{
  try {{
    return call(function, arguments...);
  }} catch (const std::exception&) {{
{}    throw;
  }}
}};
)";

// Whether a failure is heard of before anybody waits for its task.
bool has_attempts(const Outline& outline, const MainEnds& ends) {
  return ends.stops_at_due || cancels_in_pool(outline, ends);
}

class WorkersMain {
 public:
  WorkersMain(ListingWriter& writer, const Outline& outline)
      : writer_(writer), outline_(outline), ends_(main_ends(outline)) {}

  void write() {
    if (outline_.has_later_tasks) writer_.line("const auto start = std::chrono::steady_clock::now();");
    const bool calls_queue = outline_.mode == Mode::sequential && !ends_.one_by_one;
    if (calls_queue) {
      write_queue();
      return write_calls();
    }
    write_hearing(writer_, ends_.hears, [this] {
      write_tasks();
      if (outline_.mode == Mode::sequential && !ends_.leaves) writer_.line("started.run();");
    });
    if (outline_.mode == Mode::sequential) return;
    writer_.wait_line(outline_.mode == Mode::pool ? "pool.join();" : "threads.join();");
  }

 private:
  std::string handle(TaskId task) const { return cpp_handle(outline_.scenario->tasks[index(task)].name); }

  void write_tasks() {
    const std::string_view attempt = has_attempts(outline_, ends_) ? "attempt, " : "";
    const std::string_view sleep = ends_.stops_at_due ? "failure.sleep_until" : "std::this_thread::sleep_until";
    outline_.for_each_submission(
        [&](TaskId task) {
          writer_.task_line(task, fmt::format("{}.start({}{});", handle(task), attempt, outline_.work(task)));
          if (ends_.one_by_one) write_wait_for(task);
        },
        [&](TaskId first, std::string_view moment) {
          writer_.arrival_line(first, fmt::format("{}(start + {} * SECOND);", sleep, moment));
        });
    write_never_started(writer_, outline_);
  }

  void write_wait_for(TaskId task) {
    const bool throws = ends_.hears && !may_be_cancelled(outline_);
    writer_.line(handle(task) + (throws ? ".result();" : outline_.mode == Mode::sequential ? ".run();" : ".join();"));
  }

  // One after another: all are there from the beginning, and each is called when it is due.
  void write_queue() {
    std::string moment;
    outline_.for_each_submission(
        [&](TaskId task) {
          const std::string due = moment.empty() ? ".start(" : ".start_at(moment, ";
          writer_.task_line(task, fmt::format("{}{}{});", handle(task), due, outline_.work(task)));
        },
        [&](TaskId first, std::string_view until) {
          writer_.arrival_line(
              first, fmt::format("{}moment = start + {} * SECOND;", moment.empty() ? "Handle::Moment " : "", until));
          moment = until;
        });
    write_never_started(writer_, outline_);
  }

  void write_calls() {
    if (!ends_.hears && !ends_.leaves) return writer_.line("started.run();");
    writer_.line("const Started submitted = started;");
    if (!ends_.hears) return writer_.line("submitted.run();");
    write_hearing(writer_, true, [this] {
      if (ends_.leaves) return writer_.line("while (Handle* const task = submitted.next()) task->result();");
      writer_.line("while (Handle* const task = started.next()) {");
      writer_.line("  task->run();");
      writer_.line("  if (submitted.has(*task)) task->result();  // or what it has thrown");
      writer_.line("}");
    });
  }

  ListingWriter& writer_;
  const Outline& outline_;
  const MainEnds ends_;
};

}  // namespace

bool cancels_in_pool(const Outline& outline, const MainEnds& ends) {
  const bool has_others = !ends.one_by_one || outline.by_submission.size() < outline.scenario->tasks.size();
  return ends.cancels_queued && outline.mode == Mode::pool && has_others;
}

void write_cpp_workers_support(ListingWriter& writer, const Outline& outline) {
  const MainEnds ends = main_ends(outline);
  if (!has_attempts(outline, ends)) return;
  if (ends.stops_at_due) writer.support(kFailure);
  const bool cancels = cancels_in_pool(outline, ends);
  const std::string_view what = !cancels            ? "main hears of"
                                : ends.stops_at_due ? "cancels all that wait to begin, and main hears of it"
                                                    : "cancels all that wait to begin";
  writer.support(fmt::format(fmt::runtime(kAttemptAll), what,
                             std::string(ends.stops_at_due ? "    failure.tell(std::current_exception());\n" : "") +
                                 (cancels ? "    tasks.cancel();\n" : "")));
}

void write_cpp_workers_main(ListingWriter& writer, const Outline& outline) { WorkersMain(writer, outline).write(); }

}  // namespace interleave

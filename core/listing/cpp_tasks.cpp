#include "core/listing/cpp_tasks.h"

#include <fmt/format.h>

#include "core/listing/cpp_task_parts.h"
#include "core/listing/literals.h"
#include "core/listing/submissions.h"

namespace interleave {
namespace {

std::string cancel_of(const Outline& outline) {
  if (outline.mode == Mode::threads) return std::string(kCancelThread);
  const bool is_one_by_one = outline.mode == Mode::sequential;
  return fmt::format(fmt::runtime(kCancelQueued),
                     is_one_by_one ? "stage_ == Stage::queued && due_ <= std::chrono::steady_clock::now()"
                                   : "stage_ == Stage::queued");
}

void write_handle(ListingWriter& writer, const Outline& outline) {
  const TaskDealings& dealings = outline.dealings;
  const bool is_one_by_one = outline.mode == Mode::sequential;
  std::string text(is_one_by_one ? kHandleBeginOneByOne : kHandleBegin);
  if (dealings.awaits_in_time) text += is_one_by_one ? kResultInTimeOneByOne : kResultInTime;
  if (dealings.cancels) text += cancel_of(outline);
  const bool tells = dealings.has_loops && !is_one_by_one;
  if (tells) text += kTell;
  // A task that is to come is called when it is due.
  const std::string_view before = is_one_by_one ? "if (is_queued()) std::this_thread::sleep_until(due_);\n      " : "";
  const std::string_view returned =
      dealings.returns_past_finally ? " catch (const Returned& returned) {\n      value = returned.value;\n    }" : "";
  const std::string_view at_end =
      tells ? "\n    for (const std::shared_ptr<Ends>& ends : watchers_) ends->add(*this);\n    watchers_.clear();"
            : "";
  const std::string_view members = is_one_by_one ? "\n  Moment due_;"
                                   : tells       ? "\n  std::vector<std::shared_ptr<Ends>> watchers_;"
                                                 : "";
  writer.support(text + fmt::format(fmt::runtime(kHandleEnd), before, returned, at_end, members));
}

}  // namespace

void include_for_cpp_tasks(Imports& imports, const Outline& outline) {
  for (const auto* line : {"#include <condition_variable>", "#include <exception>", "#include <functional>",
                           "#include <map>", "#include <memory>", "#include <mutex>", "#include <stdexcept>",
                           "#include <type_traits>", "#include <utility>", "#include <vector>"}) {
    imports.add(line, LineRole::support);
  }
  if (outline.mode == Mode::pool) imports.add("#include <queue>", LineRole::support);
  if (outline.mode == Mode::threads || outline.dealings.has_loops) imports.add("#include <deque>", LineRole::support);
}

void write_cpp_tasks(ListingWriter& writer, const Outline& outline) {
  const TaskDealings& dealings = outline.dealings;
  const bool is_one_by_one = outline.mode == Mode::sequential;
  writer.support(kCall);
  if (dealings.has_loops && !is_one_by_one) writer.support(kEnds);
  write_handle(writer, outline);
  writer.support(kHandles);
  if (dealings.has_loops) writer.support(is_one_by_one ? kAsCompletedOneByOne : kAsCompleted);
  if (dealings.awaits_lists) writer.support(kAllOf);
  if (dealings.awaits_lists_in_time) writer.support(kAllOfIn);
  writer.support(is_one_by_one ? kOneByOne : outline.mode == Mode::threads ? kThreads : kThreadPool);
  writer.line("");
  writer.line("Handles tasks;");
  if (outline.mode != Mode::pool) return;
  writer.line(fmt::format("ThreadPool pool({});", outline.max_workers));
  writer.support_line("void launch(Handle& task) { pool.submit(task); }");
}

void write_cpp_tasks_main(ListingWriter& writer, const Outline& outline) {
  const bool is_one_by_one = outline.mode == Mode::sequential;
  if (outline.has_later_tasks) writer.line("const auto start = std::chrono::steady_clock::now();");
  std::string moment;
  outline.for_each_submission(
      [&](TaskId task) {
        const std::string handle = cpp_handle(outline.scenario->tasks[index(task)].name);
        writer.task_line(task, moment.empty() ? cpp_start(outline, task)
                                              : fmt::format("{}.start_at(moment, {});", handle, outline.work(task)));
      },
      [&](TaskId first, std::string_view until) {
        if (is_one_by_one) {
          writer.arrival_line(
              first, fmt::format("{}moment = start + {} * SECOND;", moment.empty() ? "Handle::Moment " : "", until));
          moment = until;
        } else {
          writer.arrival_line(first, fmt::format("std::this_thread::sleep_until(start + {} * SECOND);", until));
        }
      });
  write_never_started(writer, outline);
  if (is_one_by_one) return writer.line("started.run();");
  writer.wait_line(outline.mode == Mode::pool ? "pool.join();" : "threads.join();");
}

std::string cpp_start(const Outline& outline, TaskId task) {
  return fmt::format("{}.start({});", cpp_handle(outline.scenario->tasks[index(task)].name), outline.work(task));
}

std::string cpp_handle(const std::string& task) {
  return fmt::format("tasks[{}]", string_literal(task, Language::cpp));
}

std::string cpp_handles(const std::vector<std::string>& tasks) {
  std::string list;
  for (const std::string& task : tasks) list += (list.empty() ? "" : ", ") + cpp_handle(task);
  return list;
}

}  // namespace interleave

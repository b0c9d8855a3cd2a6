#include "core/listing/cpp_tasks.h"

#include <fmt/format.h>
#include <utility>

#include "core/base/json_text.h"
#include "core/listing/cpp_main.h"
#include "core/listing/cpp_task_parts.h"
#include "core/listing/literals.h"
#include "core/listing/main_ends.h"
#include "core/listing/support_text.h"

namespace interleave {
namespace {

// Whether main waits for each, and hears of failures alone.
bool joins_what_may_be_cancelled(const Outline& outline, const MainEnds& ends) {
  return ends.one_by_one && ends.hears && may_be_cancelled(outline);
}

std::string cancel_of(const Outline& outline, const MainEnds& ends) {
  if (outline.mode == Mode::threads) return std::string(kCancelThread);
  const bool is_one_by_one = outline.mode == Mode::sequential;
  return fmt::format(
      fmt::runtime(kCancelQueued),
      is_one_by_one ? "stage_ == Stage::queued && due_ <= std::chrono::steady_clock::now()" : "stage_ == Stage::queued",
      joins_what_may_be_cancelled(outline, ends) ? "WasCancelled()" : "std::runtime_error(\"it was cancelled\")");
}

void write_handle(ListingWriter& writer, const Outline& outline, const MainEnds& ends) {
  const TaskDealings& dealings = outline.dealings;
  const bool is_one_by_one = outline.mode == Mode::sequential;
  std::string text(is_one_by_one ? kHandleBeginOneByOne : kHandleBegin);
  if (dealings.awaits_in_time) text += is_one_by_one ? kResultInTimeOneByOne : kResultInTime;
  if (joins_what_may_be_cancelled(outline, ends)) {
    text += kJoinUnlessCancelled;
  } else if (ends.one_by_one && !ends.hears && !is_one_by_one) {
    text += kJoin;
  }
  if (dealings.cancels || cancels_in_pool(outline, ends)) text += cancel_of(outline, ends);
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

// One after another, main calls all that others have started, too, and hears of the failures of its own.
bool looks_for_own(const MainEnds& ends) { return !ends.one_by_one && ends.hears && !ends.leaves; }

// Main calls the next one itself where it hears of its failure.
std::string started_of(const MainEnds& ends) {
  std::string text(kOneByOne);
  const std::string_view members = "\n private:";
  if (ends.one_by_one ? !ends.leaves : !ends.hears) text = with(std::move(text), members, kRunStarted);
  if (looks_for_own(ends)) text = with(std::move(text), members, kHasStarted);
  return text;
}

}  // namespace

void include_for_cpp_tasks(Imports& imports, const Outline& outline) {
  for (const auto* line : {"#include <condition_variable>", "#include <exception>", "#include <functional>",
                           "#include <map>", "#include <memory>", "#include <mutex>", "#include <stdexcept>",
                           "#include <type_traits>", "#include <utility>", "#include <vector>"}) {
    imports.add(line, LineRole::support);
  }
  if (outline.mode == Mode::pool) imports.add("#include <queue>", LineRole::support);
  if (outline.mode == Mode::sequential && looks_for_own(main_ends(outline))) {
    imports.add("#include <algorithm>", LineRole::support);
  }
  if (outline.mode == Mode::threads || outline.dealings.has_loops) imports.add("#include <deque>", LineRole::support);
}

void write_cpp_tasks(ListingWriter& writer, const Outline& outline) {
  const TaskDealings& dealings = outline.dealings;
  const bool is_one_by_one = outline.mode == Mode::sequential;
  const MainEnds ends = main_ends(outline);
  writer.support(kCall);
  if (joins_what_may_be_cancelled(outline, ends)) writer.support(kWasCancelled);
  if (dealings.has_loops && !is_one_by_one) writer.support(kEnds);
  write_handle(writer, outline, ends);
  writer.support(cancels_in_pool(outline, ends) ? with(std::string(kHandles), "\n private:", kCancelHandles)
                                                : std::string(kHandles));
  if (dealings.has_loops) writer.support(is_one_by_one ? kAsCompletedOneByOne : kAsCompleted);
  if (dealings.awaits_lists) writer.support(kAllOf);
  if (dealings.awaits_lists_in_time) writer.support(kAllOfIn);
  writer.support(is_one_by_one                   ? started_of(ends)
                 : outline.mode == Mode::threads ? std::string(kThreads)
                                                 : std::string(kThreadPool));
  writer.line("");
  writer.line("Handles tasks;");
  if (outline.mode == Mode::pool) {
    writer.line(fmt::format("ThreadPool pool({});", outline.max_workers));
    writer.support_line("void launch(Handle& task) { pool.submit(task); }");
  }
  write_cpp_workers_support(writer, outline);
}

bool may_be_cancelled(const Outline& outline) { return outline.mode == Mode::pool && outline.dealings.cancels; }

// Where it has a time of its own, the loop's coroutine gives it up then.
std::string cpp_work(const Outline& outline, TaskId task) {
  const auto& timeout = outline.scenario->tasks[index(task)].timeout;
  if (!timeout || !outline.is_async()) return outline.work(task);
  return fmt::format("within({} * SECOND, {})", exact_seconds(*timeout), outline.work(task));
}

std::string cpp_start(const Outline& outline, TaskId task) {
  return fmt::format("{}.start({});", cpp_handle(outline.scenario->tasks[index(task)].name), cpp_work(outline, task));
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

#include <fmt/format.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/listing/cpp_main.h"
#include "core/listing/cpp_tasks.h"
#include "core/listing/submissions.h"
#include "core/listing/support_text.h"

namespace interleave {
namespace {

constexpr std::string_view kSleepUntilOnThisLoop = R"(
template <class Moment>
Task sleep_until(Moment moment) {
  return sleep_for(moment - EventLoop::Clock::now());
}
)";

constexpr std::string_view kEndOfTask = R"(
// Waits for its end, and lets be that it was cancelled{}.
Task end_of(Handle& task) {{
  try {{
    co_await task.result();
  }} catch ({}) {{
  }}
  co_return {{}};
}}
)";

constexpr std::string_view kEndsOf = R"(
// Waits for the ends of all, whatever comes of them.
template <class... Tasks>
Task ends_of(Tasks&... tasks) {
  Future all;
  std::size_t left = sizeof...(tasks);
  for (Handle* task : {&tasks...}) {
    task->when_done([&all, &left] {
      if (--left == 0) all.set();
    });
  }
  co_return co_await Wait{&all};
}
)";

constexpr std::string_view kTaskGroup = R"(
// Tasks that belong together. The first that fails cancels the others, and their owner, unless that awaits them already.
class TaskGroup {
 public:
  void start(Handle& task, Task work) {
    task.start(std::move(work));
    tasks_.insert(&task);
    ++unfinished_;
    task.when_done([this, &task] { note_end(task); });
  }

  // Waits for the ends of all. Throws what the first failure was.
  Task end() {
    is_awaited_ = true;
    if (unfinished_ > 0) co_await Wait{&over_};
    if (error_) std::rethrow_exception(error_);
    co_return {};
  }

 private:
  void note_end(const Handle& task) {
    --unfinished_;
    if (task.error() && !task.is_cancelled() && !error_) {
      error_ = task.error();
      for (Handle* other : tasks.in_order()) {
        if (tasks_.contains(other)) other->cancel();
      }
      if (!is_awaited_) owner_.cancel();
    }
    if (is_awaited_ && unfinished_ == 0) over_.set();
  }

  Handle& owner_ = *Handle::current;
  std::set<Handle*> tasks_;
  std::size_t unfinished_ = 0;
  std::exception_ptr error_;
  bool is_awaited_ = false;
  Future over_;
};
)";

constexpr std::string_view kExitCode = R"(
// What is to be said when the loop has nothing left to do.
int exit_code() {
  if (Handle::unfinished == 0) return 0;
  std::cerr << "deadlock: " << Handle::unfinished << " tasks wait for what nobody will give them\n";
  return 1;
}
)";

constexpr std::string_view kExitCodeOfMain = R"(int exit_code(const Handle& main_program) {
  if (!main_program.is_done()) --Handle::unfinished;  // it waits for them
)";

// As asyncio.run does it. With what waits for threads in the place of {}.
constexpr std::string_view kRunAndLeave = R"(
// Until the main program has ended, and then until those have that it leaves behind: they are cancelled.
void run_and_leave(Handle& main_program) {{
  bool has_left = false;
  main_program.when_done([&has_left] {{ has_left = true; }});
  event_loop.run_until([&has_left] {{ return has_left; }});
  if (!has_left) return;
  std::vector<Handle*> left;
  for (Handle* task : tasks.in_order()) {{
    if (task->cancel()) left.push_back(task);
  }}
  const auto are_over = [&left] {{
    return std::all_of(left.begin(), left.end(), [](const Handle* task) {{ return task->is_done(); }});
  }};
  event_loop.run_until(are_over);
  if (are_over()) Handle::unfinished = 0;  // whoever was started meanwhile is let go
{}}}
)";

// Whether the main program waits for ends, and not only for moments.
bool awaits_ends(const MainEnds& ends) { return ends.one_by_one || ends.is_group || ends.gathers; }

bool has_coroutine(const Outline& outline, const MainEnds& ends) {
  return outline.has_later_tasks || awaits_ends(ends) || ends.leaves;
}

class LoopMain {
 public:
  LoopMain(ListingWriter& writer, const Outline& outline, const MainEnds& ends)
      : writer_(writer), outline_(outline), ends_(ends) {}

  void write_coroutine() {
    writer_.line("");
    writer_.line("Task submit_all() {");
    writer_.indent();
    if (outline_.has_later_tasks) writer_.line("const auto start = std::chrono::steady_clock::now();");
    if (ends_.is_group) {
      write_group();
    } else {
      write_hearing(writer_, ends_.hears, [this] {
        write_tasks();
        write_gather();
      });
    }
    writer_.line("co_return {};");
    writer_.outdent();
    writer_.line("}");
  }

  void write_tasks() {
    outline_.for_each_submission(
        [&](TaskId task) {
          writer_.task_line(task, ends_.is_group
                                      ? fmt::format("group.start({}, {});", handle(task), cpp_work(outline_, task))
                                      : cpp_start(outline_, task));
          if (ends_.one_by_one) writer_.line(fmt::format("co_await end_of({});", handle(task)));
        },
        [&](TaskId first, std::string_view moment) {
          writer_.arrival_line(first, fmt::format("co_await sleep_until(start + {} * SECOND);", moment));
        });
  }

 private:
  std::string handle(TaskId task) const { return cpp_handle(outline_.scenario->tasks[index(task)].name); }

  // Nobody can wait in a catch.
  void write_group() {
    writer_.line("TaskGroup group;");
    if (outline_.has_later_tasks) {
      writer_.line("try {");
      writer_.indent();
    }
    write_tasks();
    if (outline_.has_later_tasks) {
      writer_.outdent();
      writer_.line("} catch (const Cancelled&) {");
      writer_.line("  // one of them has failed: nothing more is submitted");
      writer_.line("}");
    }
    write_hearing(writer_, true, [this] { writer_.line("co_await group.end();"); });
  }

  void write_gather() {
    if (!ends_.gathers) return;
    std::vector<std::string> handles;
    for (const TaskId task : outline_.by_submission) handles.push_back(handle(task));
    write_list(writer_, gathers_the_first(outline_, ends_) ? "co_await all_of(" : "co_await ends_of(", handles, ");");
  }

  ListingWriter& writer_;
  const Outline& outline_;
  const MainEnds& ends_;
};

}  // namespace

bool gathers_the_first(const Outline& outline, const MainEnds& ends) {
  return ends.gathers && outline.scenario->main.on_error == OnError::first;
}

void write_cpp_loop_main_support(ListingWriter& writer, const Outline& outline) {
  const MainEnds ends = main_ends(outline);
  if (outline.has_later_tasks) writer.support(kSleepUntilOnThisLoop);
  if (ends.one_by_one) {
    writer.support(fmt::format(fmt::runtime(kEndOfTask), ends.hears ? "" : ", or what it throws",
                               ends.hears ? "const Cancelled&" : "..."));
  }
  if (ends.gathers && !gathers_the_first(outline, ends)) writer.support(kEndsOf);
  if (ends.is_group) writer.support(kTaskGroup);
  if (ends.leaves) {
    writer.support(
        fmt::format(fmt::runtime(kRunAndLeave), outline.has_threads() ? "  event_loop.wait_for_threads();\n" : ""));
  }
  writer.support(awaits_ends(ends) ? replaced(std::string(kExitCode), "int exit_code() {\n", kExitCodeOfMain)
                                   : std::string(kExitCode));
}

void write_cpp_loop_coroutine(ListingWriter& writer, const Outline& outline) {
  const MainEnds ends = main_ends(outline);
  if (has_coroutine(outline, ends)) LoopMain(writer, outline, ends).write_coroutine();
}

void write_cpp_loop_main(ListingWriter& writer, const Outline& outline) {
  const MainEnds ends = main_ends(outline);
  if (has_coroutine(outline, ends)) {
    writer.line("Handle main_program;");
    writer.line("main_program.start(submit_all());");
  } else {
    LoopMain(writer, outline, ends).write_tasks();
  }
  write_never_started(writer, outline);
  writer.wait_line(ends.leaves ? "run_and_leave(main_program);" : "event_loop.run();");
  writer.line(awaits_ends(ends) ? "return exit_code(main_program);" : "return exit_code();");
}

}  // namespace interleave

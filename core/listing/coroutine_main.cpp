#include <string>

#include "core/listing/cpp_shared_support.h"
#include "core/listing/mode_program.h"
#include "core/listing/submissions.h"

namespace interleave {
namespace {

constexpr std::string_view kSleepUntilOnLoop = R"(

async def sleep_until(moment):
    await asyncio.sleep(moment - time.monotonic())
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

constexpr std::string_view kSleepUntilInTask = R"(
template <class Moment>
Sleep sleep_until(Moment moment) {
  return sleep_for(moment - EventLoop::Clock::now());
}
)";

void gather(ListingWriter& writer, const Outline& outline) {
  writer.wait_line("await asyncio.gather(");
  writer.indent();
  write_submissions(writer, outline, "{},");
  if (outline.may_fail()) writer.line("return_exceptions=True,");
  writer.outdent();
  writer.line(")");
}

void gather_list(ListingWriter& writer, const Outline& outline) {
  writer.line("tasks = []");
  write_submissions(writer, outline, "tasks.append(asyncio.create_task({}))");
  writer.wait_line(outline.may_fail() ? "await asyncio.gather(*tasks, return_exceptions=True)"
                                      : "await asyncio.gather(*tasks)");
}

void write_python_loop_support(ListingWriter& writer, const Outline& outline) {
  if (outline.has_later_tasks) writer.support(kSleepUntilOnLoop);
}

void write_cpp_loop_support(ListingWriter& writer, const Outline& outline) {
  std::string loop(kEventLoop);
  // What a task throws ends it alone.
  constexpr std::string_view kTerminate = "std::terminate();";
  if (outline.may_fail()) loop.replace(loop.find(kTerminate), kTerminate.size(), "attempt([] { throw; });");
  writer.support(loop);
  if (outline.has_later_tasks) writer.support(kSleepUntilInTask);
}

// The main program as a coroutine, where it waits between its submissions.
void write_submit_all(ListingWriter& writer, const Outline& outline) {
  if (!outline.has_later_tasks) return;
  writer.line("");
  writer.line("Task submit_all() {");
  writer.indent();
  write_submissions(writer, outline, "event_loop.start({});");
  writer.outdent();
  writer.line("}");
}

void write_loop_in_cpp(ListingWriter& writer, const Outline& outline) {
  if (outline.has_later_tasks) {
    writer.line("event_loop.start(submit_all());");
  } else {
    write_submissions(writer, outline, "event_loop.start({});");
  }
  writer.wait_line("event_loop.run();");
  if (waits_for_others(outline)) writer.line("return exit_code();");
}

}  // namespace

const ModeProgram& coroutine_program() {
  static const ModeProgram kProgram = {
      .python = {.imports = {"import asyncio"},
                 .names = "tasks",
                 .write_support = write_python_loop_support,
                 .write_body =
                     [](ListingWriter& writer, const Outline& outline) {
                       outline.has_later_tasks ? gather_list(writer, outline) : gather(writer, outline);
                     },
                 .call = "asyncio.run(main())"},
      .cpp = {.support_imports = {"#include <coroutine>", "#include <deque>", "#include <exception>",
                                  "#include <queue>", "#include <utility>", "#include <vector>"},
              .names = "Awaited EventLoop Sleep Task WaitLine event_loop exit_code submit_all to_thread",
              .write_support = write_cpp_loop_support,
              .write_before_main = write_submit_all,
              .write_body = write_loop_in_cpp},
  };
  return kProgram;
}

}  // namespace interleave

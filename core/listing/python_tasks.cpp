#include "core/listing/python_tasks.h"

#include <fmt/format.h>

#include "core/base/json_text.h"
#include "core/listing/literals.h"

namespace interleave {
namespace {

constexpr std::string_view kStartThreadWithFuture = R"(

def start_thread(function, *arguments):
    """Calls the function on a thread of its own, and gives the future of what that returns or raises."""
    future = Future()
    future.set_running_or_notify_cancel()  # nobody can cancel it

    def work():
        try:
            future.set_result(function(*arguments))
        except Exception as error:
            future.set_exception(error)

    threading.Thread(target=work).start()
    return future
)";

constexpr std::string_view kQueued = R"(

class Queued(Future):
    """A task that has been started: called when somebody awaits it, or else when its turn comes."""

    def __init__(self, function, *arguments):
        super().__init__()
        self.call = lambda: function(*arguments)

    def run(self):
        if not self.running() and self.set_running_or_notify_cancel():
            try:
                self.set_result(self.call())
            except Exception as error:
                self.set_exception(error)

    def result(self, timeout=None):
        """However long that takes, since nobody else is there who could give up."""
        if not self.done():
            self.run()
        return super().result()
)";

// Main has them all from the beginning, as it cannot submit any while another one is being called.
constexpr std::string_view kQueuedUntilDue = R"(

class Queued(Future):
    """A task that has been started, or will be when it is due: called when awaited, or else when its turn comes."""

    def __init__(self, function, *arguments, due=None):
        super().__init__()
        self.call = lambda: function(*arguments)
        self.due = time.monotonic() if due is None else due

    def run(self):
        if not self.running():
            sleep_until(self.due)
            if self.set_running_or_notify_cancel():
                try:
                    self.set_result(self.call())
                except Exception as error:
                    self.set_exception(error)

    def result(self, timeout=None):
        """However long that takes, since nobody else is there who could give up."""
        if not self.done():
            self.run()
        return super().result()

    def cancel(self):
        return self.due <= time.monotonic() and super().cancel()
)";

constexpr std::string_view kResults = R"(

def results(futures):
    return [future.result() for future in futures]
)";

constexpr std::string_view kResultsInTime = R"(

def results(futures, timeout=None):
    """All of them together have so much time."""
    end = None if timeout is None else time.monotonic() + timeout
    return [future.result(None if end is None else max(0, end - time.monotonic())) for future in futures]
)";

constexpr std::string_view kUnstartedOfThreads = R"(

class Tasks(dict):
    """The futures of tasks that have been started, by name. One that is awaited before has another future till then."""

    def __init__(self):
        super().__init__()
        self.lock = threading.Lock()
        self.awaited = {}

    def __missing__(self, name):
        with self.lock:
            return self[name] if name in self else self.awaited.setdefault(name, Future())

    def __setitem__(self, name, future):
        with self.lock:
            super().__setitem__(name, future)
            awaited = self.awaited.pop(name, None)
        if awaited is not None:
            future.add_done_callback(lambda _: self.hand_on(future, awaited))

    @staticmethod
    def hand_on(future, awaited):
        try:
            awaited.set_result(future.result())
        except Exception as error:
            awaited.set_exception(error)
)";

constexpr std::string_view kUnstartedForEver = R"(

class Tasks(dict):
    """Tasks that have been started, by name. Who awaits another one waits for ever: nobody is left to start it."""

    def __missing__(self, name):
        return Future()
)";

constexpr std::string_view kUnstartedOnLoop = R"(

class Tasks(dict):
    """Tasks that have been started, by name. Who awaits another one waits until it has been, and then for its end."""

    def __init__(self):
        super().__init__()
        self.events = {}

    def __setitem__(self, name, task):
        super().__setitem__(name, task)
        self.event(name).set()

    def event(self, name):
        return self.events.setdefault(name, asyncio.Event())

    def outcome(self, name):
        return self[name] if name in self else self.outcome_of_later(name)

    async def outcome_of_later(self, name):
        await self.event(name).wait()
        return await self[name]
)";

std::string quoted(const std::string& name) { return string_literal(name, Language::python); }

// The future of a task in an expression.
std::string future_of(const Outline& outline, const Step& step, const std::string& task) {
  const bool is_unsure = outline.is_async() && outline.dealings.is_unsure(step.id, task);
  return is_unsure ? fmt::format("tasks.outcome({})", quoted(task)) : fmt::format("tasks[{}]", quoted(task));
}

std::string futures_of(const Outline& outline, const Step& step, const std::vector<std::string>& tasks) {
  std::string list;
  for (const std::string& task : tasks) list += (list.empty() ? "" : ", ") + future_of(outline, step, task);
  return list;
}

// How the program makes the future of the task.
std::string_view maker(const Outline& outline) {
  switch (outline.mode) {
    case Mode::sequential:
      return "Queued({})";
    case Mode::coroutine:
      return "asyncio.create_task({})";
    case Mode::threads:
      return "start_thread({})";
    case Mode::pool:
    case Mode::processes:
      break;
  }
  return "pool.submit({})";
}

// Where a task has a time of its own, the loop's coroutine gives it up then.
std::string made_future(const Outline& outline, TaskId task) {
  const auto& timeout = outline.scenario->tasks[index(task)].timeout;
  const std::string work =
      timeout && outline.is_async()
          ? fmt::format("within({} * SECOND, {})", exact_seconds(*timeout), outline.call_parts(task))
          : outline.work(task);
  return fmt::format(fmt::runtime(maker(outline)), work);
}

}  // namespace

void import_for_python_tasks(Imports& imports, const Outline& outline) {
  const TaskDealings& dealings = outline.dealings;
  const auto add = [&](std::string_view line) { imports.add(line, LineRole::program); };
  const std::string_view as_completed = dealings.has_loops ? "as_completed, " : "";
  switch (outline.mode) {
    case Mode::sequential:
      return imports.add("from concurrent.futures import Future", LineRole::support);
    case Mode::coroutine:
      return add("import asyncio");
    case Mode::threads:
      add("import threading");
      return add(fmt::format("from concurrent.futures import Future, {}wait", as_completed));
    case Mode::processes:
      return;  // it is main alone that has to do with them
    case Mode::pool:
      if (dealings.awaits_unstarted || guards_python_starts(outline)) add("import threading");
      return add(fmt::format("from concurrent.futures import {}ThreadPoolExecutor, {}wait",
                             dealings.awaits_unstarted ? "Future, " : "", as_completed));
  }
}

void write_python_task_names(ListingWriter& writer, const Outline& outline) {
  const bool has_dict = !outline.dealings.awaits_unstarted;
  const bool has_pool = outline.mode == Mode::pool;
  const bool has_lock = guards_python_starts(outline);
  if (outline.objects.all().empty() && (has_dict || has_pool || has_lock)) writer.line("");
  if (has_dict) writer.line("tasks = {}");
  if (has_lock) writer.line("starting = threading.Lock()  # held from the look whether a task is there until it is");
  if (has_pool) writer.line(fmt::format("pool = ThreadPoolExecutor(max_workers={})", outline.max_workers));
}

void write_python_tasks(ListingWriter& writer, const Outline& outline) {
  const TaskDealings& dealings = outline.dealings;
  const bool is_async = outline.is_async();
  const bool is_due_later = outline.has_later_tasks && outline.scenario->main.launch == Launch::together;
  if (outline.mode == Mode::sequential) writer.support(is_due_later ? kQueuedUntilDue : kQueued);
  if (outline.mode == Mode::threads) writer.support(kStartThreadWithFuture);
  if (dealings.awaits_lists && !is_async) writer.support(dealings.awaits_lists_in_time ? kResultsInTime : kResults);
  if (dealings.awaits_unstarted) {
    writer.support(is_async                           ? kUnstartedOnLoop
                   : outline.mode == Mode::sequential ? kUnstartedForEver
                                                      : kUnstartedOfThreads);
    writer.line("");
    writer.line("");
    writer.line("tasks = Tasks()");
  }
}

// Else a thread that is started, and starts others, may come to look for itself before it is to be found.
bool guards_python_starts(const Outline& outline) {
  const bool on_threads = outline.mode == Mode::threads || outline.mode == Mode::pool;
  return on_threads && !outline.dealings.may_be_again.empty();
}

std::string python_start(const Outline& outline, TaskId task) {
  return fmt::format("tasks[{}] = {}", quoted(outline.scenario->tasks[index(task)].name), made_future(outline, task));
}

std::string python_await(const Outline& outline, const Step& step, const std::string& task, std::string_view time) {
  const std::string future = future_of(outline, step, task);
  return outline.is_async() ? "await " + future : fmt::format("{}.result({})", future, time);
}

std::string python_await_list(const Outline& outline, const Step& step, const std::vector<std::string>& tasks,
                              std::string_view time) {
  const std::string futures = futures_of(outline, step, tasks);
  if (outline.is_async()) return fmt::format("await asyncio.gather({})", futures);
  return fmt::format("results([{}]{}{})", futures, time.empty() ? "" : ", ", time);
}

std::string python_as_completed(const Outline& outline, const Step& step, const std::vector<std::string>& tasks) {
  const std::string futures = futures_of(outline, step, tasks);
  if (outline.mode == Mode::sequential) return fmt::format("[{}]", futures);
  return fmt::format("{}as_completed([{}])", outline.is_async() ? "asyncio." : "", futures);
}

}  // namespace interleave

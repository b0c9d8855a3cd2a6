#include "core/listing/python_main.h"

#include <fmt/format.h>
#include <string>
#include <string_view>

#include "core/listing/literals.h"
#include "core/listing/main_ends.h"
#include "core/listing/python_tasks.h"
#include "core/listing/submissions.h"

namespace interleave {
namespace {

constexpr std::string_view kWithin = R"(

async def within(seconds, function, *arguments):
    """A task that has so much time from its start."""
    async with asyncio.timeout(seconds):
        return await function(*arguments)
)";

constexpr std::string_view kEndOnLoop = R"(

async def end_of(task):
    """Waits for its end, and lets be that it was cancelled{also}."""
    try:
        await task
    except {caught}:
        pass
)";

constexpr std::string_view kFailsNow = R"(

def fails(task):
    """Calls it now."""
    task.run()
    return not task.cancelled() and task.exception() is not None
)";

constexpr std::string_view kEndOfFuture = R"(

def end_of(future):
    """Waits for its end, and raises what it raised."""
    wait([future])
    if not future.cancelled() and future.exception():
        raise future.exception()
)";

// On threads a failure is heard of while main sleeps.
constexpr std::string_view kFailed = R"(

class OneFailed(Exception):
    pass


failed = threading.Event()


def cancel_others(future):
    """Called at the end of each: a failure cancels all that wait to begin, and main submits nothing more."""
    if not future.cancelled() and future.exception():
        failed.set()
        for other in list(tasks.values()):
            other.cancel()


def go_on_at(moment):
    if failed.wait(max(0, moment - time.monotonic())):
        raise OneFailed
)";

constexpr std::string_view kJobByJob = R"(

class JobByJob(ProcessPoolExecutor):
    """Gives out a job when a process is free for it. By itself it does so beforehand, and then nobody can cancel it."""

    def __init__(self, max_workers):
        super().__init__(max_workers)
        self.lock = threading.RLock()
        self.unoccupied = max_workers
        self.queued = []

    def submit(self, function, *arguments):
        future = Future()
        with self.lock:
            self.queued.append((future, function, arguments))
            self.give_out()
        return future

    def give_out(self):
        while self.unoccupied and self.queued:
            future, function, arguments = self.queued.pop(0)
            if future.set_running_or_notify_cancel():
                self.unoccupied -= 1
                job = super().submit(function, *arguments)
                job.add_done_callback(lambda job, future=future: self.end(job, future))

    def end(self, job, future):
        if job.exception():
            future.set_exception(job.exception())
        else:
            future.set_result(job.result())
        with self.lock:
            self.unoccupied += 1
            self.give_out()
)";

// Whether what is queued may be cancelled there.
bool gives_job_by_job(const Outline& outline) {
  const MainPolicy& policy = outline.scenario->main;
  return outline.mode == Mode::processes && policy.on_error == OnError::cancel && policy.launch == Launch::together;
}

class PythonMain {
 public:
  PythonMain(ListingWriter& writer, const Outline& outline)
      : writer_(writer), outline_(outline), policy_(outline.scenario->main), ends_(main_ends(outline)) {}

  void write() {
    if (outline_.mode == Mode::sequential) return ends_.one_by_one ? write_calls() : write_queue();
    const bool has_pool = traits(outline_.mode).has_max_workers;
    if (has_pool) begin(pool());
    if (outline_.has_later_tasks) writer_.line("start = time.monotonic()");
    const bool lets_it_be = ends_.hears && !ends_.leaves;
    if (lets_it_be) begin("try:");
    if (ends_.is_group) {
      writer_.wait_line("async with asyncio.TaskGroup() as group:");
      writer_.indent();
    }
    write_tasks();
    if (ends_.is_group) writer_.outdent();
    write_gather();
    if (lets_it_be) {
      writer_.outdent();
      begin(fmt::format("except {} as error:", errors()));
      writer_.line(R"(sys.stderr.write(f"{error!r}\n"))");
      writer_.outdent();
    }
    if (!ends_.leaves) write_wait_for_all();
    if (has_pool) writer_.outdent();
  }

 private:
  // What may come of its waits. Who gathers a task that was cancelled is so, too.
  std::string_view errors() const {
    if (ends_.is_group) return "ExceptionGroup";
    return outline_.is_async() && !ends_.one_by_one ? "(Exception, asyncio.CancelledError)" : "Exception";
  }

  void begin(std::string_view line) {
    writer_.line(line);
    writer_.indent();
  }

  std::string future(TaskId task) const {
    return fmt::format("tasks[{}]", string_literal(outline_.scenario->tasks[index(task)].name, Language::python));
  }

  // Threads that start others have it by its name; processes do not.
  std::string pool() const {
    if (outline_.mode == Mode::pool) return "with pool:";
    return fmt::format("with {}(max_workers={}) as pool:",
                       gives_job_by_job(outline_) ? "JobByJob" : "ProcessPoolExecutor", outline_.max_workers);
  }

  void write_tasks() {
    outline_.for_each_submission(
        [&](TaskId task) {
          std::string start = python_start(outline_, task);
          constexpr std::string_view kCreate = "asyncio.create_task(";
          if (ends_.is_group) start.replace(start.find(kCreate), kCreate.size(), "group.create_task(");
          writer_.task_line(task, start);
          if (ends_.cancels_queued) writer_.support_line(future(task) + ".add_done_callback(cancel_others)");
          if (ends_.one_by_one) write_wait_for(task);
        },
        [&](TaskId first, std::string_view moment) {
          const std::string_view sleep = outline_.is_async()    ? "await sleep_until"
                                         : ends_.cancels_queued ? "go_on_at"
                                                                : "sleep_until";
          writer_.arrival_line(first, fmt::format("{}(start + {} * SECOND)", sleep, moment));
        });
    write_never_started(writer_, outline_);
  }

  void write_wait_for(TaskId task) {
    if (outline_.is_async()) return writer_.wait_line(fmt::format("await end_of({})", future(task)));
    writer_.wait_line(policy_.on_error == OnError::collect ? fmt::format("wait([{}])", future(task))
                                                           : fmt::format("end_of({})", future(task)));
  }

  // All together, where something comes of it.
  void write_gather() {
    if (!ends_.gathers) return;
    writer_.wait_line("await asyncio.gather(");
    writer_.indent();
    for (const TaskId task : outline_.by_submission) writer_.line(future(task) + ",");
    if (policy_.on_error == OnError::collect) writer_.line("return_exceptions=True,");
    writer_.outdent();
    writer_.line(")");
  }

  // One after another: all are there from the beginning, and each is called when it is due.
  void write_queue() {
    const bool has_later = outline_.has_later_tasks;
    if (has_later) writer_.line("start = time.monotonic()");
    std::string due;
    outline_.for_each_submission(
        [&](TaskId task) {
          writer_.task_line(task, fmt::format("{} = Queued({}{})", future(task), outline_.work(task), due));
        },
        [&](TaskId first, std::string_view moment) {
          due = ", due=moment";
          writer_.arrival_line(first, fmt::format("moment = start + {} * SECOND", moment));
        });
    write_never_started(writer_, outline_);
    const bool stops = ends_.hears;
    const bool has_own = stops || ends_.leaves;
    if (has_own) writer_.line("submitted = list(tasks.values())");
    begin(fmt::format("while queued := [task for task in {} if not task.done()]:",
                      ends_.leaves ? "submitted" : "tasks.values()"));
    const std::string_view next = has_later ? "min(queued, key=lambda task: task.due)" : "queued[0]";
    if (stops) {
      writer_.line(fmt::format("task = {}", next));
      writer_.line("task.run()");
      begin("if task in submitted and not task.cancelled() and task.exception():");
      writer_.line("break  # nothing more");
      writer_.outdent();
    } else {
      writer_.line(fmt::format("{}.run()", next));
    }
    writer_.outdent();
  }

  // One after another, and one by one: what others have started comes last.
  void write_calls() {
    if (outline_.has_later_tasks) writer_.line("start = time.monotonic()");
    outline_.for_each_submission(
        [&](TaskId task) {
          writer_.task_line(task, python_start(outline_, task));
          if (policy_.on_error == OnError::collect) return writer_.support_line(future(task) + ".run()");
          begin(fmt::format("if fails({}):", future(task)));
          writer_.line("return");
          writer_.outdent();
        },
        [&](TaskId first, std::string_view moment) {
          writer_.arrival_line(first, fmt::format("sleep_until(start + {} * SECOND)", moment));
        });
    write_never_started(writer_, outline_);
    if (ends_.leaves) return;
    begin("while queued := [task for task in tasks.values() if not task.done()]:");
    writer_.line("queued[0].run()");
    writer_.outdent();
  }

  void write_wait_for_all() {
    writer_.line("count = 0");
    begin("while count < len(tasks):  # some may have been started meanwhile");
    writer_.line("count = len(tasks)");
    writer_.wait_line(outline_.is_async() ? "await asyncio.gather(*tasks.values(), return_exceptions=True)"
                                          : "wait(list(tasks.values()))");
    writer_.outdent();
  }

  ListingWriter& writer_;
  const Outline& outline_;
  const MainPolicy policy_;
  const MainEnds ends_;
};

}  // namespace

void import_for_python_main(Imports& imports, const Outline& outline) {
  if (outline.mode == Mode::processes && outline.dealings.has_handles) {
    imports.add(fmt::format("from concurrent.futures import {}ProcessPoolExecutor, wait",
                            gives_job_by_job(outline) ? "Future, " : ""),
                LineRole::program);
  }
  const bool cancels = outline.scenario->main.on_error == OnError::cancel;
  if (cancels && !traits(outline.mode).one_worker) imports.add("import threading", LineRole::program);
}

void write_python_main_support(ListingWriter& writer, const Outline& outline) {
  const MainPolicy& policy = outline.scenario->main;
  if (outline.dealings.tasks_time_out) writer.support(kWithin);
  const bool has_workers = !traits(outline.mode).one_worker;
  if (has_workers && policy.on_error == OnError::cancel) writer.support(kFailed);
  if (gives_job_by_job(outline)) writer.support(kJobByJob);
  if (policy.launch != Launch::one_by_one) return;
  const bool collects = policy.on_error == OnError::collect;
  if (outline.is_async()) {
    writer.support(
        fmt::format(fmt::runtime(kEndOnLoop), fmt::arg("also", collects ? ", or what it raises" : ""),
                    fmt::arg("caught", collects ? "(Exception, asyncio.CancelledError)" : "asyncio.CancelledError")));
  } else if (!collects) {
    writer.support(has_workers ? kEndOfFuture : kFailsNow);
  }
}

void write_python_tasks_main(ListingWriter& writer, const Outline& outline) { PythonMain(writer, outline).write(); }

}  // namespace interleave

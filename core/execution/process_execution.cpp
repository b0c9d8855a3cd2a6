#include "core/execution/process_execution.h"

#include <chrono>
#include <utility>

#include "core/execution/task_body.h"

namespace interleave {

ProcessExecution::ProcessExecution(const Program& program, WorkerId worker, Runtime& runtime, Recorder& recorder,
                                   std::function<void(End)> on_end)
    : context_(Mode::processes, program, runtime, &recorder),
      shared_(program.objects().all(), context_.dealings_mutex()),
      tasks_(program, shared_),
      ends_(tasks_.all(), context_.dealings_mutex(), executor_, context_.launcher()),
      host_(runtime, worker, context_.new_log()),
      on_end_(std::move(on_end)),
      mutex_(runtime) {
  tasks_.set_ends(ends_);
  host_.set_first_object(index(worker) * program.objects().all().size());
}

void ProcessExecution::submit(Job job) {
  const Guard guard(mutex_);
  job_ = job;
  if (worker_ != nullptr) context_.runtime().unpark(*worker_);
}

std::optional<ProcessExecution::Job> ProcessExecution::take() {
  const Guard guard(mutex_);
  return std::exchange(job_, std::nullopt);
}

ProcessExecution::End ProcessExecution::end_of(const TaskRun& task) const {
  End end{.stuck = context_.runtime().deadlocked(), .at = host_.logical_time()};
  if (task.dealings == nullptr) return end;
  if (task.dealings->outcome == Outcome::failed) end.why = failure(task.dealings->error);
  if (task.dealings->result.kind != Value::Kind::none) {
    end.why = {.reason = Unwinding::Reason::returned, .value = task.dealings->result};
  }
  return end;
}

Routine ProcessExecution::worker() {
  Runtime& runtime = context_.runtime();
  Worker& self = co_await ThisWorker{};
  host_.set_worker(self);
  {
    const Guard guard(mutex_);
    worker_ = &self;
  }
  while (!runtime.stopping()) {
    const std::optional<Job> job = take();
    if (!job) {
      // Not for ever: who waits so is told that nobody is left who could end the wait.
      co_await Park{runtime, self, runtime.now() + std::chrono::hours(1)};
      continue;
    }
    TaskRun& task = tasks_.all()[index(job->task)];
    task.state.due = job->due;
    co_await run_task(task, host_);
    on_end_(end_of(task));
  }
}

}  // namespace interleave

#include "core/execution/execution.h"

#include <algorithm>
#include <utility>

#include "core/execution/make_executor.h"

namespace interleave {

Execution::Execution(const Program& program, Settings settings, Runtime& runtime, Recorder* recorder)
    : settings_(std::move(settings)),
      context_(settings_.mode, runtime, recorder),
      shared_(program.objects().all(), runtime),
      control_log_(context_.new_log()),
      executor_(make_executor(settings_.mode, context_, settings_.max_workers)) {
  const Scenario& scenario = program.scenario();
  limits_.time_slice = scenario.machine.time_slice;
  by_time_.reserve(scenario.tasks.size());
  for (std::size_t i = 0; i < scenario.tasks.size(); ++i) {
    const TaskId id = task_id(i);
    by_time_.push_back(&tasks_.emplace_back(TaskRun{.id = id,
                                                    .code = &program.code(id),
                                                    .source = &scenario.tasks[i],
                                                    .limits = &limits_,
                                                    .shared = &shared_,
                                                    .state = program.start(id)}));
    by_time_.back()->state.due = Time(scenario.tasks[i].after);
  }
  std::stable_sort(by_time_.begin(), by_time_.end(),
                   [](const TaskRun* a, const TaskRun* b) { return a->state.due < b->state.due; });
}

void Execution::set_max_workers(int max_workers) { executor_->set_max_workers(max_workers, control_log_); }

Routine Execution::main_program() {
  Runtime& runtime = context_.runtime();
  Worker& self = co_await ThisWorker{};
  EventLog* const log = context_.new_log();
  std::size_t submitted = executor_->take_plan(by_time_) ? by_time_.size() : 0;
  std::size_t changed = 0;
  executor_->open();
  while (!runtime.stopping() && (submitted < by_time_.size() || changed < settings_.changes.size())) {
    const Time submission = submitted < by_time_.size() ? by_time_[submitted]->state.due : kNever;
    const Time change = changed < settings_.changes.size() ? settings_.changes[changed].time : kNever;
    const Time next = std::min(submission, change);
    if (runtime.now() < next) {
      co_await Park{runtime, self, next};
      continue;
    }
    // At equal times submissions come first.
    if (submission == next) {
      const std::size_t first = submitted;
      while (submitted < by_time_.size() && by_time_[submitted]->state.due == next) ++submitted;
      executor_->submit(std::span(by_time_).subspan(first, submitted - first), log);
    } else {
      executor_->set_max_workers(settings_.changes[changed++].max_workers, log);
    }
  }
  executor_->close();
}

}  // namespace interleave

#include "core/execution/execution.h"

#include <algorithm>
#include <utility>

#include "core/execution/make_executor.h"

namespace interleave {

Execution::Execution(const Program& program, Settings settings, Runtime& runtime, Recorder* recorder)
    : settings_(std::move(settings)),
      context_(settings_.mode, program.scenario(), runtime, recorder),
      dealings_mutex_(runtime),
      shared_(program.objects().all(), dealings_mutex_),
      control_log_(context_.new_log()),
      executor_(make_executor(settings_.mode, context_, settings_.max_workers)),
      ends_(make_tasks(program), dealings_mutex_, *executor_, context_.launcher()) {
  for (TaskRun& task : tasks_) {
    task.ends = &ends_;
    if (!task.source->manual) by_time_.push_back(&task);
  }
  std::stable_sort(by_time_.begin(), by_time_.end(),
                   [](const TaskRun* a, const TaskRun* b) { return a->state.due < b->state.due; });
}

std::vector<TaskRun*> Execution::make_tasks(const Program& program) {
  const Scenario& scenario = program.scenario();
  limits_.time_slice = scenario.machine.time_slice;
  std::vector<TaskRun*> made;
  made.reserve(scenario.tasks.size());
  for (std::size_t i = 0; i < scenario.tasks.size(); ++i) {
    const TaskId id = task_id(i);
    TaskRun& task = tasks_.emplace_back(TaskRun{.id = id,
                                                .code = &program.code(id),
                                                .source = &scenario.tasks[i],
                                                .limits = &limits_,
                                                .shared = &shared_,
                                                .state = program.start(id)});
    task.state.due = Time(scenario.tasks[i].after);
    if (program.has_dealings()) task.dealings = &dealings_.emplace_back();
    made.push_back(&task);
  }
  return made;
}

void Execution::set_max_workers(int max_workers) { executor_->set_max_workers(max_workers, control_log_); }

void Execution::note_submission(std::span<TaskRun* const> tasks) {
  const Guard guard(dealings_mutex_);
  for (const TaskRun* task : tasks) {
    if (task->dealings != nullptr) task->dealings->is_submitted = true;
  }
}

// One by one it comes once the one before it has ended.
Time Execution::due_next(const TaskRun& task) {
  Launcher& launcher = context_.launcher();
  return launcher.is_one_by_one() ? std::max(task.state.due, launcher.latest_end()) : task.state.due;
}

Routine Execution::main_program() {
  Runtime& runtime = context_.runtime();
  Worker& self = co_await ThisWorker{};
  EventLog* const log = context_.new_log();
  std::size_t submitted = executor_->take_plan(by_time_) ? by_time_.size() : 0;
  std::size_t changed = 0;
  executor_->open();
  Launcher& launcher = context_.launcher();
  launcher.begin(self);
  const auto has_more = [&] { return submitted < by_time_.size() && !launcher.is_stopped(); };
  while (!runtime.stopping() && (has_more() || changed < settings_.changes.size())) {
    const Time submission = has_more() && launcher.may_submit() ? due_next(*by_time_[submitted]) : kNever;
    const Time change = changed < settings_.changes.size() ? settings_.changes[changed].time : kNever;
    const Time next = std::min(submission, change);
    if (runtime.now() < next) {
      co_await Park{runtime, self, next};
      continue;
    }
    // At equal times submissions come first.
    if (submission == next) {
      const std::size_t first = submitted;
      do {
        by_time_[submitted++]->state.due = next;
      } while (!launcher.is_one_by_one() && submitted < by_time_.size() && by_time_[submitted]->state.due == next);
      const auto tasks = std::span(by_time_).subspan(first, submitted - first);
      note_submission(tasks);
      launcher.submitted();
      executor_->submit(tasks, log);
    } else {
      executor_->set_max_workers(settings_.changes[changed++].max_workers, log);
    }
  }
  executor_->close();
}

}  // namespace interleave

#include "core/execution/execution.h"

#include <algorithm>
#include <utility>

#include "core/execution/make_executor.h"

namespace interleave {

Execution::Execution(const Program& program, Settings settings, Runtime& runtime, Recorder* recorder)
    : settings_(std::move(settings)),
      context_(settings_.mode, program, runtime, recorder, settings_.children, settings_.gate),
      shared_(program.objects().all(), context_.dealings_mutex()),
      tasks_(program, shared_, settings_.with_dealings),
      control_log_(context_.new_log()),
      executor_(make_executor(settings_.mode, context_, settings_.max_workers)),
      ends_(tasks_.all(), context_.dealings_mutex(), *executor_, context_.launcher()) {
  tasks_.set_ends(ends_);
  tasks_.set_order(settings_.gate);
  by_time_.reserve(tasks_.all().size());
  for (TaskRun& task : tasks_.all()) {
    if (!task.source->manual) by_time_.push_back(&task);
  }
  std::stable_sort(by_time_.begin(), by_time_.end(),
                   [](const TaskRun* a, const TaskRun* b) { return a->state.due < b->state.due; });
}

void Execution::set_max_workers(int max_workers) { executor_->set_max_workers(max_workers, control_log_); }

void Execution::note_submission(std::span<TaskRun* const> tasks) {
  if (tasks.front()->dealings == nullptr) return;  // nor has any other
  const Guard guard(context_.dealings_mutex());
  for (const TaskRun* task : tasks) task->dealings->is_submitted = true;
}

// One by one it comes once the one before it has ended.
Time Execution::due_next(const TaskRun& task) {
  Launcher& launcher = context_.launcher();
  return launcher.is_one_by_one() ? std::max(task.state.due, launcher.latest_end()) : task.state.due;
}

// Whether it is a step that counts that the task is submitted.
bool Execution::arrives_late(std::size_t next) const {
  if (settings_.gate == nullptr || !settings_.gate->counted().arrivals_count()) return false;
  const Duration before = next == 0 ? Duration::zero() : by_time_[next - 1]->source->after;
  return by_time_[next]->source->after > before;
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
    Gate* const gate = submission == next && arrives_late(submitted) ? settings_.gate : nullptr;
    if (gate != nullptr && gate->holds_arrival(*by_time_[submitted], self, runtime)) {
      co_await Park{runtime, self, kNever};
      continue;
    }
    if (gate != nullptr && gate->orders() && runtime.has_others_ready()) {
      co_await Yield{runtime, self};
      continue;
    }
    if (gate != nullptr) gate->took_step(by_time_[submitted]->id);
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
      if (gate != nullptr) gate->look();
    } else {
      executor_->set_max_workers(settings_.changes[changed++].max_workers, log);
    }
  }
  if (settings_.gate != nullptr) settings_.gate->no_more_arrivals();
  executor_->close();
}

}  // namespace interleave

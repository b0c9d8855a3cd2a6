#include "core/execution/task_runs.h"

namespace interleave {

TaskRuns::TaskRuns(const Program& program, SharedState& shared, bool with_dealings) {
  const Scenario& scenario = program.scenario();
  run_.most_steps = scenario.most_steps;
  run_.steps_left = static_cast<std::int64_t>(scenario.most_steps);
  run_.time_slice = scenario.machine.time_slice;
  tasks_.reserve(scenario.tasks.size());
  for (std::size_t i = 0; i < scenario.tasks.size(); ++i) {
    const TaskId id = task_id(i);
    TaskRun& task = tasks_.emplace_back(TaskRun{.id = id,
                                                .code = &program.code(id),
                                                .state = program.start(id),
                                                .source = &scenario.tasks[i],
                                                .run = &run_,
                                                .shared = &shared});
    task.state.due = Time(scenario.tasks[i].after);
    if (with_dealings || program.has_dealings()) task.dealings = &dealings_.emplace_back();
  }
}

std::vector<TaskRun*> TaskRuns::by_id() {
  std::vector<TaskRun*> tasks;
  tasks.reserve(tasks_.size());
  for (TaskRun& task : tasks_) tasks.push_back(&task);
  return tasks;
}

void TaskRuns::set_order(StepOrder* order) {
  run_.order = order;
  for (TaskRun& task : tasks_) task.is_ordered = order != nullptr;
}

}  // namespace interleave

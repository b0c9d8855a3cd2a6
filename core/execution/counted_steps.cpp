#include "core/execution/counted_steps.h"

#include <algorithm>

namespace interleave {

CountedSteps::CountedSteps(const Program& program, Mode mode, bool with_lines)
    : on_threads_(!traits(mode).one_worker),
      in_pool_(on_threads_ && traits(mode).has_max_workers),
      with_lines_(with_lines && on_threads_),
      ends_(program.scenario().tasks.size()),
      starters_(program.scenario().tasks.size()) {
  if (!on_threads_) return;
  const Scenario& scenario = program.scenario();
  const bool in_processes = !traits(mode).shares_memory;
  const bool cancels = scenario.main.on_error == OnError::cancel;
  const bool starts =
      std::any_of(scenario.tasks.begin(), scenario.tasks.end(), [](const Task& task) { return task.manual; });
  const bool withdraws = in_pool_ && contains(scenario, Verb::cancel);
  all_ends_ = in_processes || (in_pool_ && cancels) || withdraws;
  arrivals_ = in_processes || cancels || withdraws || (in_pool_ && starts);
  if (!program.has_dealings()) return;  // nobody awaits anybody
  for (std::size_t i = 0; i < scenario.tasks.size(); ++i) look_at(program.code(task_id(i)));
}

void CountedSteps::look_at(const Code& code) {
  std::vector<TaskId> started;
  for (const Instruction& instruction : code.instructions) {
    if (instruction.op != Op::perform) continue;
    if (instruction.verb == Verb::start) started.push_back(task_id(instruction.target));
    if (instruction.verb != Verb::await || instruction.timeout == kNoTimeout) continue;
    for (const TaskId awaited : code.awaited[instruction.target].tasks) ends_[index(awaited)] = true;
  }
  std::sort(started.begin(), started.end());
  started.erase(std::unique(started.begin(), started.end()), started.end());
  for (const TaskId one : started) ++starters_[index(one)];
}

bool CountedSteps::counts(Verb verb) const {
  switch (interleave::counts(verb)) {
    case CountsWhere::never:
      break;
    case CountsWhere::on_threads:
      return on_threads_;
    case CountsWhere::in_pools:
      return in_pool_;
    case CountsWhere::in_lines:
      return with_lines_;
  }
  return false;
}

bool CountedSteps::counts(const Instruction& instruction) const {
  switch (instruction.op) {
    case Op::perform:
      if (instruction.verb == Verb::start && is_contested(task_id(instruction.target))) return true;
      return counts(instruction.verb);
    case Op::perform_on_shared:
    case Op::next_of_each:
      return counts(instruction.verb);
    default:
      return false;
  }
}

// To begin with tasks as they end is none, to take one of them is; what fails before it is done is nothing that others
// could notice.
bool CountedSteps::counts(const Operation& operation) const {
  switch (operation.kind) {
    case Operation::Kind::performs:
      if (operation.verb == Verb::start && is_contested(task_id(operation.target))) return true;
      return operation.verb != Verb::as_completed && counts(operation.verb);
    case Operation::Kind::takes_next:
      return counts(operation.verb);
    case Operation::Kind::fails:
    case Operation::Kind::unwinds:
    case Operation::Kind::none:
      break;
  }
  return false;
}

}  // namespace interleave

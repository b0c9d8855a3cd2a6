#include "core/predict/changed_program.h"

#include <algorithm>

#include "core/scenario/step.h"

namespace interleave {
namespace {

void wait_instead_of_block(std::vector<Step>& steps) {
  for_each_step(steps, [](Step& step) {
    if (const auto* const block = std::get_if<verb::Block>(&step.action)) step.action = verb::Sleep{block->seconds};
  });
}

int as_many_as_tasks(const Scenario& scenario) {
  return static_cast<int>(std::min<std::size_t>(scenario.tasks.size(), kMostWorkers));
}

}  // namespace

std::optional<ChangedProgram> changed_program(WrongModel model, const Asked& asked) {
  ChangedProgram changed{asked.scenario, asked.settings};
  changed.settings.schedule.clear();
  changed.settings.changes.clear();
  switch (model) {
    case WrongModel::sequential:
    case WrongModel::listed:
      changed.settings.mode = Mode::sequential;
      return changed;
    case WrongModel::not_blocked:
      for (Function& function : changed.scenario.functions) wait_instead_of_block(function.steps);
      for (Task& task : changed.scenario.tasks) wait_instead_of_block(task.steps);
      return changed;
    case WrongModel::started_when_submitted:
      changed.settings.mode = Mode::pool;
      changed.settings.max_workers = as_many_as_tasks(asked.scenario);
      return changed;
    case WrongModel::parallel:
      changed.settings.mode = Mode::threads;
      changed.settings.gil = false;
      changed.scenario.machine.gil = false;
      changed.scenario.machine.cores = as_many_as_tasks(asked.scenario);
      return changed;
    default:
      return std::nullopt;
  }
}

}  // namespace interleave

#include "core/scenario/shared_objects.h"

#include <algorithm>
#include <concepts>

namespace interleave {

SharedObjects::SharedObjects(const Scenario& scenario) : scenario_(scenario) {
  add(SharedUse::variable, ObjectKind::variable, scenario.shared);
  add(SharedUse::lock, ObjectKind::semaphore, scenario.semaphores);
  add(SharedUse::queue, ObjectKind::queue, scenario.queues);
  std::vector<bool> has_locks;  // of the functions
  for (const Function& function : scenario.functions) {
    has_locks.push_back(find_step(function.steps, [](const Step& step) {
                          return step.verb() == Verb::lock || step.verb() == Verb::acquire ||
                                 step.verb() == Verb::release;
                        }) != nullptr);
  }
  for (const Task& task : scenario.tasks) {
    if (!task.function) {
      add_locks(task, task.steps);
    } else if (has_locks[*task.function]) {
      add_locks(task, scenario.functions[*task.function].steps);
    }
  }
}

void SharedObjects::add(SharedUse use, ObjectKind kind, const std::vector<Declaration>& declarations) {
  for (const Declaration& one : declarations) {
    ids_[static_cast<std::size_t>(use)].emplace(one.name, object_id(objects_.size()));
    objects_.push_back({one.name, kind, one.number});
  }
}

void SharedObjects::add_locks(const Task& task, const std::vector<Step>& steps) {
  auto& locks = ids_[static_cast<std::size_t>(SharedUse::lock)];
  for_each_step(steps, [&](const Step& step) {
    for_each_part(step, [&]<class Part>(const Part& part, const auto& value) {
      if constexpr (std::same_as<Part, part::Shared>) {
        if (part.use != SharedUse::lock) return;
        const std::string& name = text_of(value, task);
        if (locks.emplace(name, object_id(objects_.size())).second) objects_.push_back({name, ObjectKind::lock, 1});
      }
    });
  });
}

const std::string& SharedObjects::text_of(const SharedName& name, const Task& task) const {
  if (const auto* const text = std::get_if<std::string>(&name)) return *text;
  const std::vector<std::string>& parameters = scenario_.functions[*task.function].parameters;
  const auto parameter = std::find(parameters.begin(), parameters.end(), std::get<Placeholder>(name).name);
  return std::get<std::string>(task.arguments[static_cast<std::size_t>(parameter - parameters.begin())]);
}

ObjectId SharedObjects::find(SharedUse use, const std::string& name) const {
  const auto& ids = ids_[static_cast<std::size_t>(use)];
  const auto found = ids.find(name);
  return found == ids.end() ? ObjectId::none : found->second;
}

}  // namespace interleave

#include "core/scenario/shared_objects.h"

#include <algorithm>
#include <concepts>

namespace interleave {

SharedObjects::SharedObjects(const Scenario& scenario) : scenario_(scenario) {
  add(SharedUse::variable, ObjectKind::variable, scenario.shared);
  add(SharedUse::lock, ObjectKind::semaphore, scenario.semaphores);
  add(SharedUse::queue, ObjectKind::queue, scenario.queues);
  find_functions_with_locks();
  for (const Task& task : scenario.tasks) {
    if (!task.function) {
      add_locks({task}, task.steps);
    } else if (has_locks_[*task.function]) {
      add_locks({task}, scenario.functions[*task.function].steps);
    }
  }
}

void SharedObjects::add(SharedUse use, ObjectKind kind, const std::vector<Declaration>& declarations) {
  for (const Declaration& one : declarations) {
    ids_[static_cast<std::size_t>(use)].emplace(one.name, object_id(objects_.size()));
    objects_.push_back({one.name, kind, one.number});
  }
}

// Round by round, as functions call each other.
void SharedObjects::find_functions_with_locks() {
  const auto needs_lock = [this](const Step& step) {
    const auto* const call = std::get_if<verb::Call>(&step.action);
    return step.verb() == Verb::lock || step.verb() == Verb::acquire || step.verb() == Verb::release ||
           (call != nullptr && has_locks_[functions_.at(call->function)]);
  };
  for (std::size_t at = 0; at < scenario_.functions.size(); ++at) functions_.emplace(scenario_.functions[at].name, at);
  has_locks_.resize(scenario_.functions.size());
  bool is_new = true;
  while (is_new) {
    is_new = false;
    for (std::size_t at = 0; at < scenario_.functions.size(); ++at) {
      if (has_locks_[at] || find_step(scenario_.functions[at].steps, needs_lock) == nullptr) continue;
      has_locks_[at] = is_new = true;
    }
  }
}

void SharedObjects::add_locks(const Place& place, const std::vector<Step>& steps) {
  auto& locks = ids_[static_cast<std::size_t>(SharedUse::lock)];
  for_each_step(steps, [&](const Step& step) {
    if (const auto* const call = std::get_if<verb::Call>(&step.action)) {
      const std::size_t callee = functions_.at(call->function);
      if (has_locks_[callee]) add_locks({place.task, call, &place}, scenario_.functions[callee].steps);
      return;
    }
    for_each_part(step, [&]<class Part>(const Part& part, const auto& value) {
      if constexpr (std::same_as<Part, part::Shared>) {
        if (part.use != SharedUse::lock) return;
        const std::string& name = text_of(value, place);
        if (locks.emplace(name, object_id(objects_.size())).second) objects_.push_back({name, ObjectKind::lock, 1});
      }
    });
  });
}

const std::string& SharedObjects::text_of(const SharedName& name, const Place& place) const {
  if (const auto* const text = std::get_if<std::string>(&name)) return *text;
  const std::string& parameter = std::get<Placeholder>(name).name;
  if (place.call == nullptr) {
    const std::vector<std::string>& parameters = scenario_.functions[*place.task.function].parameters;
    const auto found = std::find(parameters.begin(), parameters.end(), parameter);
    return std::get<std::string>(place.task.arguments[static_cast<std::size_t>(found - parameters.begin())]);
  }
  const std::vector<PassedArgument>& passed = place.call->arguments;
  const auto argument =
      std::find_if(passed.begin(), passed.end(), [&](const PassedArgument& one) { return one.parameter == parameter; });
  if (const auto* const text = std::get_if<std::string>(&argument->value)) return *text;
  return text_of(std::get<Placeholder>(argument->value), *place.caller);
}

ObjectId SharedObjects::find(SharedUse use, const std::string& name) const {
  const auto& ids = ids_[static_cast<std::size_t>(use)];
  const auto found = ids.find(name);
  return found == ids.end() ? ObjectId::none : found->second;
}

}  // namespace interleave

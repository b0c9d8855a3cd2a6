#include "core/listing/listed_objects.h"

#include <algorithm>
#include <concepts>
#include <utility>

#include "core/scenario/shared_objects.h"

namespace interleave {
namespace {

// Who is called like something else of the program says what it is: "tickets", and the lock "tickets lock".
std::vector<std::string> names_of_objects(const Scenario& scenario, const std::vector<ListedObject>& objects) {
  std::unordered_set<std::string> taken;
  for (const Function& function : scenario.functions) taken.insert(function.name);
  for (const Task& task : scenario.tasks) {
    if (!task.function) taken.insert(task.name);
  }
  std::vector<std::string> names;
  for (const ListedObject& object : objects) {
    const std::string& name = object.what.name;
    names.push_back(taken.insert(name).second ? name : name + " " + std::string(noun(object.what.kind)));
  }
  return names;
}

}  // namespace

SharedUse use_of(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::variable:
      return SharedUse::variable;
    case ObjectKind::queue:
      return SharedUse::queue;
    case ObjectKind::lock:
    case ObjectKind::semaphore:
      break;
  }
  return SharedUse::lock;
}

const std::string* fixed_name(const SharedName& name) { return std::get_if<std::string>(&name); }

void for_each_use(const std::vector<Step>& steps, const std::function<void(SharedUse, const SharedName&)>& visit) {
  for_each_step(steps, [&](const Step& step) {
    for_each_part(step, [&]<class Part>(const Part& part, const auto& value) {
      if constexpr (std::same_as<Part, part::Shared>) visit(part.use, value);
    });
  });
}

ListedObjects::ListedObjects(const Scenario& scenario, IdentifierScope& scope) {
  const SharedObjects used(scenario);
  for (const SharedObject& object : used.all()) add(object);
  for (const Function& function : scenario.functions) {
    for_each_use(function.steps, [this](SharedUse use, const SharedName& name) {
      const std::string* const text = fixed_name(name);
      if (text == nullptr) tables_[static_cast<std::size_t>(use)] = true;
      if (text != nullptr && use == SharedUse::lock) add({*text, ObjectKind::lock, 1});
    });
  }
  const std::vector<std::string> names = names_of_objects(scenario, objects_);
  const auto identifiers = scope.take({names.begin(), names.end()}, "object");
  for (std::size_t at = 0; at < objects_.size(); ++at) objects_[at].identifier = identifiers[at];
}

// Once, whoever uses it.
void ListedObjects::add(const SharedObject& object) {
  auto& positions = positions_[static_cast<std::size_t>(use_of(object.kind))];
  if (positions.emplace(object.name, objects_.size()).second) objects_.push_back({object, {}});
}

bool ListedObjects::has(ObjectKind kind) const {
  return std::any_of(objects_.begin(), objects_.end(),
                     [kind](const ListedObject& object) { return object.what.kind == kind; });
}

const ListedObject& ListedObjects::find(SharedUse use, const std::string& name) const {
  return objects_[positions_[static_cast<std::size_t>(use)].at(name)];
}

}  // namespace interleave

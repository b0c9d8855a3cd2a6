#include "app/gui/model/edit/step_declarations.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "app/gui/model/edit/field_reading.h"
#include "app/gui/model/edit/step_renames.h"
#include "core/base/utf8.h"

namespace interleave::gui {

namespace {

template <class AnyScenario>
auto list_of(AnyScenario& scenario, ObjectKind kind) -> decltype(&scenario.shared) {
  switch (kind) {
    case ObjectKind::variable:
      return &scenario.shared;
    case ObjectKind::semaphore:
      return &scenario.semaphores;
    case ObjectKind::queue:
      return &scenario.queues;
    case ObjectKind::lock:
      break;
  }
  return nullptr;
}

// Where a file has the list.
std::string_view key_of(ObjectKind kind) {
  return kind == ObjectKind::variable ? "shared" : kind == ObjectKind::semaphore ? "semaphores" : "queues";
}

SharedUse use_of(ObjectKind kind) {
  return kind == ObjectKind::variable ? SharedUse::variable
         : kind == ObjectKind::queue  ? SharedUse::queue
                                      : SharedUse::lock;
}

void declare(std::vector<Declaration>& list, std::set<std::string>& known, const std::string& name) {
  if (known.insert(name).second) list.push_back({name, 0});
}

void declare_named(Scenario& scenario, SharedUse use) {
  auto& list = use == SharedUse::variable ? scenario.shared : scenario.queues;
  std::set<std::string> known;
  for (const Declaration& one : list) known.insert(one.name);
  for_each_step(scenario, [&](const Step& step) {
    for_each_part(step, [&]<class Part>(const Part& part, const auto& value) {
      if constexpr (std::is_same_v<Part, part::Shared>) {
        const auto* const name = std::get_if<std::string>(&value);
        if (part.use == use && name != nullptr && !name->empty()) declare(list, known, *name);
      }
    });
  });
  for_each_passed_name(scenario, use, [&](const std::string& name) {
    if (!name.empty()) declare(list, known, name);
  });
  const auto given = parameters_for(scenario, use);
  for (const Task& task : scenario.tasks) {
    if (!task.function) continue;
    for (const std::size_t position : given[*task.function]) {
      const auto* const name = std::get_if<std::string>(&task.arguments[position]);
      if (name != nullptr && !name->empty()) declare(list, known, *name);
    }
  }
}

bool is_declared(const Scenario& scenario, std::string_view name) {
  const auto has = [&](const std::vector<Declaration>& list) {
    return std::any_of(list.begin(), list.end(), [&](const Declaration& one) { return one.name == name; });
  };
  return has(scenario.shared) || has(scenario.semaphores) || has(scenario.queues);
}

// A name that nothing shared has yet: "counter", "counter 2".
std::string free_name(const Scenario& scenario, ObjectKind kind) {
  const std::string first = kind == ObjectKind::variable ? "counter" : kind == ObjectKind::queue ? "queue" : "slots";
  std::string name = first;
  for (std::size_t next = 2; is_declared(scenario, name); ++next) name = fmt::format("{} {}", first, next);
  return name;
}

}  // namespace

const std::vector<Declaration>* declared(const Scenario& scenario, ObjectKind kind) { return list_of(scenario, kind); }

void declare_what_is_named(Scenario& scenario) {
  declare_named(scenario, SharedUse::variable);
  declare_named(scenario, SharedUse::queue);
}

void follow_new_name(Scenario& scenario, SharedUse use, const std::string& before, const std::string& after) {
  if (use == SharedUse::lock || before == after || is_named(scenario, use, before)) return;
  auto& list = use == SharedUse::variable ? scenario.shared : scenario.queues;
  const auto find = [&](const std::string& name) {
    return std::find_if(list.begin(), list.end(), [&](const Declaration& one) { return one.name == name; });
  };
  const auto old = find(before);
  if (old == list.end()) return;
  if (find(after) == list.end()) {
    old->name = after;
  } else if (old->number == 0) {
    list.erase(old);
  }
}

Edited add_declaration(Scenario scenario, ObjectKind kind) {
  auto* const list = list_of(scenario, kind);
  if (list == nullptr) return std::string("a lock is there as soon as a step names it");
  std::string name = free_name(scenario, kind);
  std::string act = fmt::format("add the {} {}", noun(kind), name);
  list->push_back({std::move(name), kind == ObjectKind::semaphore ? 1 : 0});
  return Edit{std::move(scenario), std::move(act)};
}

Edited rename_declaration(Scenario scenario, ObjectKind kind, std::size_t position, std::string_view name) {
  Declaration& one = (*list_of(scenario, kind))[position];
  std::string act = fmt::format("rename {}", one.name);
  const std::string before = std::exchange(one.name, std::string(trimmed(name)));
  rename_shared(scenario, use_of(kind), before, one.name);
  return Edit{std::move(scenario), std::move(act)};
}

Edited set_declared_number(Scenario scenario, ObjectKind kind, std::size_t position, std::string_view text) {
  Declaration& one = (*list_of(scenario, kind))[position];
  const auto read =
      read_fields(fmt::format(R"("{}": {{"{}": {}}}, )", key_of(kind), noun(kind), typed_value(text)), "");
  if (!read) return read.error();
  one.number = declared(read.value(), kind)->front().number;
  std::string act = fmt::format("change what {} begins with", one.name);
  return Edit{std::move(scenario), std::move(act)};
}

Edited remove_declaration(Scenario scenario, ObjectKind kind, std::size_t position) {
  auto& list = *list_of(scenario, kind);
  std::string act = fmt::format("remove the {} {}", noun(kind), list[position].name);
  if (is_named(scenario, use_of(kind), list[position].name) && kind != ObjectKind::semaphore) {
    return fmt::format("steps use {}; change or remove them before it goes", in_quotes(list[position].name));
  }
  list.erase(list.begin() + static_cast<std::ptrdiff_t>(position));
  return Edit{std::move(scenario), std::move(act)};
}

}  // namespace interleave::gui

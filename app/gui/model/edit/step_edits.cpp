#include "app/gui/model/edit/step_edits.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

#include "app/gui/model/edit/call_edits.h"
#include "app/gui/model/edit/field_reading.h"
#include "app/gui/model/edit/new_step.h"
#include "app/gui/model/edit/step_declarations.h"
#include "app/gui/model/edit/step_renames.h"
#include "app/gui/model/edit/step_text.h"
#include "core/base/nearest.h"
#include "core/base/utf8.h"
#include "core/scenario/step_words.h"

namespace interleave::gui {

namespace {

constexpr std::string_view kNoStep = "there is no such step any more";

// What the edit needs of the file is there as well.
Edit completed(Scenario scenario, std::string act) {
  declare_what_is_named(scenario);
  return {std::move(scenario), std::move(act)};
}

void submit_by_start(Scenario& scenario, const Step& step) {
  const auto* const start = std::get_if<verb::Start>(&step.action);
  if (start == nullptr) return;
  for (Task& task : scenario.tasks) {
    if (task.name != start->task) continue;
    task.manual = true;
    task.after = Duration::zero();
  }
}

// The names that the step gives values of the task's own, and those that it names what is shared by.
struct Named {
  std::vector<std::string> given;
  std::vector<std::string> indexes;
  std::vector<std::pair<SharedUse, std::string>> shared;
};

Named names_in(const Step& step) {
  Named named;
  for_each_part(step, [&]<class Part>(const Part& part, const auto& value) {
    if constexpr (std::is_same_v<Part, part::Own>) named.given.push_back(value);
    if constexpr (std::is_same_v<Part, part::Owns>) named.given = value.names;
    if constexpr (std::is_same_v<Part, part::Index>) named.indexes.push_back(value);
    if constexpr (std::is_same_v<Part, part::Shared>) {
      const auto* const name = std::get_if<std::string>(&value);
      named.shared.emplace_back(part.use, name != nullptr ? *name : "");
    }
  });
  return named;
}

// Where a value has another name now, whoever uses it does so by that one: unless others give it the old name too, or
// the new one is taken.
void follow_new_values(std::vector<Step>& steps, Step& step, const Named& before, const NamesHere& around) {
  const Named after = names_in(step);
  const auto is_taken = [&](const std::string& name) {
    const auto has = [&](const std::vector<std::string>& names) {
      return std::find(names.begin(), names.end(), name) != names.end();
    };
    return has(around.values) || has(around.indexes) || has(around.parameters);
  };
  const auto is_new_name = [&](const std::string& from, const std::string& to) {
    return from != to && !from.empty() && is_plain_name(to) && !is_taken(to);
  };
  for (std::size_t i = 0; i < std::min(before.given.size(), after.given.size()); ++i) {
    const std::string& from = before.given[i];
    bool given_elsewhere = false;
    for_each_step(steps, [&](const Step& any) {
      const auto given = names_in(any).given;
      given_elsewhere = given_elsewhere || std::find(given.begin(), given.end(), from) != given.end();
    });
    if (is_new_name(from, after.given[i]) && !given_elsewhere) rename_uses(steps, from, after.given[i]);
  }
  for (std::size_t i = 0; i < std::min(before.indexes.size(), after.indexes.size()); ++i) {
    if (!is_new_name(before.indexes[i], after.indexes[i])) continue;
    for_each_body(step, [&](std::vector<Step>& body) { rename_uses(body, before.indexes[i], after.indexes[i]); });
  }
}

Edited change_verb(Scenario scenario, std::size_t task, const StepPath& path, std::string_view word) {
  const VerbWords* const verb = find_verb(word);
  if (verb == nullptr) return unknown_verb(word);
  const Verb wanted = static_cast<Verb>(verb - kVerbWords.data());
  Step& step = *step_at(steps_of(scenario, task), path);
  if (step.verb() == wanted) return Edit{std::move(scenario), "change nothing"};
  std::string act = fmt::format("make {} of {} in {}", word, name(step.verb()), owner_of_steps(scenario, task));
  const Surroundings around = surroundings(scenario, task, path, wanted);
  Converted converted = with_verb(std::move(*step_at(steps_of(scenario, task), path)), wanted, around);
  std::vector<Step>& list = *list_at(steps_of(scenario, task), path);
  list[path.position] = std::move(converted.step);
  submit_by_start(scenario, list[path.position]);
  list.insert(list.begin() + static_cast<std::ptrdiff_t>(path.position) + 1,
              std::make_move_iterator(converted.left_over.begin()), std::make_move_iterator(converted.left_over.end()));
  return completed(std::move(scenario), std::move(act));
}

// A body that the file has.
struct BodyOfStep {
  std::string_view key;
  std::size_t size = 0;
};

std::vector<BodyOfStep> bodies_of(const Step& step) {
  std::vector<BodyOfStep> bodies;
  for_each_part(step, [&]<class Part>(const Part& part, const auto& value) {
    if constexpr (std::is_same_v<Part, part::Body>) bodies.push_back({part.key, value.size()});
    if constexpr (std::is_same_v<Part, part::OptionalBody>) {
      if (value) bodies.push_back({part.key, value->size()});
    }
  });
  return bodies;
}

// Where somebody who goes down comes into the body, or who goes up.
StepPath end_of_body(const StepPath& step, const BodyOfStep& body, Way way) {
  StepPath place = into(step, body.key);
  if (way == Way::up) place.position = body.size;
  return place;
}

}  // namespace

std::string unknown_verb(std::string_view word) {
  const auto meant = nearest_name(word, verb_names());
  return fmt::format(
      "there is no step {}; {}", in_quotes(word),
      meant ? fmt::format("did you mean {}?", in_quotes(*meant)) : "there is " + in_quotes_each(verb_names()));
}

std::string owner_of_steps(const Scenario& scenario, std::size_t task) {
  const Task& of = scenario.tasks[task];
  if (!of.function) return of.name;
  const std::string& function = scenario.functions[*of.function].name;
  const std::size_t callers = callers_of(scenario, task);
  return callers > 1 ? fmt::format("{}, which {} tasks call", function, callers) : function;
}

Edited add_step(Scenario scenario, std::size_t task, const StepPath& place, Verb verb) {
  if (!is_place(steps_of(scenario, task), place)) return std::string(kNoStep);
  std::string act = fmt::format("add {} to {}", name(verb), owner_of_steps(scenario, task));
  Step step = new_step(verb, surroundings(scenario, task, place, verb));
  submit_by_start(scenario, step);
  std::vector<Step>& list = *open_list_at(steps_of(scenario, task), place);
  list.insert(list.begin() + static_cast<std::ptrdiff_t>(place.position), std::move(step));
  return completed(std::move(scenario), std::move(act));
}

Edited remove_step(Scenario scenario, std::size_t task, const StepPath& path) {
  std::vector<Step>& steps = steps_of(scenario, task);
  const Step* const step = step_at(steps, path);
  if (step == nullptr) return std::string(kNoStep);
  std::string act = fmt::format("remove {} from {}", name(step->verb()), owner_of_steps(scenario, task));
  std::vector<Step>& list = *list_at(steps, path);
  list.erase(list.begin() + static_cast<std::ptrdiff_t>(path.position));
  return Edit{std::move(scenario), std::move(act)};
}

StepPath moved(const StepPath& from, const StepPath& to) { return after_removal(to, from); }

Edited move_step(Scenario scenario, std::size_t task, const StepPath& from, const StepPath& to) {
  std::vector<Step>& steps = steps_of(scenario, task);
  const Step* const found = step_at(steps, from);
  if (found == nullptr || !is_place(steps, to)) return std::string(kNoStep);
  if (is_within(to, from)) return std::string("a step cannot be put into itself");
  Step step = *found;
  std::string act = fmt::format("move {} in {}", name(step.verb()), owner_of_steps(scenario, task));
  std::vector<Step>& target = *open_list_at(steps, to);
  target.insert(target.begin() + static_cast<std::ptrdiff_t>(to.position), std::move(step));
  const StepPath old = after_insertion(from, to);
  std::vector<Step>& source = *list_at(steps, old);
  source.erase(source.begin() + static_cast<std::ptrdiff_t>(old.position));
  return Edit{std::move(scenario), std::move(act)};
}

std::optional<StepPath> place_beside(const std::vector<Step>& steps, const StepPath& path, Way way) {
  const auto* const list = list_at(steps, path);
  if (list == nullptr || path.position >= list->size()) return std::nullopt;
  const bool down = way == Way::down;
  const bool is_last = down ? path.position + 1 == list->size() : path.position == 0;
  if (!is_last) {
    const StepPath neighbour{path.around, down ? path.position + 1 : path.position - 1};
    const auto bodies = bodies_of((*list)[neighbour.position]);
    if (!bodies.empty()) return end_of_body(neighbour, down ? bodies.front() : bodies.back(), way);
    return StepPath{path.around, down ? neighbour.position + 1 : neighbour.position};
  }
  if (path.around.empty()) return std::nullopt;
  const StepPath outer = step_around(path);
  const auto bodies = bodies_of(*step_at(steps, outer));
  auto body = std::find_if(bodies.begin(), bodies.end(),
                           [&](const BodyOfStep& one) { return one.key == path.around.back().key; });
  if (down && body + 1 != bodies.end()) return end_of_body(outer, *(body + 1), way);
  if (!down && body != bodies.begin()) return end_of_body(outer, *(body - 1), way);
  return StepPath{outer.around, down ? outer.position + 1 : outer.position};
}

Edited remove_body(Scenario scenario, std::size_t task, const StepPath& place) {
  Step* const around = place.around.empty() ? nullptr : step_at(steps_of(scenario, task), step_around(place));
  if (around == nullptr) return std::string(kNoStep);
  const std::string& key = place.around.back().key;
  for_each_part(*around, [&]<class Part>(const Part& part, auto& value) {
    if constexpr (std::is_same_v<Part, part::Body>) {
      if (part.key == key) value.clear();
    }
    if constexpr (std::is_same_v<Part, part::OptionalBody>) {
      if (part.key == key) value.reset();
    }
  });
  std::string act = fmt::format("remove {} from {}", key, owner_of_steps(scenario, task));
  return Edit{std::move(scenario), std::move(act)};
}

Edited change_step(Scenario scenario, std::size_t task, const StepPath& path, std::string_view key,
                   std::string_view text) {
  std::vector<Step>& steps = steps_of(scenario, task);
  Step* const step = step_at(steps, path);
  if (step == nullptr) return std::string(kNoStep);
  if (key == kVerbKey) return change_verb(std::move(scenario), task, path, trimmed(text));
  const Named before = names_in(*step);
  const bool calls_other = step->verb() == Verb::call && key == name(Verb::call);
  const NamesShared shared = calls_other ? names_shared(scenario) : NamesShared();
  NamesHere around = names_at(scenario, task, path);
  if (auto refusal = type_part(*step, key, text, around.quantities())) return *refusal;
  if (calls_other) {
    auto& call = std::get<verb::Call>(step->action);
    call.arguments = fitting_arguments(scenario, shared, call.function, call.arguments);
  }
  follow_new_values(steps, *step, before, around);
  const Named after = names_in(*step);
  for (std::size_t i = 0; i < before.shared.size(); ++i) {
    follow_new_name(scenario, before.shared[i].first, before.shared[i].second, after.shared[i].second);
  }
  submit_by_start(scenario, *step);
  std::string act = fmt::format("change {} in {}", name(step->verb()), owner_of_steps(scenario, task));
  return completed(std::move(scenario), std::move(act));
}

}  // namespace interleave::gui

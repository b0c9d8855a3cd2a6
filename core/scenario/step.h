#pragma once

#include <concepts>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <variant>
#include <vector>

#include "core/base/ids.h"
#include "core/scenario/place.h"
#include "core/scenario/verbs.h"

namespace interleave {

// What a step does. Its copies, its end and its comparison are made in one place: who copies a scenario would make them
// for every verb anew.
class Action : public AnyAction {
 public:
  using AnyAction::AnyAction;
  using AnyAction::operator=;
  Action();
  Action(const Action& other);
  Action(Action&& other) noexcept;
  Action& operator=(const Action& other);
  Action& operator=(Action&& other) noexcept;
  ~Action();

  friend bool operator==(const Action& one, const Action& other);
};

struct Step {
  StepId id = StepId::none;
  Place position;  // of the step's opening brace
  Action action;

  Verb verb() const { return static_cast<Verb>(action.index()); }

  friend bool operator==(const Step&, const Step&) = default;
};

// Shows every part of the action or step with what stands there, in the order of the row: visit(part, value).
template <class OneAction, class Visit>
void for_each_part(OneAction& action, const Visit& visit) {
  std::apply([&](const auto&... at) { (visit(at.first, action.*at.second), ...); },
             std::remove_const_t<OneAction>::row());
}
template <class AnyStep, class Visit>
requires std::same_as<std::remove_const_t<AnyStep>, Step>
void for_each_part(AnyStep& step, const Visit& visit) {
  std::visit([&](auto& action) { for_each_part(action, visit); }, step.action);
}

// Whether the action has other steps within it.
template <class OneAction>
constexpr bool has_body() {
  return std::apply(
      [](const auto&... at) { return (std::same_as<std::remove_cvref_t<decltype(at.first)>, part::Body> || ...); },
      OneAction::row());  // who has one that may be missing has one that is there
}

bool has_body(const Step& step);

// Shows each list of steps that stands within the step.
template <class AnyStep, class Visit>
void for_each_body(AnyStep& step, const Visit& visit) {
  for_each_part(step, [&]<class Part>(const Part&, auto& value) {
    if constexpr (std::same_as<Part, part::Body>) visit(value);
    if constexpr (std::same_as<Part, part::OptionalBody>) {
      if (value) visit(*value);
    }
  });
}

// Shows the step, and after it those within it.
template <class AnyStep, class Visit>
void for_each_step_within(AnyStep& step, const Visit& visit) {
  visit(step);
  for_each_body(step, [&](auto& body) {
    for (auto& inner : body) for_each_step_within(inner, visit);
  });
}

// Shows every step, and after each those within it: in the order of the file, which is that of their ids.
template <class Steps, class Visit>
requires std::same_as<std::remove_const_t<Steps>, std::vector<Step>>
void for_each_step(Steps& steps, const Visit& visit) {
  for (auto& step : steps) for_each_step_within(step, visit);
}

// The first step in that order that passes the test, or null.
const Step* find_step(const std::vector<Step>& steps, const std::predicate<const Step&> auto& test) {
  for (const Step& step : steps) {
    if (test(step)) return &step;
    const Step* found = nullptr;
    for_each_body(step, [&](const auto& body) {
      if (found == nullptr) found = find_step(body, test);
    });
    if (found != nullptr) return found;
  }
  return nullptr;
}

// Whether any of the steps, or of those within them, has that verb.
bool contains(const std::vector<Step>& steps, Verb verb);

// The last step within the step, or the step itself where there is none.
StepId last_within(const Step& step);

// How many seconds the step itself takes; null where it takes no time of its own.
const Quantity* seconds_of(const Step& step);
Quantity* seconds_of(Step& step);

// Whether the step takes that parameter or index for a quantity, or passes it on to a function that may.
bool takes(const Step& step, std::string_view name);

// Whether both lists have the same verbs in the same places, so that a step's id means the same step in both.
bool same_shape(const std::vector<Step>& one, const std::vector<Step>& other);

}  // namespace interleave

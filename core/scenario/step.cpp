#include "core/scenario/step.h"

#include <algorithm>

#include "core/base/overloaded.h"

namespace interleave {
namespace {

template <class AnyStep, class AnyQuantity>
AnyQuantity* find_seconds(AnyStep& step) {
  AnyQuantity* found = nullptr;
  for_each_part(step, Overloaded{[&](const part::Seconds&, AnyQuantity& seconds) { found = &seconds; },
                                 [](const auto&, auto&) {}});
  return found;
}

std::vector<const std::vector<Step>*> bodies_of(const Step& step) {
  std::vector<const std::vector<Step>*> bodies;
  for_each_body(step, [&](const std::vector<Step>& body) { bodies.push_back(&body); });
  return bodies;
}

}  // namespace

Action::Action() = default;
Action::Action(const Action& other) = default;
Action::Action(Action&& other) noexcept = default;
Action& Action::operator=(const Action& other) = default;
Action& Action::operator=(Action&& other) noexcept = default;
Action::~Action() = default;

bool operator==(const Action& one, const Action& other) {
  return static_cast<const AnyAction&>(one) == static_cast<const AnyAction&>(other);
}

bool has_body(const Step& step) {
  return std::visit([]<class OneAction>(const OneAction&) { return has_body<OneAction>(); }, step.action);
}

bool contains(const std::vector<Step>& steps, Verb verb) {
  return find_step(steps, [&](const Step& step) { return step.verb() == verb; }) != nullptr;
}

StepId last_within(const Step& step) {
  StepId last = step.id;
  for_each_body(step, [&](const std::vector<Step>& body) {
    if (!body.empty()) last = last_within(body.back());
  });
  return last;
}

const Quantity* seconds_of(const Step& step) { return find_seconds<const Step, const Quantity>(step); }
Quantity* seconds_of(Step& step) { return find_seconds<Step, Quantity>(step); }

bool takes(const Step& step, std::string_view name) {
  bool found = false;
  const auto look = [&](const Quantity& quantity) {
    const auto* placeholder = std::get_if<Placeholder>(&quantity);
    found = found || (placeholder != nullptr && placeholder->name == name);
  };
  for_each_part(step, Overloaded{[&](const part::Seconds&, const Quantity& seconds) { look(seconds); },
                                 [&](const part::Count&, const Quantity& count) { look(count); },
                                 [&](const part::Timeout&, const std::optional<Quantity>& timeout) {
                                   if (timeout) look(*timeout);
                                 },
                                 [&](const part::Arguments&, const std::vector<PassedArgument>& arguments) {
                                   for (const PassedArgument& argument : arguments) {
                                     found = found || argument.value == PassedValue(Placeholder{std::string(name)});
                                   }
                                 },
                                 [](const auto&, const auto&) {}});
  return found;
}

bool same_shape(const std::vector<Step>& one, const std::vector<Step>& other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](const Step& a, const Step& b) {
    const auto in_a = bodies_of(a);
    const auto in_b = bodies_of(b);
    return a.verb() == b.verb() && std::equal(in_a.begin(), in_a.end(), in_b.begin(), in_b.end(),
                                              [](const auto* c, const auto* d) { return same_shape(*c, *d); });
  });
}

}  // namespace interleave

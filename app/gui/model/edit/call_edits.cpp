#include "app/gui/model/edit/call_edits.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>
#include <utility>

#include "app/gui/model/edit/field_reading.h"
#include "app/gui/model/edit/step_names.h"
#include "core/base/overloaded.h"
#include "core/base/utf8.h"
#include "core/scenario/decimal.h"
#include "core/scenario/limits.h"
#include "core/scenario/text_template.h"

namespace interleave::gui {

namespace {

constexpr std::array kUses = {SharedUse::variable, SharedUse::lock, SharedUse::queue};

std::string doubled_braces(std::string_view text) {
  std::string doubled;
  for (const char c : text) doubled.append(c == '{' || c == '}' ? 2 : 1, c);
  return doubled;
}

const Function* find_function(const Scenario& scenario, const std::string& name) {
  const auto found = std::find_if(scenario.functions.begin(), scenario.functions.end(),
                                  [&](const Function& function) { return function.name == name; });
  return found == scenario.functions.end() ? nullptr : &*found;
}

void for_each_call_in(auto& steps, const auto& visit) {
  for_each_step(steps, [&](auto& step) {
    if (auto* const call = std::get_if<verb::Call>(&step.action)) visit(*call);
  });
}

// Whether the one calls the other, or leads to it.
bool leads_to(const Scenario& scenario, const Function& function, const std::string& other,
              std::set<std::string>& seen) {
  if (function.name == other) return true;
  if (!seen.insert(function.name).second) return false;
  bool leads = false;
  for_each_call_in(function.steps, [&](const verb::Call& call) {
    const Function* const next = find_function(scenario, call.function);
    leads = leads || (next != nullptr && leads_to(scenario, *next, other, seen));
  });
  return leads;
}

bool is_in_expressions(const std::vector<Step>& steps, const std::string& name) {
  bool found = false;
  const auto look = [&](const Expression& expression) {
    for (const Expression::Node& node : expression.nodes) found = found || node.name == name;
  };
  for_each_step(steps, [&](const Step& step) {
    for_each_part(step, Overloaded{[&](const part::Made&, const Expression& made) { look(made); },
                                   [&](const part::Condition&, const Expression& condition) { look(condition); },
                                   [](const auto&, const auto&) {}});
  });
  return found;
}

// The parameter of another function that this one passes its own on to.
std::optional<std::pair<std::string, std::string>> passed_on_to(const Function& function, const std::string& name) {
  std::optional<std::pair<std::string, std::string>> target;
  for_each_call_in(function.steps, [&](const verb::Call& call) {
    for (const PassedArgument& passed : call.arguments) {
      if (passed.value == PassedValue(Placeholder{name})) target = {call.function, passed.parameter};
    }
  });
  return target;
}

// `depth`: of functions that pass it on, which may be in a circle until the loader says so.
PassedValue usual_argument(const Scenario& scenario, const NamesShared& shared, const Function& function,
                           const std::string& parameter, std::size_t depth = 0) {
  const auto takes_it = [&](const Step& step) { return step.verb() != Verb::call && takes(step, parameter); };
  if (find_step(function.steps, takes_it) != nullptr) return read_number("1");
  for (const SharedUse use : kUses) {
    if (!takes_name(function, use, parameter)) continue;
    const std::vector<std::string>& names = shared[static_cast<std::size_t>(use)];
    return names.empty() ? parameter : names.front();
  }
  if (is_in_expressions(function.steps, parameter)) return read_number("0");
  if (const auto target = passed_on_to(function, parameter); target && depth < kMostRepeatDepth) {
    const Function* const next = find_function(scenario, target->first);
    if (next != nullptr) return usual_argument(scenario, shared, *next, target->second, depth + 1);
  }
  return parameter;
}

std::optional<std::string> take_argument(std::vector<PassedArgument>& arguments, std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) {
    return fmt::format("{} is no argument; write a parameter, = and what it is given: seconds=1", in_quotes(text));
  }
  PassedArgument argument{std::string(trimmed(text.substr(0, equals))), {}};
  const std::string_view given = trimmed(text.substr(equals + 1));
  if (const std::string value = typed_value(given); value.front() != '"') {
    argument.value = read_number(value);
  } else {
    const auto pieces = parse_template(given);
    if (!pieces) return pieces.error().message;
    if (pieces.value().size() > 1) {
      return fmt::format("{} is given a text without placeholders, or one placeholder alone",
                         in_quotes(argument.parameter));
    }
    if (!pieces.value().empty()) {
      const TextPiece& piece = pieces.value().front();
      argument.value = piece.is_placeholder ? PassedValue(Placeholder{piece.text}) : PassedValue(piece.text);
    }
  }
  arguments.push_back(std::move(argument));
  return std::nullopt;
}

}  // namespace

std::string typed_arguments(const std::vector<PassedArgument>& arguments) {
  std::vector<std::string> list;
  for (const PassedArgument& argument : arguments) {
    const Overloaded text = {[](const std::string& given) { return doubled_braces(given); },
                             [](const Number& number) { return number.text; },
                             [](const Placeholder& name) { return "{" + name.name + "}"; }};
    list.push_back(argument.parameter + "=" + std::visit(text, argument.value));
  }
  return typed_list(list);
}

std::optional<std::string> take_arguments(std::vector<PassedArgument>& arguments, std::string_view text) {
  std::vector<PassedArgument> taken;
  if (!trimmed(text).empty()) {
    const auto items = read_typed_list(text);
    if (!items) return fmt::format("{} has a quote that is not closed", in_quotes(text));
    for (const std::string& item : *items) {
      if (auto refusal = take_argument(taken, item)) return refusal;
    }
  }
  arguments = std::move(taken);
  return std::nullopt;
}

std::string function_to_call(Scenario& scenario, std::size_t task) {
  const auto own = scenario.tasks[task].function;
  for (const Function& function : scenario.functions) {
    std::set<std::string> seen;
    if (!own || !leads_to(scenario, function, scenario.functions[*own].name, seen)) return function.name;
  }
  Function added;
  for (std::size_t number = 1; added.name.empty() || find_function(scenario, added.name) != nullptr; ++number) {
    added.name = number == 1 ? "helper" : fmt::format("helper_{}", number);
  }
  scenario.functions.push_back(added);
  return added.name;
}

NamesShared names_shared(const Scenario& scenario) {
  NamesShared names;
  for (const SharedUse use : kUses) names[static_cast<std::size_t>(use)] = shared_names(scenario, use);
  return names;
}

std::vector<PassedArgument> fitting_arguments(const Scenario& scenario, const NamesShared& shared,
                                              const std::string& function,
                                              const std::vector<PassedArgument>& arguments) {
  const Function* const callee = find_function(scenario, function);
  if (callee == nullptr) return arguments;  // the loader says that there is none
  std::vector<PassedArgument> fitting;
  for (const std::string& parameter : callee->parameters) {
    const auto kept = std::find_if(arguments.begin(), arguments.end(),
                                   [&](const PassedArgument& argument) { return argument.parameter == parameter; });
    fitting.push_back(kept != arguments.end()
                          ? *kept
                          : PassedArgument{parameter, usual_argument(scenario, shared, *callee, parameter)});
  }
  return fitting;
}

void for_each_call(Scenario& scenario, const std::string& function, const std::function<void(verb::Call&)>& visit) {
  const auto visit_it = [&](verb::Call& call) {
    if (call.function == function) visit(call);
  };
  for (Function& any : scenario.functions) for_each_call_in(any.steps, visit_it);
  for (Task& task : scenario.tasks) for_each_call_in(task.steps, visit_it);
}

void rename_passed(Scenario& scenario, SharedUse use, const std::string& from, const std::string& to) {
  for (const Function& callee : scenario.functions) {
    for_each_call(scenario, callee.name, [&](verb::Call& call) {
      for (PassedArgument& passed : call.arguments) {
        if (passed.value == PassedValue(from) && takes_name(callee, use, passed.parameter)) passed.value = to;
      }
    });
  }
}

}  // namespace interleave::gui

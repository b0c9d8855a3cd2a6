#include "core/listing/calls.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <vector>

#include "core/base/overloaded.h"
#include "core/listing/literals.h"

namespace interleave {
namespace {

// What a name of the caller stands for, as a parameter of that form takes it. A parameter that is passed on has the
// form of the one that it is passed to.
std::string passed_name(const Outline& outline, const ListedFunction& caller, const std::string& name,
                        const ParameterForm& form) {
  const std::string& identifier = caller.identifiers.at(name);
  const bool is_parameter = caller.form_of.contains(name);
  if (is_parameter || outline.language == Language::python || form.type != ParameterType::text) return identifier;
  return fmt::format("std::to_string({})", identifier);
}

}  // namespace

const ListedFunction& called_function(const Outline& outline, const verb::Call& call) {
  return outline.functions[outline.function_named(call.function)];
}

std::string call_text(const Outline& outline, const ListedFunction& caller, const verb::Call& call) {
  const std::size_t position = outline.function_named(call.function);
  const ListedFunction& callee = outline.functions[position];
  const std::vector<std::string>& parameters = outline.scenario->functions[position].parameters;
  std::vector<std::string> list;
  if (callee.takes_task) {
    list.push_back(caller.own_task.empty() ? caller.identifiers.at("task")
                                           : string_literal(caller.own_task, outline.language));
  }
  for (std::size_t at = 0; at < parameters.size(); ++at) {
    const ParameterForm& form = callee.forms[at];
    const auto passed = std::find_if(call.arguments.begin(), call.arguments.end(), [&](const PassedArgument& argument) {
      return argument.parameter == parameters[at];
    });
    const Overloaded text = {[&](const std::string& value) { return argument_literal(value, form, outline.language); },
                             [&](const Number& number) { return argument_literal(number, form, outline.language); },
                             [&](const Placeholder& name) { return passed_name(outline, caller, name.name, form); }};
    list.push_back(std::visit(text, passed->value));
  }
  return fmt::format("{}({})", callee.identifier, fmt::join(list, ", "));
}

bool is_forgotten(const Outline& outline, const ListedFunction& function) {
  bool forgets = false;
  if (!outline.dealings.forgets) return forgets;
  for_each_step(*outline.scenario, [&](const Step& step) {
    const auto* const call = std::get_if<verb::Call>(&step.action);
    forgets = forgets || (call != nullptr && call->forget && &called_function(outline, *call) == &function);
  });
  return forgets;
}

}  // namespace interleave

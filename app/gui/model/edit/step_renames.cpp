#include "app/gui/model/edit/step_renames.h"

#include <algorithm>

#include "app/gui/model/edit/call_edits.h"
#include "core/base/overloaded.h"
#include "core/scenario/text_template.h"

namespace interleave::gui {

namespace {

void rename_in_text(std::string& text, const std::string& from, const std::string& to) {
  const auto pieces = parse_template(text);
  if (!pieces) return;
  std::string renamed;
  for (const TextPiece& piece : pieces.value()) {
    if (piece.is_placeholder) {
      renamed += "{" + (piece.text == from ? to : piece.text) + "}";
      continue;
    }
    for (const char c : piece.text) renamed.append(c == '{' || c == '}' ? 2 : 1, c);
  }
  text = renamed;
}

void rename_in_expression(Expression& expression, const std::string& from, const std::string& to) {
  std::string text = expression.text;
  std::vector<Expression::Node> nodes = expression.nodes;
  std::sort(nodes.begin(), nodes.end(), [](const auto& one, const auto& other) { return one.column > other.column; });
  for (const Expression::Node& node : nodes) {  // from the end, so that what is before stays where it is
    if (node.kind == Expression::Kind::placeholder && node.name == from) text = "{" + to + "}";
    if (node.kind == Expression::Kind::name && node.name == from) text.replace(node.column, from.size(), to);
  }
  if (text == expression.text) return;
  if (auto parsed = parse_condition(text)) expression = std::move(parsed).value();
}

void rename_quantity(Quantity& quantity, const std::string& from, const std::string& to) {
  auto* const placeholder = std::get_if<Placeholder>(&quantity);
  if (placeholder != nullptr && placeholder->name == from) placeholder->name = to;
}

void rename_in_lists(const auto& change, Scenario& scenario) {
  for (Function& function : scenario.functions) change(function.steps);
  for (Task& task : scenario.tasks) change(task.steps);
}

}  // namespace

void rename_uses(std::vector<Step>& steps, const std::string& from, const std::string& to) {
  const auto rename =
      Overloaded{[&](const part::Text&, std::string& text) { rename_in_text(text, from, to); },
                 [&](const part::Seconds&, Quantity& quantity) { rename_quantity(quantity, from, to); },
                 [&](const part::Count&, Quantity& quantity) { rename_quantity(quantity, from, to); },
                 [&](const part::Timeout&, std::optional<Quantity>& timeout) {
                   if (timeout) rename_quantity(*timeout, from, to);
                 },
                 [&](const part::Made&, Expression& made) { rename_in_expression(made, from, to); },
                 [&](const part::Condition&, Expression& condition) { rename_in_expression(condition, from, to); },
                 [&](const part::Shared&, SharedName& name) {
                   if (name == SharedName(Placeholder{from})) name = Placeholder{to};
                 },
                 [&](const part::Arguments&, std::vector<PassedArgument>& arguments) {
                   for (PassedArgument& passed : arguments) {
                     if (passed.value == PassedValue(Placeholder{from})) passed.value = Placeholder{to};
                   }
                 },
                 [](const auto&, auto&) {}};
  for_each_step(steps, [&](Step& step) { for_each_part(step, rename); });
}

void rename_shared(Scenario& scenario, SharedUse use, const std::string& from, const std::string& to) {
  const auto given = parameters_for(scenario, use);
  for (Task& task : scenario.tasks) {
    if (!task.function) continue;
    for (const std::size_t position : given[*task.function]) {
      if (task.arguments[position] != Argument(from)) continue;
      task.arguments[position] = to;
      if (position < task.templates.size()) task.templates[position].clear();
    }
  }
  rename_passed(scenario, use, from, to);
  const auto rename = Overloaded{[&](const part::Shared& part, SharedName& name) {
                                   if (part.use == use && name == SharedName(from)) name = to;
                                 },
                                 [](const auto&, auto&) {}};
  rename_in_lists(
      [&](std::vector<Step>& steps) { for_each_step(steps, [&](Step& step) { for_each_part(step, rename); }); },
      scenario);
}

void rename_task_in_steps(Scenario& scenario, const std::string& from, const std::string& to) {
  const auto rename = Overloaded{[&](const part::OtherTask&, std::string& task) {
                                   if (task == from) task = to;
                                 },
                                 [&](const part::OtherTasks&, OneOrMore& tasks) {
                                   std::replace(tasks.names.begin(), tasks.names.end(), from, to);
                                 },
                                 [](const auto&, auto&) {}};
  rename_in_lists(
      [&](std::vector<Step>& steps) { for_each_step(steps, [&](Step& step) { for_each_part(step, rename); }); },
      scenario);
}

bool is_plain_name(std::string_view name) {
  const auto parsed = parse_condition(name);
  return parsed && parsed.value().nodes.size() == 1 && parsed.value().whole().kind == Expression::Kind::name &&
         parsed.value().whole().name == name;
}

}  // namespace interleave::gui

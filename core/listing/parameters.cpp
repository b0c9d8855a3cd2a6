#include "core/listing/parameters.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "core/listing/literals.h"
#include "core/scenario/text_template.h"

namespace interleave {
namespace {

// What a function does with a parameter, and what its callers pass.
struct Use {
  bool printed = false;
  bool seconds = false;
  bool count = false;
  bool reckoned_with = false;  // in an expression, which has 64 bits
  bool tells = false;          // what of that which tasks share a step is about
  bool passed_on = false;      // as it is, text or whole number
  bool called = false;         // from here on: of the arguments of all callers
  bool only_numbers = true;
  bool only_texts = true;
  bool only_integers = true;   // written as such
  bool only_narrow = true;     // those that an int holds
  bool only_printable = true;  // literals that print as they were written

  bool is_quantity() const { return seconds || count || reckoned_with; }
};

class Uses {
 public:
  Uses(const std::vector<std::string>& parameters, std::vector<Use>& uses) : uses_(uses) {
    for (std::size_t at = 0; at < parameters.size(); ++at) positions_.emplace(parameters[at], at);
  }

  void find(const std::vector<Step>& steps) {
    for_each_step(steps, [this](const Step& step) {
      passes_on_ = step.verb() == Verb::set || step.verb() == Verb::give_back;
      for_each_part(step, [this](const auto& part, const auto& value) { find_in(part, value); });
    });
  }

 private:
  void find_in(const part::Text& /*text*/, const std::string& value) {
    const auto pieces = parse_template(value);
    for (const TextPiece& piece : pieces.value()) {
      if (piece.is_placeholder) mark(piece.text, &Use::printed);
    }
  }
  void find_in(const part::Seconds& /*seconds*/, const Quantity& value) { mark(value, &Use::seconds); }
  void find_in(const part::Count& /*count*/, const Quantity& value) { mark(value, &Use::count); }
  void find_in(const part::Timeout& /*timeout*/, const std::optional<Quantity>& value) {
    if (value) mark(*value, &Use::seconds);
  }
  void find_in(const part::Made& /*made*/, const Expression& value) {
    const bool is_passed_on = passes_on_ && value.whole().kind == Expression::Kind::placeholder;
    is_passed_on ? mark(value.whole().name, &Use::passed_on) : mark(value);
  }
  void find_in(const part::Condition& /*condition*/, const Expression& value) { mark(value); }
  void find_in(const part::Shared& /*shared*/, const SharedName& value) {
    if (const auto* placeholder = std::get_if<Placeholder>(&value)) mark(placeholder->name, &Use::tells);
  }
  void find_in(const auto& /*part*/, const auto& /*value*/) {}

  void mark(const Expression& expression) {
    for (const Expression::Node& node : expression.nodes) {
      if (!node.name.empty()) mark(node.name, &Use::reckoned_with);
    }
  }

  void mark(const Quantity& quantity, bool Use::*what) {
    if (const auto* placeholder = std::get_if<Placeholder>(&quantity)) mark(placeholder->name, what);
  }

  // An index is never called like a parameter.
  void mark(const std::string& name, bool Use::*what) {
    const auto found = positions_.find(name);
    if (found != positions_.end()) uses_[found->second].*what = true;
  }

  std::unordered_map<std::string_view, std::size_t> positions_;
  std::vector<Use>& uses_;
  bool passes_on_ = false;  // the step, what a parameter is given
};

bool is_narrow(std::int64_t integer) {
  return integer >= std::numeric_limits<std::int32_t>::min() && integer <= std::numeric_limits<std::int32_t>::max();
}

void note_argument(Use& use, const Argument& argument, Language language) {
  use.called = true;
  const auto* number = std::get_if<Number>(&argument);
  if (number == nullptr) {
    use.only_numbers = false;
    return;
  }
  use.only_texts = false;
  use.only_integers = use.only_integers && is_plain_integer(number->text);
  use.only_narrow = use.only_narrow && number->integer && is_narrow(*number->integer);
  use.only_printable = use.only_printable && prints_as_written(number->text, language);
}

ParameterType integer_type(const Use& use) {
  return use.only_narrow && !use.reckoned_with ? ParameterType::integer : ParameterType::wide_integer;
}

ParameterType type_of(const Use& use) {
  if (use.tells) return ParameterType::text;
  if (use.passed_on && use.called && !use.only_numbers) {
    return use.only_texts ? ParameterType::text : ParameterType::value;
  }
  const bool value_alone_counts = use.is_quantity() && !use.printed;
  if (!use.called || value_alone_counts) {
    if (use.count || use.reckoned_with) return integer_type(use);
    return use.seconds ? ParameterType::decimal : ParameterType::text;
  }
  if (!use.only_numbers) return ParameterType::text;
  if (use.only_integers) return integer_type(use);
  return use.only_printable && !use.count && !use.reckoned_with ? ParameterType::decimal : ParameterType::text;
}

}  // namespace

std::vector<std::vector<ParameterForm>> parameter_forms(const Scenario& scenario, Language language) {
  std::vector<std::vector<Use>> uses;
  for (const Function& function : scenario.functions) {
    uses.emplace_back(function.parameters.size());
    Uses(function.parameters, uses.back()).find(function.steps);
  }
  for (const Task& task : scenario.tasks) {
    for (std::size_t at = 0; task.function && at < task.arguments.size(); ++at) {
      note_argument(uses[*task.function][at], task.arguments[at], language);
    }
  }
  std::vector<std::vector<ParameterForm>> forms;
  for (const auto& of_function : uses) {
    auto& list = forms.emplace_back();
    for (Use use : of_function) {
      use.reckoned_with = use.reckoned_with || (use.passed_on && use.called && use.only_numbers);
      list.push_back({type_of(use), use.printed || use.tells || use.passed_on || use.is_quantity(), !use.only_integers,
                      !use.only_numbers});
    }
  }
  return forms;
}

std::string argument_literal(const Argument& argument, const ParameterForm& form, Language language) {
  const auto* number = std::get_if<Number>(&argument);
  if (number == nullptr) return string_literal(std::get<std::string>(argument), language);
  switch (form.type) {
    case ParameterType::integer:
    case ParameterType::wide_integer:
    case ParameterType::value:
      return fmt::format("{}", number->integer.value_or(0));
    case ParameterType::decimal:
      // What rounds to no time at all is no time: a yield, where it is awaited.
      return number->duration == Duration::zero() && number->integer != 0 ? "0" : number->text;
    case ParameterType::text:
      break;
  }
  // Python does not mind numbers among texts, as long as nobody converts them.
  const bool is_literal = language == Language::python && prints_as_written(number->text, language);
  return is_literal ? number->text : string_literal(number->text, language);
}

}  // namespace interleave

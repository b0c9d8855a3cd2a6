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
  bool handed_on = false;      // by a step, to another function
  bool called = false;         // from here on: of the arguments of all callers
  bool only_numbers = true;
  bool only_texts = true;
  bool only_integers = true;   // written as such
  bool only_narrow = true;     // those that an int holds
  bool only_printable = true;  // literals that print as they were written
  bool may_be_no_number = false;

  bool is_quantity() const { return seconds || count || reckoned_with; }
  bool is_any() const { return printed || tells || passed_on || handed_on || is_quantity(); }

  void add(const Use& other) {
    for (bool Use::*const some : {&Use::printed, &Use::seconds, &Use::count, &Use::reckoned_with, &Use::tells,
                                  &Use::passed_on, &Use::handed_on, &Use::called, &Use::may_be_no_number}) {
      this->*some = this->*some || other.*some;
    }
    for (bool Use::*const all :
         {&Use::only_numbers, &Use::only_texts, &Use::only_integers, &Use::only_narrow, &Use::only_printable}) {
      this->*all = this->*all && other.*all;
    }
  }
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
  void find_in(const part::Arguments& /*arguments*/, const std::vector<PassedArgument>& value) {
    for (const PassedArgument& passed : value) {
      if (const auto* placeholder = std::get_if<Placeholder>(&passed.value)) mark(placeholder->name, &Use::handed_on);
    }
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

// A value of the task's own, or an index.
void note_value(Use& use, const ValueKinds& kinds) {
  use.called = true;
  use.only_texts = use.only_narrow = use.only_printable = false;
  use.may_be_no_number = use.may_be_no_number || !kinds.is_number();
}

bool is_integer(ParameterType type) { return type == ParameterType::integer || type == ParameterType::wide_integer; }

ParameterType integer_type(const Use& use) {
  return use.only_narrow && !use.reckoned_with ? ParameterType::integer : ParameterType::wide_integer;
}

ParameterType type_of(const Use& use) {
  if (use.tells) return ParameterType::text;
  if (use.may_be_no_number) return ParameterType::value;
  if (use.passed_on && use.called && !use.only_numbers) {
    return use.only_texts ? ParameterType::text : ParameterType::value;
  }
  // Of a text, somebody else is given that with which this one goes.
  const bool value_alone_counts = use.is_quantity() && !use.printed && use.only_numbers;
  if (!use.called || value_alone_counts) {
    if (use.count || use.reckoned_with) return integer_type(use);
    return use.seconds ? ParameterType::decimal : ParameterType::text;
  }
  if (!use.only_numbers) return ParameterType::text;
  if (use.only_integers) return integer_type(use);
  return use.only_printable && !use.count && !use.reckoned_with ? ParameterType::decimal : ParameterType::text;
}

// The uses of all parameters, and which of them go together since a step passes the one to the other.
class AllUses {
 public:
  AllUses(const Scenario& scenario, const std::vector<KnownSteps>& functions, const std::vector<KindsOfFunction>& kinds,
          Language language)
      : scenario_(scenario), language_(language) {
    for (const Function& function : scenario.functions) {
      first_.push_back(uses_.size());
      std::vector<Use> own(function.parameters.size());
      Uses(function.parameters, own).find(function.steps);
      uses_.insert(uses_.end(), own.begin(), own.end());
      functions_.emplace(function.name, functions_.size());
    }
    for (const Use& use : uses_) {
      is_used_.push_back(use.is_any());
      is_whole_.push_back(use.count || use.reckoned_with);
      together_.push_back(together_.size());
    }
    for (const Task& task : scenario.tasks) {
      for (std::size_t at = 0; task.function && at < task.arguments.size(); ++at) {
        note_argument(uses_[first_[*task.function] + at], task.arguments[at], language);
      }
    }
    for (std::size_t at = 0; at < functions.size(); ++at) {
      for_each_step(*functions[at].steps, [&](const Step& step) {
        if (const auto* const call = std::get_if<verb::Call>(&step.action)) note(*call, at, kinds[at]);
      });
    }
    for (std::size_t at = 0; at < uses_.size(); ++at) {
      if (leader(at) != at) uses_[leader(at)].add(uses_[at]);
    }
  }

  const Use& use(std::size_t function, std::size_t parameter) { return uses_[leader(first_[function] + parameter)]; }
  bool is_used(std::size_t function, std::size_t parameter) const { return is_used_[first_[function] + parameter]; }
  bool is_whole(std::size_t function, std::size_t parameter) const { return is_whole_[first_[function] + parameter]; }

 private:
  void note(const verb::Call& call, std::size_t caller, const KindsOfFunction& kinds) {
    const std::size_t callee = functions_.at(call.function);
    for (const PassedArgument& passed : call.arguments) {
      const std::size_t target = *position(callee, passed.parameter);
      const auto* const placeholder = std::get_if<Placeholder>(&passed.value);
      if (const auto* const text = std::get_if<std::string>(&passed.value)) {
        note_argument(uses_[target], *text, language_);
      } else if (placeholder == nullptr) {
        note_argument(uses_[target], std::get<Number>(passed.value), language_);
      } else if (const auto parameter = position(caller, placeholder->name)) {
        together_[leader(*parameter)] = leader(target);
      } else {
        const auto own = kinds.owns.find(placeholder->name);
        note_value(uses_[target], own == kinds.owns.end() ? ValueKinds{.number = true} : own->second);
      }
    }
  }

  // Of the parameter among all of them; none where the function has none of that name, or is a task's own steps.
  std::optional<std::size_t> position(std::size_t function, const std::string& parameter) const {
    if (function >= scenario_.functions.size()) return std::nullopt;
    const std::vector<std::string>& parameters = scenario_.functions[function].parameters;
    const auto found = std::find(parameters.begin(), parameters.end(), parameter);
    if (found == parameters.end()) return std::nullopt;
    return first_[function] + static_cast<std::size_t>(found - parameters.begin());
  }

  std::size_t leader(std::size_t use) {
    while (together_[use] != use) use = together_[use] = together_[together_[use]];
    return use;
  }

  const Scenario& scenario_;
  Language language_;
  std::unordered_map<std::string_view, std::size_t> functions_;  // by name
  std::vector<std::size_t> first_;                               // of the uses of each function
  std::vector<Use> uses_;
  std::vector<bool> is_used_;          // by the function itself
  std::vector<bool> is_whole_;         // where that takes whole numbers alone
  std::vector<std::size_t> together_;  // another one that this goes with, or itself
};

}  // namespace

std::vector<std::vector<ParameterForm>> parameter_forms(const Scenario& scenario,
                                                        const std::vector<KnownSteps>& functions,
                                                        const std::vector<KindsOfFunction>& kinds, Language language) {
  AllUses uses(scenario, functions, kinds, language);
  std::vector<std::vector<ParameterForm>> forms;
  for (std::size_t function = 0; function < scenario.functions.size(); ++function) {
    auto& list = forms.emplace_back();
    for (std::size_t at = 0; at < scenario.functions[function].parameters.size(); ++at) {
      Use use = uses.use(function, at);
      use.reckoned_with = use.reckoned_with || (use.passed_on && use.called && use.only_numbers);
      ParameterType type = type_of(use);
      // One that goes together with it may reckon with what is whole there, and this one waits for a fraction.
      const bool takes_fractions = use.seconds && !use.only_integers && !uses.is_whole(function, at);
      if (is_integer(type) && takes_fractions) type = ParameterType::decimal;
      list.push_back({type, uses.is_used(function, at), !use.only_integers, !use.only_numbers || use.may_be_no_number,
                      use.may_be_no_number});
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
      return fmt::format("{}", number->integer.value_or(0));
    case ParameterType::value:
      return number->integer ? fmt::format("{}", *number->integer) : string_literal(number->text, language);
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

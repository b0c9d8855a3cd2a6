#include "core/listing/value_kinds.h"

#include <algorithm>
#include <string_view>

namespace interleave {
namespace {

constexpr ValueKinds kOnlyNumber{.number = true};
constexpr ValueKinds kText{.text = true};
constexpr ValueKinds kNone{.none = true};

bool reaches_end(const std::vector<Step>& steps);

bool goes_on(const auto& /*action*/) { return true; }
bool goes_on(const verb::Return& /*end*/) { return false; }
bool goes_on(const verb::Raise& /*end*/) { return false; }
bool goes_on(const verb::Branch& branch) { return reaches_end(branch.steps) || reaches_end(branch.otherwise); }
bool goes_on(const verb::Lock& lock) { return reaches_end(lock.steps); }
bool goes_on(const verb::Try& attempt) {
  if (attempt.finally && !reaches_end(*attempt.finally)) return false;
  return reaches_end(attempt.steps) || (attempt.except && reaches_end(*attempt.except));
}

bool reaches_end(const std::vector<Step>& steps) {
  return std::all_of(steps.begin(), steps.end(), [](const Step& step) {
    return std::visit([](const auto& action) { return goes_on(action); }, step.action);
  });
}

// Goes through all steps until nothing new is found: what one task returns may be what another one returns then.
class KindSearch {
 public:
  KindSearch(const Scenario& scenario, const std::vector<KnownSteps>& functions,
             const std::vector<std::size_t>& function_of)
      : functions_(functions), found_(functions.size()) {
    for (std::size_t at = 0; at < functions.size(); ++at) {
      found_[at].parameters.resize(functions[at].parameters->size());
      found_[at].may_reach_end = reaches_end(*functions[at].steps);
      if (found_[at].may_reach_end) found_[at].returned |= kNone;
    }
    for (std::size_t at = 0; at < scenario.functions.size(); ++at) names_.emplace(scenario.functions[at].name, at);
    for (std::size_t at = 0; at < scenario.tasks.size(); ++at) {
      const Task& task = scenario.tasks[at];
      function_of_.emplace(task.name, function_of[at]);
      for (std::size_t argument = 0; argument < task.arguments.size(); ++argument) {
        const bool is_text = std::holds_alternative<std::string>(task.arguments[argument]);
        found_[function_of[at]].parameters[argument] |= is_text ? kText : kOnlyNumber;
      }
    }
  }

  std::vector<KindsOfFunction> run() && {
    do {
      changed_ = false;
      for (std::size_t at = 0; at < functions_.size(); ++at) {
        function_ = at;
        for_each_step(*functions_[at].steps, [this](const Step& step) {
          std::visit([this](const auto& action) { note(action); }, step.action);
        });
      }
    } while (changed_);
    return std::move(found_);
  }

 private:
  void note(const auto& /*action*/) {}
  void note(const verb::Set& set) { give(set.name, kinds_of(set.value)); }
  void note(const verb::Read& read) { give(read.into, kOnlyNumber); }
  void note(const verb::Get& get) { give(get.into, kOnlyNumber); }
  void note(const verb::Await& await) {
    for (std::size_t at = 0; at < await.into.names.size(); ++at) {
      give(await.into.names[at], returned_by(await.tasks.names[at]));
    }
  }
  void note(const verb::AsCompleted& each) {
    for (const std::string& task : each.tasks.names) give(each.into, returned_by(task));
  }
  void note(const verb::Call& call) {
    const std::size_t callee = names_.at(call.function);
    for (const PassedArgument& passed : call.arguments) {
      const auto& parameters = *functions_[callee].parameters;
      const auto parameter = std::find(parameters.begin(), parameters.end(), passed.parameter);
      add(found_[callee].parameters[static_cast<std::size_t>(parameter - parameters.begin())], kinds_of(passed.value));
    }
    if (!call.into.names.empty()) give(call.into.names.front(), found_[callee].returned);
  }
  void note(const verb::Return& end) { add(found_[function_].returned, kinds_of(end.value)); }

  void give(const std::string& own, const ValueKinds& kinds) { add(found_[function_].owns[own], kinds); }

  void add(ValueKinds& known, const ValueKinds& kinds) {
    const ValueKinds before = known;
    known |= kinds;
    changed_ = changed_ || known != before;
  }

  ValueKinds returned_by(const std::string& task) const { return found_[function_of_.at(task)].returned; }

  ValueKinds kinds_of(const Expression& expression) const {
    const std::string* const name = sole_name(expression);
    return name == nullptr ? kOnlyNumber : kinds_of(*name);
  }

  ValueKinds kinds_of(const PassedValue& value) const {
    if (const auto* const name = std::get_if<Placeholder>(&value)) return kinds_of(name->name);
    return std::holds_alternative<std::string>(value) ? kText : kOnlyNumber;
  }

  ValueKinds kinds_of(const std::string& name) const {
    const KindsOfFunction& here = found_[function_];
    if (const auto own = here.owns.find(name); own != here.owns.end()) return own->second;
    const std::vector<std::string>& parameters = *functions_[function_].parameters;
    const auto parameter = std::find(parameters.begin(), parameters.end(), name);
    if (parameter == parameters.end()) return kOnlyNumber;  // an index
    return here.parameters[static_cast<std::size_t>(parameter - parameters.begin())];
  }

  const std::vector<KnownSteps>& functions_;
  std::unordered_map<std::string_view, std::size_t> function_of_;  // by the task's name
  std::unordered_map<std::string_view, std::size_t> names_;        // of the scenario's functions
  std::vector<KindsOfFunction> found_;
  std::size_t function_ = 0;
  bool changed_ = false;
};

}  // namespace

ValueKinds& ValueKinds::operator|=(const ValueKinds& other) {
  number = number || other.number;
  text = text || other.text;
  none = none || other.none;
  return *this;
}

std::vector<KindsOfFunction> value_kinds(const Scenario& scenario, const std::vector<KnownSteps>& functions,
                                         const std::vector<std::size_t>& function_of) {
  return KindSearch(scenario, functions, function_of).run();
}

const std::string* sole_name(const Expression& expression) {
  const Expression::Node& whole = expression.whole();
  const bool is_name = whole.kind == Expression::Kind::name || whole.kind == Expression::Kind::placeholder;
  return is_name ? &whole.name : nullptr;
}

}  // namespace interleave

#include "core/listing/reads_without_switch.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/listing/listed_objects.h"

namespace interleave {
namespace {

// Which locks are held at every access of a variable. A name that a parameter tells may be that of any variable, and
// counts as no lock.
class Guards {
 public:
  explicit Guards(const Scenario& scenario) {
    for (const Declaration& semaphore : scenario.semaphores) semaphores_.insert(semaphore.name);
    for (const Declaration& variable : scenario.shared) held_.emplace(variable.name, std::nullopt);
    for (const Function& function : scenario.functions) read(function.steps);
    for (const Task& task : scenario.tasks) read(task.steps);
  }

  bool guard(const std::string& variable) const {
    const auto found = held_.find(variable);
    return found != held_.end() && found->second && !found->second->empty();
  }

 private:
  using Locks = std::set<std::string>;

  void read(const std::vector<Step>& steps) {
    for (const Step& step : steps) {
      if (const auto* const read = std::get_if<verb::Read>(&step.action)) note(read->variable);
      if (const auto* const write = std::get_if<verb::Write>(&step.action)) note(write->variable);
      const auto* const lock = std::get_if<verb::Lock>(&step.action);
      const std::string* const name = lock == nullptr ? nullptr : fixed_name(lock->lock);
      const bool is_new = name != nullptr && !semaphores_.contains(*name) && now_.insert(*name).second;
      for_each_body(step, [this](const std::vector<Step>& body) { read(body); });
      if (is_new) now_.erase(*name);
    }
  }

  void note(const SharedName& variable) {
    if (const std::string* const name = fixed_name(variable)) return note(held_[*name]);
    for (auto& [any, locks] : held_) note(locks);
  }

  void note(std::optional<Locks>& locks) const {
    if (!locks) locks = now_;
    std::erase_if(*locks, [this](const std::string& lock) { return !now_.contains(lock); });
  }

  Locks semaphores_;
  std::map<std::string, std::optional<Locks>> held_;  // none before the first access
  Locks now_;
};

// The latest reads that no switch has followed yet, by the variable's name; {name} where a parameter tells it.
using OpenReads = std::map<std::string, std::set<StepId>>;

std::string key_of(const SharedName& variable) {
  const std::string* const name = fixed_name(variable);
  return name != nullptr ? *name : "{" + std::get<Placeholder>(variable).name + "}";
}

bool may_be_same(const std::string& one, const std::string& other) {
  return one == other || one.starts_with('{') || other.starts_with('{');
}

OpenReads joined(OpenReads one, const OpenReads& other) {
  for (const auto& [name, reads] : other) one[name].insert(reads.begin(), reads.end());
  return one;
}

class Search {
 public:
  explicit Search(const Scenario& scenario) : guards_(scenario) {
    for (const Function& function : scenario.functions) functions_.emplace(function.name, &function);
    for (const Function& function : scenario.functions) follow(function.steps, {});
    for (const Task& task : scenario.tasks) follow(task.steps, {});
  }

  std::unordered_set<StepId> found() && { return std::move(found_); }

 private:
  // What is open behind the steps.
  OpenReads follow(const std::vector<Step>& steps, OpenReads open) {
    for (const Step& step : steps) {
      open = std::visit([&](const auto& action) { return behind(step, action, std::move(open)); }, step.action);
    }
    return open;
  }

  static OpenReads behind(const Step& step, const verb::Read& read, OpenReads open) {
    open[key_of(read.variable)] = {step.id};
    return open;
  }

  OpenReads behind(const Step& /*step*/, const verb::Write& write, OpenReads open) {
    const std::string variable = key_of(write.variable);
    if (guards_.guard(variable)) return open;
    for (const auto& [name, reads] : open) {
      if (may_be_same(name, variable)) found_.insert(reads.begin(), reads.end());
    }
    std::erase_if(open, [&](const auto& entry) { return may_be_same(entry.first, variable); });
    return open;
  }

  static OpenReads behind(const Step& /*step*/, const verb::Set& /*set*/, OpenReads open) { return open; }

  OpenReads behind(const Step& /*step*/, const verb::Branch& branch, const OpenReads& open) {
    return joined(follow(branch.steps, open), follow(branch.otherwise, open));
  }

  // Maybe no pass, or a last one behind which it does not go back.
  OpenReads behind(const Step& /*step*/, const verb::Repeat& repeat, const OpenReads& open) {
    return joined(open, follow(repeat.steps, open));
  }
  OpenReads behind(const Step& /*step*/, const verb::Loop& loop, const OpenReads& open) {
    return joined(open, follow(loop.steps, open));
  }

  // To ask for the next one that has ended is a call.
  OpenReads behind(const Step& /*step*/, const verb::AsCompleted& each, const OpenReads& /*open*/) {
    follow(each.steps, {});
    return {};
  }

  OpenReads behind(const Step& /*step*/, const verb::Try& attempt, const OpenReads& open) {
    OpenReads behind = follow(attempt.steps, open);
    if (attempt.except) behind = joined(std::move(behind), follow(*attempt.except, open));
    return attempt.finally ? follow(*attempt.finally, std::move(behind)) : behind;
  }

  // To begin a function is a switch; to come back from it is none.
  OpenReads behind(const Step& /*step*/, const verb::Call& call, const OpenReads& /*open*/) {
    OpenReads outer = std::exchange(returned_, {});
    OpenReads behind = follow(functions_.at(call.function)->steps, {});
    behind = joined(std::move(behind), std::exchange(returned_, std::move(outer)));
    return with_passed_names(std::move(behind), call);
  }
  OpenReads behind(const Step& /*step*/, const verb::Return& /*end*/, const OpenReads& open) {
    returned_ = joined(std::move(returned_), open);
    return {};
  }

  // What the function's parameters tell is what the step passes.
  static OpenReads with_passed_names(OpenReads open, const verb::Call& call) {
    OpenReads passed;
    for (auto& [name, reads] : open) {
      std::string key = name;
      for (const PassedArgument& argument : call.arguments) {
        if (name != "{" + argument.parameter + "}") continue;
        const auto* const placeholder = std::get_if<Placeholder>(&argument.value);
        const auto* const text = std::get_if<std::string>(&argument.value);
        if (placeholder != nullptr) key = "{" + placeholder->name + "}";
        if (text != nullptr) key = *text;
      }
      passed[key].insert(reads.begin(), reads.end());
    }
    return passed;
  }

  // To take a free lock is no call for CPython; to let go of it is one.
  OpenReads behind(const Step& /*step*/, const verb::Lock& lock, OpenReads open) {
    follow(lock.steps, std::move(open));
    return {};
  }

  // A call.
  template <class OneAction>
  static OpenReads behind(const Step& /*step*/, const OneAction& /*action*/, const OpenReads& /*open*/) {
    return {};
  }

  Guards guards_;
  std::unordered_map<std::string_view, const Function*> functions_;  // by name
  OpenReads returned_;                                               // behind the returns so far of what is followed
  std::unordered_set<StepId> found_;
};

}  // namespace

std::unordered_set<StepId> reads_without_a_switch(const Scenario& scenario) { return Search(scenario).found(); }

}  // namespace interleave

#include "core/explore/nested_locks.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "core/explore/lock_change.h"
#include "core/explore/passed_names.h"

namespace interleave {
namespace {

class NestedLockSearch {
 public:
  explicit NestedLockSearch(const Scenario& scenario) : scenario_(scenario) {
    for (const Function& function : scenario.functions) functions_.emplace(function.name, &function);
  }

  std::vector<NestedLocks> find() && {
    for (std::size_t at = 0; at < scenario_.tasks.size(); ++at) {
      const Task& task = scenario_.tasks[at];
      task_ = task_id(at);
      go_through(task.function ? scenario_.functions[*task.function].steps : task.steps,
                 {PassedNames(scenario_, task), 0}, {});
    }
    return std::move(found_);
  }

 private:
  struct Held {
    StepId step = StepId::none;
    std::string lock;
    std::size_t call = 0;
  };
  struct Called {
    PassedNames names;
    std::size_t call = 0;  // a number for it; 0: the task itself
  };

  void go_through(const std::vector<Step>& steps, const Called& called, std::vector<Held> held) {
    for (const Step& step : steps) {
      if (const auto* const release = std::get_if<verb::Release>(&step.action)) {
        std::erase_if(held, [&](const Held& one) { return one.lock == called.names.of(release->lock); });
      }
      std::vector<Held> within = held;
      if (const SharedName* const lock = taken_lock(step)) {
        const Held taken{step.id, called.names.of(*lock), called.call};
        for (const Held& one : held) note(one, taken);
        within.push_back(taken);
        if (step.verb() == Verb::acquire) held.push_back(taken);
      }
      if (const auto* const call = std::get_if<verb::Call>(&step.action)) {
        go_through(functions_.at(call->function)->steps, {called.names.by(*call), ++calls_}, held);
      }
      for_each_body(step, [&](const std::vector<Step>& body) { go_through(body, called, within); });
    }
  }

  void note(const Held& outer, const Held& inner) {
    if (!seen_.emplace(task_, outer.step, inner.step, outer.lock + '\n' + inner.lock).second) return;
    found_.push_back(
        {task_, outer.step, inner.step, outer.lock, inner.lock, outer.call == inner.call, inner.call != 0});
  }

  const Scenario& scenario_;
  std::unordered_map<std::string_view, const Function*> functions_;  // by name
  TaskId task_ = TaskId::none;
  std::size_t calls_ = 0;
  std::set<std::tuple<TaskId, StepId, StepId, std::string>> seen_;
  std::vector<NestedLocks> found_;
};

}  // namespace

std::vector<NestedLocks> nested_locks(const Scenario& scenario) { return NestedLockSearch(scenario).find(); }

std::vector<NestedLocks> nested_in_circles(const Scenario& scenario) {
  std::vector<NestedLocks> nested = nested_locks(scenario);
  std::map<std::string, std::set<std::string>> within;  // by the outer lock
  for (const NestedLocks& one : nested) within[one.first].insert(one.second);
  const auto leads_to = [&](const std::string& from, const std::string& to) {
    std::set<std::string> reached = {from};
    std::vector<std::string> next = {from};
    while (!next.empty() && !reached.contains(to)) {
      const std::string at = std::move(next.back());
      next.pop_back();
      for (const std::string& one : within[at]) {
        if (reached.insert(one).second) next.push_back(one);
      }
    }
    return reached.contains(to);
  };
  std::erase_if(nested, [&](const NestedLocks& one) { return !leads_to(one.second, one.first); });
  return nested;
}

}  // namespace interleave

#include "core/listing/task_dealings.h"

#include <algorithm>
#include <concepts>
#include <iterator>
#include <string_view>
#include <unordered_map>

namespace interleave {
namespace {

using TaskNamesSoFar = std::set<std::string>;

// Finds what the steps do, and which tasks have surely been started where a step names them.
class DealingsSearch {
 public:
  DealingsSearch(const Scenario& scenario, Mode mode) : scenario_(scenario) {
    found_.has_handles = scenario.main != MainPolicy{};
    std::vector<std::size_t> callers(scenario.functions.size());
    for (const Task& task : scenario.tasks) {
      if (task.function) ++callers[*task.function];
      if (is_there_from_the_beginning(task, mode)) at_first_.insert(task.name);
      found_.tasks_time_out = found_.tasks_time_out || (task.timeout && is_event_loop(traits(mode)));
      found_.has_handles = found_.has_handles || task.manual || found_.tasks_time_out;
    }
    const auto called = called_by_steps(scenario);
    for (std::size_t at = 0; at < scenario.functions.size(); ++at) {
      callers_ = called.contains(scenario.functions[at].name) ? 2 : callers[at];
      follow(scenario.functions[at].steps, at_first_);
    }
    callers_ = 1;
    for (const Task& task : scenario.tasks) follow(task.steps, at_first_);
  }

  TaskDealings found() && {
    for (const auto& [name, starts] : starts_) {
      if (starts.executed > 1) found_.may_be_again.insert(starts.steps.begin(), starts.steps.end());
    }
    for (std::size_t at = 0; at < scenario_.tasks.size(); ++at) {
      const Task& task = scenario_.tasks[at];
      if (task.manual && !starts_.contains(task.name)) found_.never_started.insert(task_id(at));
    }
    return std::move(found_);
  }

 private:
  struct Starts {
    std::size_t executed = 0;  // how often at most; two stands for any number
    std::vector<StepId> steps;
  };

  // One after another, the program has all tasks that are to come; on a loop main has started those of the beginning
  // before any of them has a turn.
  bool is_there_from_the_beginning(const Task& task, Mode mode) const {
    if (task.manual || !traits(mode).one_worker) return false;
    if (scenario_.main.launch == Launch::one_by_one) return false;
    return !is_event_loop(traits(mode)) || task.after == Duration::zero();
  }

  // Which tasks have been started behind the steps.
  TaskNamesSoFar follow(const std::vector<Step>& steps, TaskNamesSoFar started) {
    for (const Step& step : steps) {
      for_each_part(step, [&]<class Part>(const Part&, const auto& value) {
        if constexpr (std::same_as<Part, part::Timeout>) found_.times_out = found_.times_out || value.has_value();
      });
      started = std::visit([&](const auto& action) { return behind(step, action, std::move(started)); }, step.action);
    }
    return started;
  }

  static TaskNamesSoFar behind(const Step& /*step*/, const auto& /*action*/, TaskNamesSoFar started) { return started; }

  TaskNamesSoFar behind(const Step& step, const verb::Start& start, TaskNamesSoFar started) {
    found_.has_handles = true;
    Starts& starts = starts_[start.task];
    starts.executed += loops_ > 0 ? 2 * callers_ : callers_;
    starts.steps.push_back(step.id);
    started.insert(start.task);
    return started;
  }

  TaskNamesSoFar behind(const Step& step, const verb::Cancel& cancel, TaskNamesSoFar started) {
    found_.has_handles = found_.cancels = true;
    note(step, cancel.task, started);
    return started;
  }

  TaskNamesSoFar behind(const Step& step, const verb::Await& await, TaskNamesSoFar started) {
    found_.awaits_in_time = found_.awaits_in_time || await.timeout;
    found_.awaits_lists = found_.awaits_lists || await.tasks.is_list;
    found_.awaits_lists_in_time = found_.awaits_lists_in_time || (await.tasks.is_list && await.timeout);
    note_awaited(step, await.tasks, started);
    return started;
  }

  TaskNamesSoFar behind(const Step& step, const verb::AsCompleted& each, TaskNamesSoFar started) {
    found_.has_loops = true;
    note_awaited(step, each.tasks, started);
    ++loops_;
    follow(each.steps, started);
    --loops_;
    return started;
  }

  TaskNamesSoFar behind(const Step& /*step*/, const verb::Acquire& acquire, TaskNamesSoFar started) {
    found_.acquires_in_time = found_.acquires_in_time || acquire.timeout;
    return started;
  }

  TaskNamesSoFar behind(const Step& /*step*/, const verb::Raise& /*raise*/, TaskNamesSoFar started) {
    found_.raises = true;
    return started;
  }

  TaskNamesSoFar behind(const Step& /*step*/, const verb::Return& /*end*/, TaskNamesSoFar started) {
    found_.returns = true;
    found_.returns_past_finally = found_.returns_past_finally || finallies_ > 0;
    return started;
  }

  // Where the function starts tasks, nobody is sure of that behind it.
  TaskNamesSoFar behind(const Step& /*step*/, const verb::Call& call, TaskNamesSoFar started) {
    found_.calls = true;
    found_.forgets = found_.forgets || call.forget;
    return started;
  }

  TaskNamesSoFar behind(const Step& /*step*/, const verb::Repeat& repeat, TaskNamesSoFar started) {
    return around(repeat.steps, std::move(started));
  }
  TaskNamesSoFar behind(const Step& /*step*/, const verb::Loop& loop, TaskNamesSoFar started) {
    return around(loop.steps, std::move(started));
  }

  // Maybe no pass at all.
  TaskNamesSoFar around(const std::vector<Step>& steps, TaskNamesSoFar started) {
    ++loops_;
    follow(steps, started);
    --loops_;
    return started;
  }

  TaskNamesSoFar behind(const Step& /*step*/, const verb::Lock& lock, TaskNamesSoFar started) {
    return follow(lock.steps, std::move(started));
  }

  TaskNamesSoFar behind(const Step& /*step*/, const verb::Branch& branch, const TaskNamesSoFar& started) {
    return on_both_ways(follow(branch.steps, started), follow(branch.otherwise, started));
  }

  TaskNamesSoFar behind(const Step& /*step*/, const verb::Try& attempt, const TaskNamesSoFar& started) {
    found_.tries = true;
    if (attempt.finally) ++finallies_;
    TaskNamesSoFar behind = follow(attempt.steps, started);
    if (attempt.except) behind = on_both_ways(behind, follow(*attempt.except, started));
    if (attempt.finally) --finallies_;
    if (attempt.finally) behind.merge(follow(*attempt.finally, started));
    return behind;
  }

  static TaskNamesSoFar on_both_ways(const TaskNamesSoFar& one, const TaskNamesSoFar& other) {
    TaskNamesSoFar both;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::inserter(both, both.begin()));
    return both;
  }

  void note_awaited(const Step& step, const OneOrMore& tasks, const TaskNamesSoFar& started) {
    found_.has_handles = true;
    for (const std::string& task : tasks.names) {
      note(step, task, started);
      found_.awaits_unstarted = found_.awaits_unstarted || !started.contains(task);
    }
  }

  void note(const Step& step, const std::string& task, const TaskNamesSoFar& started) {
    if (!started.contains(task)) found_.unsure.emplace(step.id, task);
  }

  const Scenario& scenario_;
  TaskNamesSoFar at_first_;
  std::size_t callers_ = 1;    // of the steps that are being followed
  std::size_t loops_ = 0;      // around them
  std::size_t finallies_ = 0;  // that come after them
  std::unordered_map<std::string, Starts> starts_;
  TaskDealings found_;
};

}  // namespace

TaskDealings task_dealings(const Scenario& scenario, Mode mode) { return DealingsSearch(scenario, mode).found(); }

}  // namespace interleave

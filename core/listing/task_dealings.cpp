#include "core/listing/task_dealings.h"

#include <algorithm>
#include <concepts>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace interleave {
namespace {

// The tasks that have surely been started where the search is. Ways through the steps part and meet again, so what one
// of them has added can be taken back.
class StartedTasks {
 public:
  bool contains(const std::string& task) const { return started_.contains(task); }
  void add(const std::string& task) {
    if (started_.insert(task).second) in_order_.push_back(task);
  }
  void add(const std::vector<std::string>& tasks) {
    for (const std::string& task : tasks) add(task);
  }

  // How many there are: take_back() gives those that have been added since.
  std::size_t count() const { return in_order_.size(); }
  std::vector<std::string> take_back(std::size_t count) {
    const auto first = in_order_.begin() + static_cast<std::ptrdiff_t>(count);
    std::vector<std::string> added(first, in_order_.end());
    in_order_.erase(first, in_order_.end());
    for (const std::string& task : added) started_.erase(task);
    return added;
  }

 private:
  std::unordered_set<std::string> started_;
  std::vector<std::string> in_order_;
};

// Finds what the steps do, and which tasks have surely been started where a step names them.
class DealingsSearch {
 public:
  DealingsSearch(const Scenario& scenario, Mode mode) : scenario_(scenario) {
    found_.has_handles = scenario.main != MainPolicy{};
    std::vector<std::size_t> callers(scenario.functions.size());
    for (const Task& task : scenario.tasks) {
      if (task.function) ++callers[*task.function];
      if (is_there_from_the_beginning(task, mode)) started_.add(task.name);
      found_.tasks_time_out = found_.tasks_time_out || (task.timeout && is_event_loop(traits(mode)));
      found_.has_handles = found_.has_handles || task.manual || found_.tasks_time_out;
    }
    const auto called = called_by_steps(scenario);
    for (std::size_t at = 0; at < scenario.functions.size(); ++at) {
      callers_ = called.contains(scenario.functions[at].name) ? 2 : callers[at];
      only_within(scenario.functions[at].steps);
    }
    callers_ = 1;
    for (const Task& task : scenario.tasks) only_within(task.steps);
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

  // Adds those that have been started behind the steps.
  void follow(const std::vector<Step>& steps) {
    for (const Step& step : steps) {
      for_each_part(step, [&]<class Part>(const Part&, const auto& value) {
        if constexpr (std::same_as<Part, part::Timeout>) found_.times_out = found_.times_out || value.has_value();
      });
      std::visit([&](const auto& action) { go_behind(step, action); }, step.action);
    }
  }

  // Which ones they start, although nobody is sure of that behind them.
  std::vector<std::string> only_within(const std::vector<Step>& steps) {
    const std::size_t before = started_.count();
    follow(steps);
    return started_.take_back(before);
  }

  void go_behind(const Step& /*step*/, const auto& /*action*/) {}

  void go_behind(const Step& step, const verb::Start& start) {
    found_.has_handles = true;
    Starts& starts = starts_[start.task];
    starts.executed += loops_ > 0 ? 2 * callers_ : callers_;
    starts.steps.push_back(step.id);
    started_.add(start.task);
  }

  void go_behind(const Step& step, const verb::Cancel& cancel) {
    found_.has_handles = found_.cancels = true;
    note(step, cancel.task);
  }

  void go_behind(const Step& step, const verb::Await& await) {
    found_.awaits_in_time = found_.awaits_in_time || await.timeout;
    found_.awaits_lists = found_.awaits_lists || await.tasks.is_list;
    found_.awaits_lists_in_time = found_.awaits_lists_in_time || (await.tasks.is_list && await.timeout);
    note_awaited(step, await.tasks);
  }

  void go_behind(const Step& step, const verb::AsCompleted& each) {
    found_.has_loops = true;
    note_awaited(step, each.tasks);
    go_around(each.steps);
  }

  void go_behind(const Step& /*step*/, const verb::Acquire& acquire) {
    found_.acquires_in_time = found_.acquires_in_time || acquire.timeout;
  }

  void go_behind(const Step& /*step*/, const verb::Raise& /*raise*/) { found_.raises = true; }

  void go_behind(const Step& /*step*/, const verb::Return& /*end*/) {
    found_.returns = true;
    found_.returns_past_finally = found_.returns_past_finally || finallies_ > 0;
  }

  // Where the function starts tasks, nobody is sure of that behind it.
  void go_behind(const Step& /*step*/, const verb::Call& call) {
    found_.calls = true;
    found_.forgets = found_.forgets || call.forget;
  }

  void go_behind(const Step& /*step*/, const verb::Repeat& repeat) { go_around(repeat.steps); }
  void go_behind(const Step& /*step*/, const verb::Loop& loop) { go_around(loop.steps); }

  // Maybe no pass at all.
  void go_around(const std::vector<Step>& steps) {
    ++loops_;
    only_within(steps);
    --loops_;
  }

  void go_behind(const Step& /*step*/, const verb::Lock& lock) { follow(lock.steps); }

  void go_behind(const Step& /*step*/, const verb::Branch& branch) {
    const std::vector<std::string> one = only_within(branch.steps);
    started_.add(on_both_ways(one, only_within(branch.otherwise)));
  }

  void go_behind(const Step& /*step*/, const verb::Try& attempt) {
    found_.tries = true;
    if (attempt.finally) ++finallies_;
    std::vector<std::string> behind = only_within(attempt.steps);
    if (attempt.except) behind = on_both_ways(behind, only_within(*attempt.except));
    if (attempt.finally) --finallies_;
    if (attempt.finally) follow(*attempt.finally);
    started_.add(behind);
  }

  static std::vector<std::string> on_both_ways(const std::vector<std::string>& one,
                                               const std::vector<std::string>& other) {
    const std::unordered_set<std::string> of_one(one.begin(), one.end());
    std::vector<std::string> both;
    std::copy_if(other.begin(), other.end(), std::back_inserter(both),
                 [&](const std::string& task) { return of_one.contains(task); });
    return both;
  }

  void note_awaited(const Step& step, const OneOrMore& tasks) {
    found_.has_handles = true;
    for (const std::string& task : tasks.names) {
      note(step, task);
      found_.awaits_unstarted = found_.awaits_unstarted || !started_.contains(task);
    }
  }

  void note(const Step& step, const std::string& task) {
    if (!started_.contains(task)) found_.unsure.emplace(step.id, task);
  }

  const Scenario& scenario_;
  StartedTasks started_;
  std::size_t callers_ = 1;    // of the steps that are being followed
  std::size_t loops_ = 0;      // around them
  std::size_t finallies_ = 0;  // that come after them
  std::unordered_map<std::string, Starts> starts_;
  TaskDealings found_;
};

}  // namespace

TaskDealings task_dealings(const Scenario& scenario, Mode mode) { return DealingsSearch(scenario, mode).found(); }

}  // namespace interleave

#include "core/scenario/workload.h"

#include <algorithm>
#include <concepts>
#include <fmt/format.h>
#include <limits>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/digit_groups.h"
#include "core/base/overloaded.h"
#include "core/scenario/limits.h"

namespace interleave {
namespace {

constexpr std::uint64_t kEndless = std::numeric_limits<std::uint64_t>::max();

std::uint64_t plus(std::uint64_t one, std::uint64_t other) { return one > kEndless - other ? kEndless : one + other; }

std::uint64_t times(std::uint64_t one, std::uint64_t other) {
  return other != 0 && one > kEndless / other ? kEndless : one * other;
}

// What a list of steps comes to; kEndless stands for all that is too much to count.
struct Work {
  std::uint64_t steps = 0;
  std::uint64_t slices = 0;
  std::uint64_t nanoseconds = 0;

  bool is_more_than(std::uint64_t most) const { return steps > most; }
};

Work plus(const Work& one, const Work& other) {
  return {plus(one.steps, other.steps), plus(one.slices, other.slices), plus(one.nanoseconds, other.nanoseconds)};
}

Work most(const Work& one, const Work& other) {
  return {std::max(one.steps, other.steps), std::max(one.slices, other.slices),
          std::max(one.nanoseconds, other.nanoseconds)};
}

Work times(const Work& work, std::uint64_t factor) {
  return {times(work.steps, factor), times(work.slices, factor), times(work.nanoseconds, factor)};
}

bool any_takes(const std::vector<Step>& steps, const std::string& name) {
  return find_step(steps, [&](const Step& step) { return takes(step, name); }) != nullptr;
}

class WorkCounter {
 public:
  explicit WorkCounter(const Scenario& scenario);

  Work count(const Task& task);

  // The step that an index gave more seconds than a step may have.
  std::optional<StepId> too_long() const { return too_long_; }

 private:
  using Positions = std::unordered_map<std::string, std::size_t>;

  // Whose steps are being counted: those of a function that a step calls, or, without that, the task's.
  struct Place {
    const verb::Call* call = nullptr;
    const Place* caller = nullptr;
    std::size_t first_index = 0;  // of those that they know
  };
  // What a name stands for: an index is at a number; a value of the task's own is unknown.
  struct Meaning {
    const Number* number = nullptr;
    std::optional<std::uint64_t> index = {};
  };

  Work count(const std::vector<Step>& steps);
  Work count(const Step& step);
  Work count_repeat(const Step& step, const verb::Repeat& repeat);
  Work pass(const verb::Repeat& repeat);
  Work count_call(const verb::Call& call);
  std::uint64_t times_of(const Quantity& times) const;
  Duration duration_of(const Step& step);
  Meaning meaning(const std::string& name) const;
  Meaning meaning(const std::string& name, const Place& place, std::size_t end_of_indexes) const;

  const Scenario& scenario_;
  std::vector<Positions> parameters_;  // of each function
  std::vector<bool> index_counts_;     // of each step: a quantity in its body is its index
  std::vector<std::pair<const std::string*, std::uint64_t>> indexes_;  // of the repeats whose index counts
  std::unordered_map<std::string_view, std::size_t> functions_;        // by name
  const Task* task_ = nullptr;
  const Place* place_ = nullptr;
  std::optional<StepId> too_long_;
};

WorkCounter::WorkCounter(const Scenario& scenario) : scenario_(scenario) {
  for (const Function& function : scenario.functions) {
    Positions& positions = parameters_.emplace_back();
    for (std::size_t at = 0; at < function.parameters.size(); ++at) positions.emplace(function.parameters[at], at);
    functions_.emplace(function.name, parameters_.size() - 1);
  }
  for_each_step(scenario, [&](const Step& step) {
    if (index_counts_.size() <= index(step.id)) index_counts_.resize(index(step.id) + 1);
    const auto* repeat = std::get_if<verb::Repeat>(&step.action);
    index_counts_[index(step.id)] =
        repeat != nullptr && !repeat->index.empty() && any_takes(repeat->steps, repeat->index);
  });
}

Work WorkCounter::count(const Task& task) {
  const Place whole;
  task_ = &task;
  place_ = &whole;
  return count(task.function ? scenario_.functions[*task.function].steps : task.steps);
}

Work WorkCounter::count(const std::vector<Step>& steps) {
  Work total;
  for (const Step& step : steps) {
    total = plus(total, count(step));
    if (total.is_more_than(scenario_.most_steps) || too_long_) break;
  }
  return total;
}

Work WorkCounter::count(const Step& step) {
  const auto simple = [&]<class OneAction>(const OneAction&) {
    static_assert(!has_body<OneAction>(), "what a verb with a body comes to has a function of its own");
    return Work{1, 0, static_cast<std::uint64_t>(duration_of(step).count())};
  };
  const auto completing = [&](const verb::AsCompleted& each) {
    return times(plus(Work{1, 0, 0}, count(each.steps)), each.tasks.names.size());
  };
  const auto attempting = [&](const verb::Try& attempt) {
    Work work = plus(Work{1, 0, 0}, count(attempt.steps));
    if (attempt.except) work = plus(work, count(*attempt.except));
    return attempt.finally ? plus(work, count(*attempt.finally)) : work;
  };
  const auto computing = [&](const verb::Compute&) {
    const Duration length = duration_of(step);
    const Duration slice = scenario_.machine.time_slice;
    const auto slices = static_cast<std::uint64_t>((length + slice - Duration{1}) / slice);
    return Work{1, slices, static_cast<std::uint64_t>(length.count())};
  };
  const auto repeating = [&](const verb::Repeat& repeat) { return count_repeat(step, repeat); };
  const auto branching = [&](const verb::Branch& branch) {
    return plus(Work{1, 0, 0}, most(count(branch.steps), count(branch.otherwise)));
  };
  // How often it goes round shows only when it runs, and is limited then.
  const auto looping = [&](const verb::Loop& loop) { return plus(Work{1, 0, 0}, count(loop.steps)); };
  const auto locking = [&](const verb::Lock& lock) { return plus(Work{1, 0, 0}, count(lock.steps)); };
  const auto calling = [&](const verb::Call& call) { return plus(Work{1, 0, 0}, count_call(call)); };
  return std::visit(
      Overloaded{simple, computing, repeating, branching, looping, locking, completing, attempting, calling},
      step.action);
}

Work WorkCounter::count_call(const verb::Call& call) {
  const Place place{&call, place_, indexes_.size()};
  place_ = &place;
  const Work work = count(scenario_.functions[functions_.at(call.function)].steps);
  place_ = place.caller;
  return work;
}

Work WorkCounter::count_repeat(const Step& step, const verb::Repeat& repeat) {
  const std::uint64_t passes = times_of(repeat.times);
  if (passes == 0) return {1, 0, 0};
  if (!index_counts_[index(step.id)]) return times(pass(repeat), passes);
  Work total;
  indexes_.emplace_back(&repeat.index, 0);
  for (std::uint64_t i = 0; i < passes && !total.is_more_than(scenario_.most_steps) && !too_long_; ++i) {
    indexes_.back().second = i;
    total = plus(total, pass(repeat));
  }
  indexes_.pop_back();
  return total;
}

Work WorkCounter::pass(const verb::Repeat& repeat) {
  Work work = count(repeat.steps);
  work.steps = std::max<std::uint64_t>(work.steps, 1);
  return work;
}

std::uint64_t WorkCounter::times_of(const Quantity& times) const {
  if (const auto* number = std::get_if<Number>(&times)) return static_cast<std::uint64_t>(*number->integer);
  const Meaning meant = meaning(std::get<Placeholder>(times).name);
  return meant.index ? *meant.index : static_cast<std::uint64_t>(*meant.number->integer);
}

// What the step takes of its own, or waits for others at most.
Duration WorkCounter::duration_of(const Step& step) {
  const Quantity* seconds = seconds_of(step);
  for_each_part(step, [&]<class Part>(const Part&, const auto& value) {
    if constexpr (std::same_as<Part, part::Timeout>) {
      if (value) seconds = &*value;
    }
  });
  if (seconds == nullptr) return Duration::zero();
  if (const auto* number = std::get_if<Number>(seconds)) return *number->duration;
  const Meaning meant = meaning(std::get<Placeholder>(*seconds).name);
  if (!meant.index) return *meant.number->duration;
  const auto most = std::chrono::duration_cast<std::chrono::seconds>(kLongestDuration).count();
  if (*meant.index > static_cast<std::uint64_t>(most)) {
    too_long_ = step.id;
    return Duration::zero();
  }
  return std::chrono::seconds(static_cast<std::int64_t>(*meant.index));
}

WorkCounter::Meaning WorkCounter::meaning(const std::string& name) const {
  return meaning(name, *place_, indexes_.size());
}

// Only quantities are asked for, and the loader has seen to it that they are numbers in the end.
WorkCounter::Meaning WorkCounter::meaning(const std::string& name, const Place& place,
                                          std::size_t end_of_indexes) const {
  for (std::size_t at = place.first_index; at < end_of_indexes; ++at) {
    if (*indexes_[at].first == name) return {.index = indexes_[at].second};
  }
  if (place.call == nullptr) {
    return {.number = &std::get<Number>(task_->arguments[parameters_[*task_->function].at(name)])};
  }
  const std::vector<PassedArgument>& passed = place.call->arguments;
  const auto argument =
      std::find_if(passed.begin(), passed.end(), [&](const PassedArgument& one) { return one.parameter == name; });
  const auto* const placeholder = std::get_if<Placeholder>(&argument->value);
  if (placeholder == nullptr) return {.number = &std::get<Number>(argument->value)};
  return meaning(placeholder->name, *place.caller, place.first_index);
}

// What lets so many tasks compute at once.
std::string_view more_at_once(const Machine& machine, int computing_tasks) {
  if (!machine.gil) return R"(more "cores")";
  return computing_tasks <= machine.cores ? R"("gil": false)" : R"("gil": false and more "cores")";
}

}  // namespace

std::optional<WorkloadError> check_workload(const Scenario& scenario) {
  WorkCounter counter(scenario);
  Work total;
  int computing_tasks = 0;
  TaskId slicer = TaskId::none;
  for (std::size_t at = 0; at < scenario.tasks.size(); ++at) {
    const TaskId task = task_id(at);
    const Work work = counter.count(scenario.tasks[at]);
    total = plus(total, work);
    if (const auto step = counter.too_long()) {
      return WorkloadError{task, *step,
                           "the index of the repeat counts beyond 86400 here, the most seconds that a step "
                           "may take; repeat less often"};
    }
    if (total.is_more_than(scenario.most_steps)) {
      return WorkloadError{task, StepId::none,
                           fmt::format("with this task the scenario comes to more than {} steps in all, "
                                       "after repeats; repeat less often, or leave out tasks",
                                       in_groups(scenario.most_steps))};
    }
    if (total.nanoseconds > static_cast<std::uint64_t>(kLongestTotal.count())) {
      return WorkloadError{task, StepId::none,
                           "with this task the steps of the scenario take more than 4 000 000 000 "
                           "seconds together; shorten them"};
    }
    if (work.slices > 0) ++computing_tasks;
    if (slicer == TaskId::none && total.slices > most_time_slices(scenario)) slicer = task;
  }
  const Machine& machine = scenario.machine;
  if (slicer == TaskId::none || computing_tasks <= (machine.gil ? 1 : machine.cores)) return std::nullopt;
  return WorkloadError{slicer, StepId::none,
                       fmt::format("with this task the scenario comes to more than {} time slices; "
                                   "compute less, or give \"machine\" a longer \"time_slice\" or {}",
                                   in_groups(most_time_slices(scenario)), more_at_once(machine, computing_tasks))};
}

std::uint64_t most_time_slices(const Scenario& scenario) { return std::min(scenario.most_steps, kMostTimeSlices); }

bool has_room_for_gil(const Scenario& scenario) {
  if (scenario.machine.gil) return true;
  Scenario with_gil = scenario;
  with_gil.machine.gil = true;
  return !check_workload(with_gil);
}

}  // namespace interleave

#include <algorithm>
#include <fmt/format.h>
#include <numeric>
#include <vector>

#include "core/predict/changed_program.h"
#include "core/predict/explored_answer.h"
#include "core/predict/own_durations.h"
#include "core/predict/predict.h"
#include "core/predict/run_answer.h"
#include "core/run/refusal.h"
#include "core/run/simulate.h"

namespace interleave {
namespace {

// Answers of the models that look at the tasks' own durations.
class ByDurations {
 public:
  ByDurations(const Question& question, const Asked& asked)
      : question_(question), asked_(asked), own_(own_durations(asked.scenario, asked.settings)) {}

  Answered shared_out() const;
  Answered last() const { return Answer(seconds(own_.back())); }
  Answered longest() const { return Answer(seconds(*std::max_element(own_.begin(), own_.end()))); }
  Answered shortest() const;
  Answered dealt() const;

 private:
  const std::vector<Task>& tasks() const { return asked_.scenario.tasks; }
  std::vector<std::size_t> by_submission() const;
  std::vector<std::string> names_in(const std::vector<std::size_t>& order) const;
  Result<std::size_t, NoAnswer> asked_task() const;

  const Question& question_;
  const Asked& asked_;
  std::vector<Duration> own_;
};

Result<std::size_t, NoAnswer> ByDurations::asked_task() const {
  const auto found =
      std::find_if(tasks().begin(), tasks().end(), [&](const Task& task) { return task.name == question_.task; });
  if (found == tasks().end()) return NoAnswer{fmt::format("there is no task {}", question_.task)};
  return static_cast<std::size_t>(found - tasks().begin());
}

std::vector<std::size_t> ByDurations::by_submission() const {
  std::vector<std::size_t> order(tasks().size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t one, std::size_t other) { return tasks()[one].after < tasks()[other].after; });
  return order;
}

std::vector<std::string> ByDurations::names_in(const std::vector<std::size_t>& order) const {
  std::vector<std::string> names;
  for (const std::size_t task : order) names.push_back(tasks()[task].name);
  return names;
}

Answered ByDurations::shared_out() const {
  Question makespan;
  const Answered alone = answer_of(WrongModel::sequential, makespan, asked_);
  if (!alone) return alone;
  const double sum = std::get<double>(alone.value());
  if (question_.kind == QuestionKind::length) {
    const Answered real = right_answer(makespan, asked_);
    const auto task = asked_task();
    if (!real) return real;
    if (!task) return task.error();
    if (sum == 0) return Answer(0.0);
    return Answer(seconds(own_[task.value()]) * std::get<double>(real.value()) / sum);
  }
  const bool has_limit = traits(asked_.settings.mode).has_max_workers;
  const auto sharers = has_limit ? static_cast<double>(asked_.settings.max_workers) : static_cast<double>(own_.size());
  return Answer(sum / sharers);
}

Answered ByDurations::shortest() const {
  std::vector<std::size_t> order = by_submission();
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t one, std::size_t other) { return own_[one] < own_[other]; });
  return Answer(names_in(order));
}

// Each worker has its own tasks, and does them in their order.
Answered ByDurations::dealt() const {
  if (!traits(asked_.settings.mode).has_max_workers)
    return NoAnswer{"`dealt` needs a mode with max_workers; write set-mode pool"};
  const bool has_manual = std::any_of(tasks().begin(), tasks().end(), [](const Task& task) { return task.manual; });
  if (has_manual) return NoAnswer{"`dealt` needs tasks that are all submitted by themselves, and none by a start"};
  std::vector<Duration> free(static_cast<std::size_t>(asked_.settings.max_workers), Duration{0});
  std::vector<Duration> starts(tasks().size());
  std::vector<Duration> ends(tasks().size());
  const std::vector<std::size_t> order = by_submission();
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::size_t task = order[i];
    Duration& worker = free[i % free.size()];
    starts[task] = std::max(worker, tasks()[task].after);
    worker = ends[task] = starts[task] + own_[task];
  }
  const auto by = [&](const std::vector<Duration>& when) {
    std::vector<std::size_t> sorted = order;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](std::size_t one, std::size_t other) { return when[one] < when[other]; });
    return Answer(names_in(sorted));
  };
  if (question_.kind == QuestionKind::order) return by(ends);
  if (question_.kind == QuestionKind::order_of_starts) return by(starts);
  if (question_.kind == QuestionKind::makespan) return Answer(seconds(*std::max_element(free.begin(), free.end())));
  const auto task = asked_task();
  if (!task) return task.error();
  if (question_.kind == QuestionKind::starts) return Answer(seconds(starts[task.value()]));
  if (question_.kind == QuestionKind::ends) return Answer(seconds(ends[task.value()]));
  return Answer(seconds(own_[task.value()]));
}

Answered all_interleavings(const Asked& asked) {
  auto found = explore_all(asked);
  return found ? count_interleavings(*found.value()) : Answered(std::move(found).error());
}

Answered as_listed(const Scenario& scenario) {
  std::vector<std::string> names;
  for (const Task& task : scenario.tasks) names.push_back(task.name);
  return Answer(std::move(names));
}

Answered by_running(WrongModel model, const Question& question, const Asked& asked) {
  const auto changed = changed_program(model, asked);
  if (model == WrongModel::not_blocked && !contains(asked.scenario, Verb::block)) {
    return NoAnswer{"`not-blocked` needs a scenario in which some task has a block step"};
  }
  if (auto why = refusal(changed->scenario, changed->settings.mode)) return NoAnswer{std::move(*why)};
  return answer_in(*simulate(changed->scenario, changed->settings), question, Ties::recorded);
}

}  // namespace

Answered answer_of(WrongModel model, const Question& question, const Asked& asked) {
  if (!answers(model, question.kind)) {
    return NoAnswer{fmt::format("`{}` says nothing about {}", traits(model).name, traits(question.kind).form)};
  }
  switch (model) {
    case WrongModel::sequential:
    case WrongModel::not_blocked:
    case WrongModel::started_when_submitted:
    case WrongModel::parallel:
      return by_running(model, question, asked);
    case WrongModel::listed:
      return question.kind == QuestionKind::line ? by_running(model, question, asked) : as_listed(asked.scenario);
    case WrongModel::dealt:
      return ByDurations(question, asked).dealt();
    case WrongModel::shared_out:
      return ByDurations(question, asked).shared_out();
    case WrongModel::last:
      return ByDurations(question, asked).last();
    case WrongModel::longest:
      return ByDurations(question, asked).longest();
    case WrongModel::shortest:
      return ByDurations(question, asked).shortest();
    case WrongModel::tasks:
      return Answer(static_cast<std::int64_t>(asked.scenario.tasks.size()));
    case WrongModel::cores:
      return Answer(static_cast<std::int64_t>(asked.scenario.machine.cores));
    case WrongModel::none:
      return Answer(std::int64_t{0});
    case WrongModel::all:
      break;
  }
  return all_interleavings(asked);
}

}  // namespace interleave

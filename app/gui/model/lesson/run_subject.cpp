#include "app/gui/model/lesson/run_subject.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/run/run_parts.h"
#include "core/timeline/span_kind.h"

namespace interleave::gui {

RunSubject subject_of(std::shared_ptr<const Scenario> scenario, const RunSettings& settings) {
  const bool gil = needs_gil(*scenario, settings);
  return {std::move(scenario), settings.mode, traits(settings.mode).has_max_workers ? settings.max_workers : 0, gil};
}

bool same_subject(const RunSubject& one, const RunSubject& other) {
  const auto what_runs = [](const RunSubject& subject) {
    const Scenario& s = *subject.scenario;
    return std::tie(subject.mode, subject.max_workers, subject.gil, s.functions, s.tasks, s.machine, s.shared,
                    s.semaphores, s.queues, s.main);
  };
  return what_runs(one) == what_runs(other);
}

bool same_task_names(const RunSubject& one, const RunSubject& other) {
  const auto is_named_alike = [](const Task& task, const Task& another) { return task.name == another.name; };
  return std::is_permutation(one.scenario->tasks.begin(), one.scenario->tasks.end(), other.scenario->tasks.begin(),
                             other.scenario->tasks.end(), is_named_alike);
}

bool same_bars(const Timeline& one, const Timeline& other) {
  const auto same_span = [](const Span& a, const Span& b) {
    return a.begin == b.begin && a.end == b.end && kind_of(a) == kind_of(b);
  };
  const auto same_task = [&](const TaskTrack& a, const TaskTrack& b) {
    return a.name == b.name && a.finished == b.finished && a.outcome == b.outcome &&
           std::equal(a.spans.begin(), a.spans.end(), b.spans.begin(), b.spans.end(), same_span);
  };
  return one.info().mode == other.info().mode &&
         std::equal(one.tasks().begin(), one.tasks().end(), other.tasks().begin(), other.tasks().end(), same_task);
}

}  // namespace interleave::gui

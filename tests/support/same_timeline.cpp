#include "tests/support/same_timeline.h"

#include <algorithm>
#include <fmt/format.h>
#include <functional>

#include "core/timeline/moment.h"
#include "core/timeline/statistics.h"

namespace interleave::testing {
namespace {

template <class Items, class Same>
bool all_same(const Items& a, const Items& b, const Same& same) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

bool same_info(const RunInfo& a, const RunInfo& b) {
  return a.scenario == b.scenario && a.tasks == b.tasks && a.steps == b.steps && a.objects == b.objects &&
         a.cores == b.cores && a.computes == b.computes && a.mode == b.mode && a.max_workers == b.max_workers &&
         a.language == b.language && a.gil == b.gil && a.clock == b.clock && a.seed == b.seed && a.note == b.note &&
         a.schedule == b.schedule && a.timing == b.timing;
}

bool same_task(const TaskTrack& a, const TaskTrack& b) {
  return a.name == b.name && a.submitted == b.submitted && a.started == b.started && a.finished == b.finished &&
         a.created == b.created && a.outcome == b.outcome && a.error == b.error && a.spans == b.spans &&
         a.waited_before == b.waited_before && a.targets == b.targets && a.result == b.result &&
         a.cancelled == b.cancelled && a.timeouts == b.timeouts && a.taken_by == b.taken_by &&
         a.started_by == b.started_by;
}

bool same_time(const WorkerTime& a, const WorkerTime& b) {
  return a.busy == b.busy && a.held == b.held && a.held_ready == b.held_ready;
}

bool same_worker(const WorkerTrack& a, const WorkerTrack& b) {
  const auto same_turn = [](const Turn& x, const Turn& y) { return x.at == y.at && x.task == y.task; };
  return a.name == b.name && a.created == b.created && a.retired == b.retired && a.spans == b.spans &&
         all_same(a.turns, b.turns, same_turn) && all_same(a.before, b.before, same_time);
}

bool same_line(const OutputLine& a, const OutputLine& b) {
  return a.time == b.time && a.task == b.task && a.text == b.text;
}

bool same_change(const MaxWorkersChange& a, const MaxWorkersChange& b) {
  return a.time == b.time && a.max_workers == b.max_workers;
}

bool same_figures(const WorkerFigures& a, const WorkerFigures& b) {
  return same_time(a, b) && a.utilisation == b.utilisation;
}

bool same_longest(const LongestWait::Longest& a, const LongestWait::Longest& b) {
  return a.length == b.length && a.task == b.task;
}

bool same_moment(const Timeline& one, const Timeline& other, Time t) {
  const Moment a(one, t);
  const Moment b(other, t);
  bool same = a.counts() == b.counts() && a.work() == b.work() && a.lines_printed() == b.lines_printed() &&
              a.max_workers() == b.max_workers() && same_longest(a.longest_wait(), b.longest_wait());
  for (std::size_t i = 0; i < one.tasks().size(); ++i) {
    same = same && a.position(task_id(i)).kind == b.position(task_id(i)).kind &&
           a.waited(task_id(i)) == b.waited(task_id(i));
  }
  for (std::size_t i = 0; i < one.workers().size(); ++i) {
    same = same && same_figures(a.worker(worker_id(i)), b.worker(worker_id(i)));
  }
  // Beyond the horizon too, where a moment does not ask.
  return same && one.counters().at(t) == other.counters().at(t) &&
         same_longest(one.longest_wait().at(t), other.longest_wait().at(t));
}

bool same_statistics(const Timeline& one, const Timeline& other) {
  const Statistics a = statistics(one, Time(std::chrono::seconds(7)));
  const Statistics b = statistics(other, Time(std::chrono::seconds(7)));
  return a.makespan == b.makespan && a.work == b.work && a.speed_up == b.speed_up && a.threads == b.threads &&
         all_same(a.workers, b.workers, same_figures) && same_longest(a.longest_wait, b.longest_wait);
}

}  // namespace

std::string difference(const Timeline& a, const Timeline& b, const std::vector<Time>& times) {
  if (!a.finished() || !b.finished()) return "one is not finished";
  if (!same_info(a.info(), b.info())) return "what is known of the run";
  if (a.end()->outcome != b.end()->outcome || a.end()->error != b.end()->error || a.end()->time != b.end()->time ||
      a.horizon() != b.horizon()) {
    return "the end";
  }
  if (!all_same(a.tasks(), b.tasks(), same_task)) return "the tasks";
  if (!all_same(a.workers(), b.workers(), same_worker)) return "the workers";
  if (!all_same(a.output(), b.output(), same_line)) return "the output";
  if (!all_same(a.changes(), b.changes(), same_change)) return "the changes";
  if (!all_same(a.accesses(), b.accesses(), std::equal_to<>())) return "the accesses";
  if (!all_same(a.stale_writes(), b.stale_writes(), std::equal_to<>())) return "the marks of writes";
  if (!all_same(a.links(), b.links(), std::equal_to<>())) return "the links";
  if (!same_statistics(a, b)) return "the statistics";
  std::vector<Time> asked = times;
  for (const TaskTrack& task : a.tasks()) {
    for (const Span& span : task.spans) asked.push_back(span.end);
  }
  for (Time t : asked) {
    if (!same_moment(a, b, t)) return fmt::format("the moment at {} s", seconds(t));
  }
  return "";
}

}  // namespace interleave::testing

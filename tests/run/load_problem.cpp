#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "tests/run/run_problems.h"
#include "tests/support/run_text.h"

namespace interleave::testing {
namespace {

// How many tasks there are of each kind.
struct Load {
  int on_workers = 0;
  int running = 0;
  int want_core = 0;
  int want_lock = 0;
  int queued = 0;
  int ready_for_loop = 0;

  void add(const Span& span, int number) {
    on_workers += span.worker != WorkerId::none ? number : 0;
    running += span.state == State::running ? number : 0;
    want_core += span.cause == Cause::core ? number : 0;
    want_lock += span.cause == Cause::gil ? number : 0;
    queued += span.state == State::queued ? number : 0;
    ready_for_loop += span.cause == Cause::loop ? number : 0;
  }
  Load& operator+=(const Load& more) {
    on_workers += more.on_workers;
    running += more.running;
    want_core += more.want_core;
    want_lock += more.want_lock;
    queued += more.queued;
    ready_for_loop += more.ready_for_loop;
    return *this;
  }
};

// The limit of workers from a moment on, changes of that moment included.
int max_workers_at(const Timeline& run, Time time) {
  int limit = run.info().max_workers.value();
  for (const MaxWorkersChange& change : run.changes()) {
    if (change.time <= time) limit = change.max_workers;
  }
  return limit;
}

// The highest that the limit was at a moment, at which it may have changed more than once.
int most_workers_at(const Timeline& run, Time time) {
  int limit = max_workers_at(run, time - Duration(1));
  for (const MaxWorkersChange& change : run.changes()) {
    if (change.time == time) limit = std::max(limit, change.max_workers);
  }
  return limit;
}

bool ever_shrinks(const Timeline& run) {
  int limit = run.info().max_workers.value();
  for (const MaxWorkersChange& change : run.changes()) {
    if (change.max_workers < limit) return true;
    limit = change.max_workers;
  }
  return false;
}

std::string problem_of_pool(const Timeline& run, const Load& load, Time time) {
  const int limit = max_workers_at(run, time);
  if (load.on_workers > limit && !ever_shrinks(run)) return "more tasks on workers than max_workers";
  if (load.queued > 0 && load.on_workers < limit) return "a task is queued while a worker could take it";
  return "";
}

// Processes that are there and have not started yet: each has a task that is queued until then.
int starting_at(const PlannedScenario& planned, const Timeline& run, Time time) {
  const auto is_starting = [&](const WorkerTrack& worker) {
    return worker.created <= time && time < worker.created + planned.scenario.machine.process_start;
  };
  return static_cast<int>(std::count_if(run.workers().begin(), run.workers().end(), is_starting));
}

std::string problem_of_processes(const Timeline& run, const Load& load, int starting, Time time) {
  const int limit = max_workers_at(run, time);
  if (load.queued < starting) return "a process was made for nobody";
  if (load.on_workers + starting > limit && !ever_shrinks(run)) return "more processes than max_workers";
  if (load.queued > starting && load.on_workers + starting < limit) {
    return "a task is queued while a process could take it or be made for it";
  }
  return "";
}

std::string problem_of_moment(const PlannedScenario& planned, const Timeline& run, const Load& load, Time time) {
  const bool with_lock = has_lock(planned, run.info());
  const int cores = with_lock ? 1 : planned.scenario.machine.cores;
  const Mode mode = run.info().mode.value();
  if (load.running > cores) return "more tasks run than can at once";
  if (load.want_core > 0 && load.running < cores) return "a task waits for a core while one is free";
  if (load.want_core > 0 && with_lock) return "a task waits for a core where the lock is what it needs";
  if (load.want_lock > 0 && !with_lock) return "a task waits for a lock that is not there";
  if (load.want_lock > 0 && load.running == 0) return "a task waits for the lock while nobody computes";
  if (mode == Mode::pool) return problem_of_pool(run, load, time);
  if (mode == Mode::processes) return problem_of_processes(run, load, starting_at(planned, run, time), time);
  if (load.queued > 0 && mode != Mode::sequential) return "a task is queued where there is no queue";
  if (load.ready_for_loop > 0 && mode != Mode::coroutine) return "a task waits for a loop where there is none";
  if (mode == Mode::threads) return "";
  if (load.on_workers > 1) return "two tasks are on the only worker";
  if (load.queued + load.ready_for_loop > 0 && load.on_workers == 0) return "a task waits for the worker that is free";
  return "";
}

// When a worker took the task: before it started, where it waited for the interpreter's lock to start.
Time taken(const TaskTrack& task) {
  for (const Span& span : task.spans) {
    if (span.worker != WorkerId::none) return std::min(span.begin, *task.started);
  }
  return *task.started;
}

// Nobody is taken beyond the limit, whatever it was before.
std::string problem_with_starts(const Timeline& run) {
  if (run.info().mode != Mode::pool) return "";
  for (const TaskTrack& starting : run.tasks()) {
    const Time start = taken(starting);
    Load load;
    for (const TaskTrack& task : run.tasks()) {
      for (const Span& span : task.spans) {
        if (span.begin <= start && start < span.end) load.add(span, 1);
      }
    }
    if (load.on_workers > most_workers_at(run, start))
      return fmt::format("{} was taken beyond the limit", starting.name);
  }
  return "";
}

// None begins with a task before it has started.
std::string problem_with_processes(const PlannedScenario& planned, const Timeline& run) {
  if (run.info().mode != Mode::processes) return "";
  for (const WorkerTrack& worker : run.workers()) {
    const Time start = worker.created + planned.scenario.machine.process_start;
    if (!worker.spans.empty() && worker.spans.front().begin < start)
      return worker.name + " began before it had started";
  }
  return "";
}

}  // namespace

std::string problem_with_load(const PlannedScenario& planned, const Timeline& run) {
  std::map<Time, Load> changes;
  for (const TaskTrack& task : run.tasks()) {
    for (const Span& span : task.spans) {
      changes[span.begin].add(span, 1);
      changes[span.end].add(span, -1);
    }
  }
  Load load;
  for (const auto& [time, change] : changes) {
    load += change;
    const std::string problem = problem_of_moment(planned, run, load, time);
    if (!problem.empty()) return fmt::format("from {} on: {}\n{}", seconds(time), problem, chart(run));
  }
  const std::string problem = problem_with_starts(run);
  return problem.empty() ? problem_with_processes(planned, run) : problem;
}

std::string problem_with_lanes(const Timeline& run) {
  std::vector<std::vector<Span>> by_worker(run.workers().size());
  for (const TaskTrack& task : run.tasks()) {
    for (const Span& span : task.spans) {
      if (span.worker != WorkerId::none) by_worker.at(index(span.worker)).push_back(span);
    }
  }
  for (std::size_t i = 0; i < by_worker.size(); ++i) {
    std::vector<Span>& spans = by_worker[i];
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
    const auto overlap =
        std::adjacent_find(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.end > b.begin; });
    if (overlap != spans.end()) return run.workers()[i].name + " has two tasks at once\n" + chart(run);
    if (spans != run.workers()[i].spans)
      return run.workers()[i].name + "'s lane differs from its tasks'\n" + chart(run);
  }
  return "";
}

}  // namespace interleave::testing

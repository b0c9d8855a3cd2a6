#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "tests/run/run_problems.h"
#include "tests/support/run_text.h"

namespace interleave::testing {
namespace {

using Ends = std::vector<Time>;

// Each as soon as it is submitted, in its own time.
Ends side_by_side(const PlannedScenario& planned) {
  Ends ends;
  for (const PlannedTask& task : planned.tasks) ends.push_back(Time(task.after + task.total()));
  return ends;
}

// In order of submission, each on the worker that is free first.
Ends on_workers(const PlannedScenario& planned, int workers) {
  std::vector<Time> free_at(static_cast<std::size_t>(workers));
  Ends ends(planned.tasks.size());
  for (const std::size_t task : planned.by_submission()) {
    Time& earliest = *std::min_element(free_at.begin(), free_at.end());
    earliest = std::max(earliest, Time(planned.tasks[task].after)) + planned.tasks[task].total();
    ends[task] = earliest;
  }
  return ends;
}

// The same on processes, of which one more is made for a task that finds none unoccupied; who is done as the task comes
// still is occupied.
Ends on_processes(const PlannedScenario& planned, int most) {
  std::vector<Time> free_at;
  Ends ends(planned.tasks.size());
  for (const std::size_t task : planned.by_submission()) {
    const Time submitted(planned.tasks[task].after);
    auto earliest = std::min_element(free_at.begin(), free_at.end());
    const bool is_unoccupied = earliest != free_at.end() && *earliest < submitted;
    if (!is_unoccupied && free_at.size() < static_cast<std::size_t>(most)) {
      earliest = free_at.insert(free_at.end(), submitted + planned.scenario.machine.process_start);
    }
    *earliest = std::max(*earliest, submitted) + planned.tasks[task].total();
    ends[task] = *earliest;
  }
  return ends;
}

// Where nobody has to wait for a core, for the interpreter's lock or for a frozen loop.
std::optional<Ends> expected_ends(const PlannedScenario& planned, const RunInfo& info) {
  const bool with_lock = has_lock(planned, info);
  const int cores = with_lock ? 1 : planned.scenario.machine.cores;
  // With the lock even one that computes makes all others wait.
  const bool cores_for_all = planned.tasks_with(Verb::compute) <= (with_lock ? 0 : cores);
  switch (info.mode.value()) {
    case Mode::sequential:
      return on_workers(planned, 1);
    case Mode::coroutine:
      if (planned.tasks_with(Verb::compute) + planned.tasks_with(Verb::block) > 0) return std::nullopt;
      return side_by_side(planned);
    case Mode::threads:
      if (!cores_for_all) return std::nullopt;
      return side_by_side(planned);
    case Mode::pool:
    case Mode::processes:
      break;
  }
  const int workers = info.max_workers.value();
  if (!cores_for_all && workers > cores) return std::nullopt;
  return info.mode == Mode::pool ? on_workers(planned, workers) : on_processes(planned, workers);
}

}  // namespace

std::string problem_with_sums(const PlannedScenario& planned, const Timeline& run) {
  const auto expected = expected_ends(planned, run.info());
  Time last{};
  for (std::size_t i = 0; i < planned.tasks.size(); ++i) {
    const Time finished = *run.tasks()[i].finished;
    last = std::max(last, finished);
    if (!expected || finished == (*expected)[i]) continue;
    return fmt::format("{} ends at {} instead of {}\n{}", planned.tasks[i].name, seconds(finished),
                       seconds((*expected)[i]), chart(run));
  }
  if (run.end()->time != last) return "the makespan is not the end of the last task";
  return "";
}

}  // namespace interleave::testing

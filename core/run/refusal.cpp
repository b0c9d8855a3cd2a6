#include "core/run/refusal.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <fmt/format.h>
#include <vector>

#include "core/run/run_parts.h"

namespace interleave {
namespace {

// What takes more than one process at a time, of which none knows the others' tasks and queues.
constexpr std::array kAcrossProcesses = {Verb::start,  Verb::await, Verb::as_completed,
                                         Verb::cancel, Verb::put,   Verb::get};

bool computes(const Scenario& scenario, const Task& task) {
  const std::vector<Step>& steps = task.function ? scenario.functions[*task.function].steps : task.steps;
  const std::vector<std::size_t> called = functions_called_from(scenario, steps);
  return contains(steps, Verb::compute) || std::any_of(called.begin(), called.end(), [&](std::size_t function) {
           return contains(scenario.functions[function].steps, Verb::compute);
         });
}

// How many tasks are on workers at once, at most.
std::size_t most_at_once(const Scenario& scenario, const RunSettings& settings) {
  const bool starts =
      std::any_of(scenario.tasks.begin(), scenario.tasks.end(), [](const Task& task) { return task.manual; });
  if (scenario.main.launch == Launch::one_by_one && !starts) return 1;
  const std::size_t tasks = scenario.tasks.size();
  const bool has_limit = traits(settings.mode).has_max_workers;
  return has_limit ? std::min(tasks, static_cast<std::size_t>(settings.max_workers)) : tasks;
}

}  // namespace

std::optional<std::string> refusal(const Scenario& scenario, Mode mode) {
  if (traits(mode).shares_memory) return std::nullopt;
  const auto* const verb =
      std::find_if(kAcrossProcesses.begin(), kAcrossProcesses.end(), [&](Verb one) { return contains(scenario, one); });
  if (verb == kAcrossProcesses.end()) return std::nullopt;
  return fmt::format(
      "in mode {} a task is in a worker process, from which no step \"{}\" reaches other tasks or their queues; "
      "run it with threads or a pool",
      name(mode), name(*verb));
}

std::optional<std::string> exact_time_refusal(const Scenario& scenario, const RunSettings& settings) {
  if (has_threads_beside_loop(scenario, settings.mode)) {
    return "with exact time no task may run on a thread beside the event loop; use --timing any";
  }
  if (traits(settings.mode).one_worker) return std::nullopt;
  const std::size_t at_once = most_at_once(scenario, settings);
  const auto first = std::find_if(scenario.tasks.begin(), scenario.tasks.end(),
                                  [&](const Task& task) { return computes(scenario, task); });
  if (first == scenario.tasks.end()) return std::nullopt;
  if (needs_gil(scenario, settings)) {
    if (at_once <= 1) return std::nullopt;
    return fmt::format(
        "with exact time nobody may have to wait for the interpreter's lock, which task \"{}\" has while it computes; "
        "use --timing any, or --gil off",
        first->name);
  }
  const auto computing = static_cast<std::size_t>(
      std::count_if(first, scenario.tasks.end(), [&](const Task& task) { return computes(scenario, task); }));
  const auto cores = static_cast<std::size_t>(scenario.machine.cores);
  if (std::min(computing, at_once) <= cores) return std::nullopt;
  return fmt::format(
      "with exact time nobody may have to wait for a core, and {} tasks that compute may overlap on {}; "
      "use --timing any, or more cores",
      std::min(computing, at_once), cores == 1 ? "one core" : fmt::format("{} cores", cores));
}

}  // namespace interleave

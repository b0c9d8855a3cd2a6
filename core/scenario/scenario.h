#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <variant>
#include <vector>

#include "core/base/mode.h"
#include "core/base/time.h"
#include "core/scenario/limits.h"
#include "core/scenario/main_policy.h"
#include "core/scenario/place.h"
#include "core/scenario/quantity.h"
#include "core/scenario/step.h"

// A scenario as plain data: what its file says, checked, with nothing resolved. The loader guarantees what the
// comments promise; the rest of the program relies on it.
namespace interleave {

// What an argument gives to a parameter. A string is final: {task} and doubled braces have been replaced, and braces
// that are left in it are just braces.
using Argument = std::variant<std::string, Number>;

struct Function {
  std::string name;
  std::vector<std::string> parameters;
  std::vector<Step> steps;
  Place position;

  friend bool operator==(const Function&, const Function&) = default;
};

// A task runs either a function of the scenario with one argument for each of its parameters, or steps of its own.
struct Task {
  std::string name;
  std::optional<std::size_t> function;  // position in Scenario::functions
  std::vector<Argument> arguments;      // in the order of the function's parameters
  std::vector<Step> steps;              // where there is no function
  Duration after{0};                    // when it is submitted
  bool manual = false;                  // submitted by a `start` alone
  std::optional<Duration> timeout;      // from its start; on an event loop it fails then, where it waits
  bool to_thread = false;               // on an event loop: its steps run on a thread beside that
  Place position;

  // How the file writes those arguments that name {task}, each at its parameter's position; the others are empty here,
  // and where no argument does, there are none at all.
  std::vector<std::string> templates;

  friend bool operator==(const Task&, const Task&) = default;
};

struct Machine {
  int cores = 4;                                           // 1 .. 1024
  bool gil = true;                                         // a Python interpreter lets one thread at a time go on
  Duration time_slice = std::chrono::milliseconds(5);      // 1 ms .. 1 s: of a core, or of that interpreter's lock
  Duration switch_cost{0};                                 // 0 .. 60 s: of each handover of that lock
  Duration process_start = std::chrono::milliseconds(50);  // 0 .. 60 s: until a worker process takes its first task

  friend bool operator==(const Machine&, const Machine&) = default;
};

inline constexpr int kMostWorkers = 1024;

// What tasks share and the file declares, with the number that it begins with: a variable's value; how many permits a
// semaphore has, 0 .. kMostPermits; how many items a queue has room for, 0 .. kMostItems, where 0 is without bounds.
struct Declaration {
  std::string name;
  std::int64_t number = 0;

  friend bool operator==(const Declaration&, const Declaration&) = default;
};

inline constexpr std::int64_t kMostPermits = 1024;
inline constexpr std::int64_t kMostItems = 1'000'000;

struct Scenario {
  std::string title;
  std::string summary;
  std::vector<Function> functions;
  std::vector<Task> tasks;  // at least one, in the order of the file; names differ
  // Each in the order of the file; names differ, those of semaphores and queues together.
  std::vector<Declaration> shared;  // variables
  std::vector<Declaration> semaphores;
  std::vector<Declaration> queues;
  Mode mode = Mode::sequential;
  int max_workers = 2;  // 1 .. kMostWorkers
  Machine machine;
  MainPolicy main;
  // What a run of it has at most, as the file cannot say: steps, every repeat counted, and time slices.
  std::uint64_t most_steps = kMostSteps;

  friend bool operator==(const Scenario&, const Scenario&) = default;
};

// Shows every step: those of the functions, then those of the tasks, which is the order of their ids.
template <class Visit>
void for_each_step(const Scenario& scenario, const Visit& visit) {
  for (const Function& function : scenario.functions) for_each_step(function.steps, visit);
  for (const Task& task : scenario.tasks) for_each_step(task.steps, visit);
}

// Whether any step of the scenario has that verb.
bool contains(const Scenario& scenario, Verb verb);

// The names of the functions that steps call.
std::unordered_set<std::string_view> called_by_steps(const Scenario& scenario);

// The positions of the functions that these steps call, also by way of others, each once.
std::vector<std::size_t> functions_called_from(const Scenario& scenario, const std::vector<Step>& steps);

// Whether in that mode any task runs on a thread beside the event loop.
bool has_threads_beside_loop(const Scenario& scenario, Mode mode);

}  // namespace interleave

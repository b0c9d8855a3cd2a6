#pragma once

#include <string>
#include <vector>

#include "core/base/time.h"
#include "core/scenario/scenario.h"

// Random scenarios with what is to be expected of them, worked out from the steps themselves.
namespace interleave::testing {

// A step that a task executes, loops unrolled.
struct PlannedStep {
  Verb verb = Verb::print;  // print, sleep, block or compute
  Duration length{0};
  std::string line;  // print
};

struct PlannedTask {
  std::string name;
  Duration after{0};
  std::vector<PlannedStep> steps;

  Duration total(Verb verb) const;
  Duration total() const { return total(Verb::sleep) + total(Verb::block) + total(Verb::compute); }
  std::vector<std::string> lines() const;
};

struct PlannedScenario {
  std::string text;  // the file
  Scenario scenario;
  std::vector<PlannedTask> tasks;  // in the order of the file

  // Positions of the tasks in the order in which they are submitted.
  std::vector<std::size_t> by_submission() const;
  int tasks_with(Verb verb) const;
};

// What lengths a scenario's steps and submissions are drawn from, and what steps it may have.
struct Taste {
  Duration grain = std::chrono::microseconds(500);  // lengths are multiples of it, so that ties are frequent
  std::int64_t most_grains = 20;
  int most_tasks = 6;
  int most_steps = 5;
  int most_depth = 2;
  bool computes = true;
};

// Within a RapidCheck property.
PlannedScenario random_scenario(const Taste& taste);

}  // namespace interleave::testing

#pragma once

#include <string>
#include <vector>

#include "app/gui/model/edit/step_names.h"

namespace interleave::gui {

// What a new step can go by.
struct Surroundings {
  NamesHere names;
  std::vector<std::string> variables;  // that tasks share, as those below
  std::vector<std::string> locks;
  std::vector<std::string> queues;
  std::string other_task;
  std::string function;  // that it can call, and with what
  std::vector<PassedArgument> arguments;
};

// At that place of the task's steps. Where the scenario has no other task, and the verb needs one, there is one from
// now on, without steps, and so with functions; and one that is to be started is one that waits for that.
Surroundings surroundings(Scenario& scenario, std::size_t task, const StepPath& place, Verb verb);

// A step of that verb which the loader takes as it is.
Step new_step(Verb verb, const Surroundings& around);

// The step with another verb: whatever the two have in common is kept. Steps within it that the new verb has no place
// for are left over.
struct Converted {
  Step step;
  std::vector<Step> left_over;
};
Converted with_verb(Step step, Verb verb, const Surroundings& around);

}  // namespace interleave::gui

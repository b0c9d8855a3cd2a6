#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/gui/model/edit/step_path.h"

// What the steps of a scenario can name.
namespace interleave::gui {

struct NamesHere {
  std::vector<std::string> parameters;  // of the function
  std::vector<std::string> indexes;     // of the steps around
  std::vector<std::string> given;       // values of the task's own that surely have one here, the newest last
  std::vector<std::string> values;      // all that the steps give it anywhere

  // What a duration or a count can be.
  std::vector<std::string> quantities() const;
};

// At a place among the steps that the task runs.
NamesHere names_at(const Scenario& scenario, std::size_t task, const StepPath& place);

// What tasks share: what is declared, and locks, which are declared by being named, in the order of the steps.
std::vector<std::string> shared_names(const Scenario& scenario, SharedUse use);

// Whether any step names it so, by itself or by what a task gives to a parameter.
bool is_named(const Scenario& scenario, SharedUse use, const std::string& name);

// Of each function, the parameters that its steps take for the name of such a thing.
std::vector<std::vector<std::size_t>> parameters_for(const Scenario& scenario, SharedUse use);

// Every name of such a thing that a step passes to a parameter which is for it.
void for_each_passed_name(const Scenario& scenario, SharedUse use,
                          const std::function<void(const std::string&)>& visit);

// Whether that one is among them.
bool takes_name(const Function& function, SharedUse use, const std::string& parameter);

}  // namespace interleave::gui

#pragma once

#include "app/gui/model/edit/scenario_edits.h"

// What can be changed about the function that a task calls, and thereby of all tasks that call it.
namespace interleave::gui {

// A function for this task alone, with the same steps.
Edited split_function(Scenario scenario, std::size_t task);
Edited rename_function(Scenario scenario, std::size_t task, std::string_view name);

// As they are typed, a list of names. A new name is that of one that is gone, as long as there is any; what is left is
// new, and given each task's name.
Edited set_parameters(Scenario scenario, std::size_t task, std::string_view text);

}  // namespace interleave::gui

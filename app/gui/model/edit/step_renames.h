#pragma once

#include <string>

#include "app/gui/model/edit/step_names.h"

// New names for what steps name, wherever they do.
namespace interleave::gui {

// Of a parameter, an index or a value of the task's own: where the steps use it, not where it is given.
void rename_uses(std::vector<Step>& steps, const std::string& from, const std::string& to);

// Of what tasks share: where steps name it, and where tasks give its name to a parameter that is for that.
void rename_shared(Scenario& scenario, SharedUse use, const std::string& from, const std::string& to);

// Of a task, where steps name it.
void rename_task_in_steps(Scenario& scenario, const std::string& from, const std::string& to);

// Whether it can stand in an expression.
bool is_plain_name(std::string_view name);

}  // namespace interleave::gui

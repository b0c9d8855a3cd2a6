#pragma once

#include <optional>

#include "app/gui/model/input/controls.h"

// The controls of the panel that edits the scenario, as controls.h says of all; none of another control.
namespace interleave::gui {

bool is_editing_control(Control control);

Command command_of_editing(Control control);
std::string label_of_editing(const AppState& state, Control control);
std::string tooltip_of_editing(const AppState& state, Control control);
bool editing_enabled(const AppState& state, Control control);
bool editing_chosen(const AppState& state, Control control);

}  // namespace interleave::gui

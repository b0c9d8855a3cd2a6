#pragma once

#include "app/gui/model/input/controls.h"

namespace interleave::gui {

// The controls of the dialog that asks what is to be taken along, and the one that copies the program.
bool is_export_control(Control control);
Command command_of_export(Control control);
std::string label_of_export(Control control);
std::string tooltip_of_export(const AppState& state, Control control);
bool export_enabled(const AppState& state, Control control);
bool export_chosen(const AppState& state, Control control);

}  // namespace interleave::gui

#pragma once

#include <string_view>

#include "app/gui/model/input/controls.h"

namespace interleave::gui {

// The controls that lead through a run, and those on the help's plate.
struct NavigationControl {
  Control control;
  std::string_view label;
  std::string_view tooltip;
  Command (*command)();  // not the command itself: compilers take gigabytes for a list of those
};

// Null where the control is none of them.
const NavigationControl* navigation_control(Control control);

// Whether one of them can be pressed now, and whether it is on.
bool navigation_enabled(const AppState& state, Control control);
bool navigation_chosen(const AppState& state, Control control);

}  // namespace interleave::gui

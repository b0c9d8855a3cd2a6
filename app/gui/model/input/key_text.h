#pragma once

#include <string>

#include "app/gui/model/input/key_table.h"

namespace interleave::gui {

// A key as a tooltip names it: "Ctrl+R", "right arrow", "Alt+Up".
std::string key_text(const Binding& binding);

}  // namespace interleave::gui

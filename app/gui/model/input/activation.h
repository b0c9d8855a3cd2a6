#pragma once

#include <cstddef>
#include <optional>

#include "app/gui/model/input/command.h"

namespace interleave::gui {

struct AppState;

// How many entries the open menu has: the scenarios and file_menu(), or the speeds; none where none is open.
std::size_t menu_size(const AppState& state);
// What such an entry stands for.
Command menu_choice(const AppState& state, std::size_t entry);

// What is meant by command::Activate: the chosen entry of the open menu, else what has the focus, else going to what is
// selected. None where what has the focus cannot be pressed.
std::optional<Command> activated(const AppState& state);

}  // namespace interleave::gui

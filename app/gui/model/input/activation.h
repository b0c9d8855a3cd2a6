#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/gui/model/input/command.h"

namespace interleave::gui {

struct AppState;

// Files that were opened lately and are not open now, the newest first.
std::vector<std::string> recent_to_offer(const AppState& state);

// How many entries the open menu has: the scenarios, file_menu() and in it recent_to_offer(), or the speeds; none where
// none is open.
std::size_t menu_size(const AppState& state);
// What such an entry stands for.
Command menu_choice(const AppState& state, std::size_t entry);

// What is meant by command::Activate: the chosen entry of the open menu, else what has the focus, else going to what is
// selected. None where what has the focus cannot be pressed.
std::optional<Command> activated(const AppState& state);

}  // namespace interleave::gui

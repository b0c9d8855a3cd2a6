#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/gui/model/input/command.h"
#include "app/gui/model/input/key_press.h"

namespace interleave::gui {

struct AppState;

// What a key press wishes for; none where it means nothing.
std::optional<Command> command_for(const AppState& state, const KeyPress& press);

// One line of the help: what one does, and with what. A line without a heading belongs to the group above it.
struct HelpLine {
  std::string what;
  std::string keys;
  std::string heading;
};
const std::vector<HelpLine>& help_lines();

}  // namespace interleave::gui

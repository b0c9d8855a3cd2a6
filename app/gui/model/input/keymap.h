#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/gui/model/input/command.h"

namespace interleave::gui {

struct AppState;

// Keys that type nothing, and the four that count by their place on the keyboard (as labelled on a US one).
enum class Key : std::uint8_t {
  none,
  position_w,
  position_a,
  position_s,
  position_d,
  space,
  left,
  right,
  up,
  down,
  home,
  end,
  page_up,
  page_down,
  enter,
  escape,
  tab,
  backspace,
  remove,
  insert,
  f2,
  f5,
  f6,
  f11,
};

// One press. The key is known by its place, or by the character it types (with Ctrl: that it is labelled with); both
// where a key with a place types something, which counts where text is being typed.
struct KeyPress {
  Key key = Key::none;
  char32_t character = 0;
  bool control = false;
  bool shift = false;
  bool alt = false;
};

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

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/gui/model/input/keymap.h"
#include "app/gui/model/state/focus.h"

namespace interleave::gui {

enum class WithShift : std::uint8_t { any, no, yes };

// A press and what it wishes for.
struct Binding {
  KeyPress press;  // its `shift` does not count
  WithShift shift = WithShift::any;
  std::string written;  // as the help writes it; empty: another line of the help has it
  std::function<Command(const AppState&, const KeyPress&)> wish;
  std::optional<Panel> within;  // only while that panel has the focus, and then before all others
};

// One thing to do: with the pointer, with keys, or with both.
struct Act {
  std::string heading;  // begins a group; else empty
  std::string what;
  std::string gesture;  // with the pointer; may be empty
  std::vector<Binding> keys;
};

// All that keys and gestures do, as the keymap finds it and the help lists it.
const std::vector<Act>& key_table();

// What the table says of a press while nothing is typed and no menu is open.
std::optional<Command> bound_command(const AppState& state, const KeyPress& press);

}  // namespace interleave::gui

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/gui/model/input/command.h"
#include "app/gui/model/input/key_press.h"
#include "app/gui/model/state/act_id.h"
#include "app/gui/model/state/focus.h"

namespace interleave::gui {

struct AppState;

enum class WithShift : std::uint8_t { any, no, yes };

// Where a press counts, and then before the same one that counts everywhere: with a cell selected of the table of
// tasks, of the list of steps, of either, or of either and a number in it.
enum class Where : std::uint8_t { anywhere, table, steps, cells, numbers };

// A press and what it wishes for.
struct Binding {
  KeyPress press;  // its `shift` does not count, its `alt` only where it is set
  WithShift shift = WithShift::any;
  std::string written;  // as the help writes it; empty: another line of the help has it
  std::function<Command(const AppState&, const KeyPress&)> wish;
  std::optional<Panel> within;  // only while that panel has the focus, and then before all others
  Where where = Where::anywhere;
  std::vector<ActId> like;  // the acts that it is named for, besides those that wish for the same
};

// One line of the help: a thing to do, with the pointer, with keys, or with both.
struct KeyLine {
  std::string heading;  // begins a group; else empty
  std::string what;
  std::string gesture;  // with the pointer; may be empty
  std::vector<Binding> keys;
};

// All that keys and gestures do, as the keymap finds it and the help lists it.
const std::vector<KeyLine>& key_table();

}  // namespace interleave::gui

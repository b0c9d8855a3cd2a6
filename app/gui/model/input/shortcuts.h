#pragma once

#include <optional>

#include "app/gui/model/input/command.h"
#include "app/gui/model/input/key_press.h"

namespace interleave::gui {

struct AppState;

// Whether a key of the table is known by just that character.
bool is_bound(char32_t character);

// The press as the table knows it. It counts by the character that it types, or with Ctrl is labelled with; where that
// is neither a Latin letter nor a key of the table, by its place: on a Russian keyboard the key of C types с and counts
// as C, on a French one the key of 3 counts as 3 with Shift and without.
KeyPress as_shortcut(const KeyPress& press);

// What the table says of a press while nothing is typed and no menu is open.
std::optional<Command> bound_command(const AppState& state, const KeyPress& press);

}  // namespace interleave::gui

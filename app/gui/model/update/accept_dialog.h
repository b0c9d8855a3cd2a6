#pragma once

#include <cstddef>

#include "app/gui/model/state/app_state.h"

// What update() does with what is chosen in the dialog that asks for a file.
namespace interleave::gui {

void press_in_dialog(AppState& state, const TextPress& press);
void pick_in_dialog(AppState& state, std::size_t position);  // a folder is entered, a file's name taken
// Opens, saves or exports what was chosen; another file is overwritten the second time only.
void accept_dialog(AppState& state);

}  // namespace interleave::gui

#pragma once

#include "app/gui/model/state/app_state.h"

// What update() does to the dialog that asks for a file. Without files (AppState::files) there is none.
namespace interleave::gui {

// A title, as file names are mostly written.
std::string name_for_file(std::string_view title);

void open_dialog(AppState& state, FilePurpose purpose);
void close_dialog(AppState& state);
void press_in_dialog(AppState& state, const TextPress& press);
void mark_in_dialog(AppState& state, std::size_t position);  // a folder is entered, a file's name taken
// Opens, saves or exports what was chosen; another file is overwritten the second time only.
void accept_dialog(AppState& state);

}  // namespace interleave::gui

#pragma once

#include "app/gui/model/state/app_state.h"

// What update() does to the dialog that asks for a file. Without files (AppState::files) there is none.
namespace interleave::gui {

inline constexpr const char* kNoRunText = "There is no finished run to save: press Run first.";

void open_dialog(AppState& state, FilePurpose purpose);
void close_dialog(AppState& state);

}  // namespace interleave::gui

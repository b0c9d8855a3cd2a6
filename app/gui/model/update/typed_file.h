#pragma once

#include "app/gui/model/state/app_state.h"

// What update() does to the scenario's file as text.
namespace interleave::gui {

// The text of what the document says now, in the panel. Text that cannot be read yet is kept.
void show_file_text(AppState& state);
// Keys go to it from now on.
void focus_file_text(AppState& state);
// Reads what was typed since the last time; what can be read becomes an edit. True when there was anything to read.
bool read_file_text(AppState& state);
// Whether there is text that cannot be read.
bool has_unread_text(const AppState& state);

}  // namespace interleave::gui

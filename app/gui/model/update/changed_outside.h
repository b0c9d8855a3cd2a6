#pragma once

#include "app/gui/model/state/app_state.h"

// What update() does about a file that somebody else changed.
namespace interleave::gui {

// Looks whether the chosen scenario's file was, and offers to read it again.
void check_file(AppState& state);
void ask_about_change(AppState& state);
// The answers to that.
void read_again(AppState& state);
void keep_mine(AppState& state);

}  // namespace interleave::gui

#pragma once

#include <cstddef>
#include <string>

#include "app/gui/model/state/app_state.h"

// What of the scenarios is not saved, and what of their files was changed by somebody else.
namespace interleave::gui {

// What is typed as the text of that scenario's file and cannot be read, or was not yet; else nothing.
std::string unread_text(const AppState& state, std::size_t position);
// Whether what is shown was made here, last, and is still as it was made: then there is a way back.
bool can_take_back_new(const AppState& state);
// Whether closing would lose anything of that scenario.
bool is_unsaved(const AppState& state, std::size_t position);

// The file that the chosen scenario, or the recorded run it came with, was read from; empty where there is none.
const std::string& watched_file(const AppState& state);
// Whether somebody else changed it since it was read or written here.
bool is_changed_outside(const AppState& state);

}  // namespace interleave::gui

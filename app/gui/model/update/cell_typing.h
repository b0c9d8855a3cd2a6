#pragma once

#include <string_view>

#include "app/gui/model/state/app_state.h"

// What update() does to the cells of the table and the settings: selecting one, typing into it.
namespace interleave::gui {

void select_cell(AppState& state, const Cell& cell);
// Opens the cell for typing; what is being typed elsewhere is applied first.
void edit_cell(AppState& state, const Cell& cell);
// The first cell of a step that was added is typed into.
void edit_new_step(AppState& state, std::size_t task, const StepPath& path);
void set_cell(AppState& state, const Cell& cell, std::string_view text);

// A key of the cell that is being typed into: Enter applies it, Tab goes on to the next cell, Esc gives it up.
void press_in_cell(AppState& state, const TextPress& press);
// What is offered for it takes the place of what was typed.
void take_offer(AppState& state, std::size_t offer);
// Applies what was typed, in a cell or as the file; false where it will not do, and then it stays open and says why.
bool leave_text(AppState& state);

}  // namespace interleave::gui

#pragma once

#include <optional>
#include <string>

#include "app/gui/model/edit/scenario_edits.h"
#include "app/gui/model/state/app_state.h"

// What update() does to the chosen scenario. Whatever the loader would not read is refused, in its words, and the
// scenario stays as it was.
namespace interleave::gui {

// Why it could not be done; none when it was.
std::optional<std::string> edit_scenario(AppState& state, Edited edit, EditGroup group = 0);
// The same; the panel says why it could not be done.
void try_edit(AppState& state, Edited edit);

void undo_edit(AppState& state);
void redo_edit(AppState& state);

// Gives up what is being typed in the panel, without applying it.
void give_up_text(AppState& state);

}  // namespace interleave::gui

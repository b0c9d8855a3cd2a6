#pragma once

#include "app/gui/model/state/app_state.h"

// What update() does to the table of tasks and the panel around it.
namespace interleave::gui {

void show_tab(AppState& state, PanelTab tab);
// A cell of the table has the keys, or of the settings.
// Beside a slide that hides it: the workbench, which has the table.
void show_side(AppState& state);
void focus_table(AppState& state);
void move_in_table(AppState& state, int columns, int rows);

void add_task(AppState& state);
void duplicate_task(AppState& state);  // the selected one, as those below
void delete_task(AppState& state);
void move_task(AppState& state, Way way);

}  // namespace interleave::gui

#pragma once

#include "app/gui/model/app_state.h"
#include "app/gui/model/duration_edit.h"

// What update() does to the scenario: cells, tasks, lengths, undo. Whatever the loader would not read is refused, with
// its words beside the cell, and the scenario stays as it was.
namespace interleave::gui {

// The text that keys go to, or null.
TextEdit* active_text(AppState& state);
const TextEdit* active_text(const AppState& state);
// What the clipboard has given since it was asked, into the active text if it asked. True when there was anything.
bool take_pasted(AppState& state);

void show_tab(AppState& state, PanelTab tab);
void select_cell(AppState& state, const Cell& cell);
void move_in_table(AppState& state, int columns, int rows);
// Opens the cell for typing; what is being typed elsewhere is applied first.
void edit_cell(AppState& state, const Cell& cell);
void set_cell(AppState& state, const Cell& cell, std::string_view text);

// A key of the text that is being typed: Enter applies it, Tab goes on to the next cell, Esc gives it up.
void press_in_text(AppState& state, const TextPress& press);
// Applies what was typed; false where it will not do, and then it stays open and says why.
// The keys go elsewhere from now on: text in a cell is applied, that of the file stays as it is.
void leave_field(AppState& state);
bool leave_text(AppState& state);
void give_up_text(AppState& state);

void add_task(AppState& state);
void duplicate_task(AppState& state);  // the selected one, as those below
void delete_task(AppState& state);
void move_task(AppState& state, Way way);

void undo_edit(AppState& state);
void redo_edit(AppState& state);

// The length of a task's step, in seconds. Edits of one group are a drag: the picture keeps its scale until end_drag().
void set_step_duration(AppState& state, TaskId task, StepId step, double length, EditGroup group);
void end_drag(AppState& state);

// Whether an edge of that span, of the run on the screen, stands for a length of the scenario as it is now.
std::optional<DurationPlace> editable_duration(const AppState& state, const Span& span);

}  // namespace interleave::gui

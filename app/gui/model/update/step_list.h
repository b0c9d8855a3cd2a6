#pragma once

#include "app/gui/model/state/app_state.h"

// What update() does to the steps of a task, and to what tasks share.
namespace interleave::gui {

// Below the table of tasks. Where they are shown, keys go to them.
void show_steps(AppState& state, StepList steps);
// A cell of the list has the keys, whichever it was last.
void focus_steps(AppState& state);

// Opens a place below what is selected.
void insert_step(AppState& state);
// The new step is selected, and its first cell typed into.
void add_step(AppState& state, std::size_t task, const StepPath& place, Verb verb);
void remove_step(AppState& state, std::size_t task, const StepPath& path);
void remove_body(AppState& state, std::size_t task, const StepPath& first);
void move_step(AppState& state, std::size_t task, const StepPath& from, const StepPath& to);
void split_function(AppState& state, std::size_t task);
void add_shared(AppState& state, ObjectKind kind);
void remove_shared(AppState& state, ObjectKind kind, std::size_t position);

}  // namespace interleave::gui

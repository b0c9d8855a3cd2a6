#pragma once

#include "app/gui/model/state/app_state.h"

// Where text is being typed.
namespace interleave::gui {

// Whether what is typed is max_workers, the name of a mark, or what is searched for.
bool typing(const AppState& state);
// Whether it is max_workers, on the toolbar.
bool types_workers(const AppState& state);
// Whether it is the text of the scenario's file.
bool types_file(const AppState& state);

// The text that keys go to, or null.
TextEdit* active_text(AppState& state);
const TextEdit* active_text(const AppState& state);

}  // namespace interleave::gui

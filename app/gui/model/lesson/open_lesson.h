#pragma once

#include <string>

#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

// A built-in lesson by its name, or a file; at its first slide. What cannot be opened is told, and all stays as it was.
void open_lesson(AppState& state, const std::string& name);
// Where its file was edited since: the same slide of what it says now, and its questions anew.
void reread_edited_lesson(AppState& state);
// What the slide opened stays open.
void close_lesson(AppState& state);

}  // namespace interleave::gui

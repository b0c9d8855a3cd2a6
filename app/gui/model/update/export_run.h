#pragma once

#include <string>

#include "app/gui/model/state/app_state.h"

// What update() does to take along what is in sight: a picture, the run, the program. First a dialog asks what
// (Menu::exports), then the one for files asks where to. Without files (AppState::files) nothing.
namespace interleave::gui {

void open_export(AppState& state);  // again: closes it
void pick_export(AppState& state, ExportKind kind);
void set_picture_times(AppState& state, int times);
// Goes on to where to, unless there is nothing of the picked kind.
void accept_export(AppState& state);

// Writes what was chosen to that file, and tells in the notice bar how it went. On an error the file is as it was.
void export_to(AppState& state, const std::string& path);

// The program that the code panel shows, whole, to the clipboard.
void copy_program(AppState& state);

}  // namespace interleave::gui

#pragma once

#include "app/gui/model/app_state.h"

// What update() does with files: opening, saving, keeping unsaved work. Without files (AppState::files) nothing.
namespace interleave::gui {

// A bad file leaves everything as it was; why it is bad shows in the dialog, which opens for that.
void open_file(AppState& state, const std::string& path);
void save(AppState& state);
void save_to(AppState& state, const std::string& path);

// Looks whether the chosen scenario's file was changed by somebody else, and offers to read it again.
void check_file(AppState& state);

// Somebody wants to close the window: AppState::closed, or a question about unsaved work.
void request_close(AppState& state);

// The two answers that a notice offers.
void answer_notice(AppState& state, NoticeAnswer answer);

// Unsaved work that a crash left behind is offered.
void offer_left_behind(AppState& state);
// Keeps unsaved work a second after it was changed at the latest. The seconds until it wants to be called, if any.
std::optional<double> keep_unsaved(AppState& state, double host_seconds);
// What was kept is no longer needed.
void forget_kept(AppState& state);

}  // namespace interleave::gui

#pragma once

#include <optional>
#include <string>

#include "app/gui/model/state/app_state.h"

// Unsaved work survives a crash: it is kept in files of the program's own, and offered at the next start.
namespace interleave::gui {

// What a crash left behind is offered.
void offer_left_behind(AppState& state);
void restore_kept(AppState& state, const std::string& place);

// Keeps unsaved work a second after it was changed at the latest. The seconds until it wants to be called, if any.
std::optional<double> keep_unsaved(AppState& state, double host_seconds);
// What was kept is no longer needed.
void forget_kept(AppState& state);

}  // namespace interleave::gui

#pragma once

#include "app/gui/model/input/command.h"
#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

// Fulfils one wish.
void update(AppState& state, const Command& command);

// Takes what keys can reach, as the window was drawn last. True when that differs from before.
bool set_offered(AppState& state, Offered offered);

// Lets the host's time pass: playback, animations, what a real run recorded. True when the picture changed.
bool tick(AppState& state, double host_seconds);

// Whether time changes the picture without any input, so that frames must go on.
bool moving(const AppState& state);

}  // namespace interleave::gui

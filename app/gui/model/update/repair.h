#pragma once

#include <cstddef>

#include "app/gui/model/state/app_state.h"

// What update() does about where a lock would help.
namespace interleave::gui {

void show_repairs(AppState& state, RepairsShown shown);
// As an edit of the scenario: the one at that position of the table.
void apply_repair(AppState& state, std::size_t position);
// Looks for them once it is known what goes wrong; true when something has become known.
bool advance_repairs(AppState& state);

}  // namespace interleave::gui

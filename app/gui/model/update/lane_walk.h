#pragma once

#include "app/gui/model/state/app_state.h"

// Which lane the keys act on, and how they go from span to span: what update() does to the selection.
namespace interleave::gui {

// The lane that is walked, as a position in `lanes`: the one that was clicked or walked to, else the selection's own.
std::optional<std::size_t> walked_lane(const AppState& state, const std::vector<Lane>& lanes);

// Selects the span; the walked lane becomes `lane` where that shows it, else the first that does.
void select_span(AppState& state, Selection selection, std::optional<LaneKey> lane = std::nullopt);

// The next or previous span of the walked lane; without a selection, the one at the playhead.
void select_neighbour(AppState& state, Direction direction);

// Walks to the lane above or below, and selects what it shows at the selected span's time, or at the playhead.
void select_lane(AppState& state, Direction direction);

// Goes from the selected span to the one whose end ends it, where there is one.
void select_cause(AppState& state);

}  // namespace interleave::gui

#pragma once

#include <optional>

#include "app/gui/model/state/app_state.h"

// How the keys go from span to span and from lane to lane: what update() does to the selection.
namespace interleave::gui {

// Selects the span; the walked lane becomes `lane` where that shows it, else the first that does.
void select_span(AppState& state, Selection selection, std::optional<LaneKey> lane = std::nullopt);

// Something that tasks share, by its position, and the moment to look at it.
void select_shared(AppState& state, std::size_t object, std::optional<Time> time);

// The next or previous span of the walked lane; without a selection, the one at the playhead. Where what tasks share is
// walked, the playhead goes to its next or previous change.
void select_neighbour(AppState& state, Direction direction);

// Walks to the lane above or below, and selects what it shows at the selected span's time, or at the playhead.
void select_lane(AppState& state, Direction direction);

// Goes from the selected span to the one whose end ends it, where there is one.
void select_cause(AppState& state);

// Neither a span nor a stretch nor a line of the code is chosen any more, and no lane is walked.
void clear_selection(AppState& state);

}  // namespace interleave::gui

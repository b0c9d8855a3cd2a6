#include "app/gui/model/update/move_focus.h"

#include <algorithm>

#include "app/gui/model/input/acts.h"

namespace interleave::gui {

namespace {

// Where Tab goes on from: the control that has the focus, else the edge of the panel that has it.
std::ptrdiff_t place_of_focus(const AppState& state, Direction direction) {
  const auto& places = state.offered.places;
  const auto last = static_cast<std::ptrdiff_t>(places.size());
  if (state.focused) {
    const auto found = std::find_if(places.begin(), places.end(),
                                    [&](const Offered::Place& place) { return place.act == *state.focused; });
    if (found != places.end()) return found - places.begin();
  }
  if (!state.focused_panel) return direction == Direction::next ? -1 : last;
  const auto first = std::find_if(places.begin(), places.end(),
                                  [&](const Offered::Place& place) { return place.panel >= *state.focused_panel; });
  return direction == Direction::next ? first - places.begin() - 1 : first - places.begin();
}

}  // namespace

void focus_control(AppState& state, Direction direction) {
  const auto& places = state.offered.places;
  const auto count = static_cast<std::ptrdiff_t>(places.size());
  const std::ptrdiff_t step = direction == Direction::next ? 1 : -1;
  std::ptrdiff_t at = place_of_focus(state, direction);
  for (std::ptrdiff_t i = 0; i < count; ++i) {
    at = (at + step + count) % count;
    const Offered::Place& place = places[static_cast<std::size_t>(at)];
    if (!act(place.act).enabled(state)) continue;
    state.focused = place.act;
    if (state.focused_panel) state.focused_panel = place.panel;
    return;
  }
}

void focus_panel(AppState& state, Direction direction) {
  const auto& panels = state.offered.panels;
  if (panels.empty()) return;
  state.focused.reset();
  const auto now = state.focused_panel ? std::find(panels.begin(), panels.end(), *state.focused_panel) : panels.end();
  if (direction == Direction::next) {
    state.focused_panel = now == panels.end() || now + 1 == panels.end() ? panels.front() : *(now + 1);
  } else {
    state.focused_panel = now == panels.begin() || now == panels.end() ? panels.back() : *(now - 1);
  }
}

}  // namespace interleave::gui

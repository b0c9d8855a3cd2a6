#include "app/gui/model/state/tools_shown.h"

namespace interleave::gui {

namespace {

// What keys go to, or what stands open, belongs to them.
bool are_in_use(const AppState& state) {
  const bool keys_are_there = state.focused_panel == Panel::toolbar || state.focused_panel == Panel::status;
  return state.focused || keys_are_there || state.typed_workers || state.menu != Menu::none || state.dialog;
}

}  // namespace

bool shows_tools(const AppState& state) {
  return !state.presenting || state.lecture.tools_for > 0 || are_in_use(state);
}

bool shows_toolbar(const AppState& state) {
  return !state.presenting || (state.lecture.toolbar && state.lecture.tools_for > 0) || are_in_use(state);
}

}  // namespace interleave::gui

#include "app/gui/model/state/tools_shown.h"

namespace interleave::gui {

bool shows_tools(const AppState& state) {
  if (!state.presenting || state.lecture.tools_for > 0) return true;
  const bool keys_are_there = state.focused_panel == Panel::toolbar || state.focused_panel == Panel::status;
  return state.focused || keys_are_there || state.typed_workers || state.menu != Menu::none || state.dialog;
}

}  // namespace interleave::gui

#include "app/gui/model/update/menus.h"

#include <algorithm>

namespace interleave::gui {

namespace {

int entry_of_what_is_chosen(const AppState& state) {
  if (state.menu == Menu::scenarios) return static_cast<int>(state.chosen);
  if (state.menu != Menu::speeds) return 0;
  const auto* const speed = std::find(kSpeeds.begin(), kSpeeds.end(), state.speed);
  return speed == kSpeeds.end() ? 0 : static_cast<int>(speed - kSpeeds.begin());
}

}  // namespace

void toggle_menu(AppState& state, Menu menu) {
  state.menu = state.menu == menu ? Menu::none : menu;
  state.menu_entry = entry_of_what_is_chosen(state);
  state.help_scroll = 0;
}

void close_menu(AppState& state) {
  state.menu = Menu::none;
  state.menu_entry = 0;
}

}  // namespace interleave::gui

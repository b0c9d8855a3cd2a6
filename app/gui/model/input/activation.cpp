#include "app/gui/model/input/activation.h"

#include "app/gui/model/input/acts.h"
#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

std::size_t menu_size(const AppState& state) {
  if (state.menu == Menu::scenarios) return state.scenarios.size() + file_menu().size();
  return state.menu == Menu::speeds ? kSpeeds.size() : 0;
}

Command menu_choice(const AppState& state, std::size_t entry) {
  if (state.menu == Menu::speeds) return command::SetSpeed{kSpeeds[entry]};
  const std::size_t scenarios = state.scenarios.size();
  if (entry < scenarios) return command::ChooseScenario{entry};
  return act(file_menu()[entry - scenarios]).command(state);
}

std::optional<Command> activated(const AppState& state) {
  if (menu_size(state) > 0) return menu_choice(state, static_cast<std::size_t>(state.menu_entry));
  if (!state.focused) return command::FocusSelected{};
  const Act& focused = act(*state.focused);
  if (!focused.enabled(state)) return std::nullopt;
  return focused.command(state);
}

}  // namespace interleave::gui

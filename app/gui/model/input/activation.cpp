#include "app/gui/model/input/activation.h"

#include <algorithm>

#include "app/gui/model/edit/step_help.h"
#include "app/gui/model/input/acts.h"
#include "app/gui/model/state/app_state.h"
#include "app/gui/model/state/shown_steps.h"
#include "core/lesson/catalogue.h"

namespace interleave::gui {

std::vector<std::string> recent_to_offer(const AppState& state) {
  constexpr std::size_t kMost = 3;
  std::vector<std::string> recent;
  for (const std::string& path : state.recent) {
    const bool is_open = std::any_of(state.scenarios.begin(), state.scenarios.end(),
                                     [&](const ScenarioEntry& entry) { return entry.name == path; });
    if (!is_open && recent.size() < kMost) recent.push_back(path);
  }
  return recent;
}

std::size_t menu_size(const AppState& state) {
  if (state.menu == Menu::scenarios) {
    return state.scenarios.size() + file_menu().size() + recent_to_offer(state).size();
  }
  if (state.menu == Menu::lessons) return lesson::lesson_catalogue().size();
  if (state.menu == Menu::steps) return verbs_by_group().size();
  return state.menu == Menu::speeds ? kSpeeds.size() : 0;
}

Command menu_choice(const AppState& state, std::size_t entry) {
  if (state.menu == Menu::speeds) return command::SetSpeed{kSpeeds[entry]};
  if (state.menu == Menu::lessons) return command::OpenLesson{std::string(lesson::lesson_catalogue()[entry].name)};
  if (state.menu == Menu::steps) {
    return command::AddStep{task_id(shown_task(state)), place_to_add(state), verbs_by_group()[entry]};
  }
  const std::size_t scenarios = state.scenarios.size();
  if (entry < scenarios) return command::ChooseScenario{entry};
  const std::size_t act_at = entry - scenarios;
  if (act_at < kActsBeforeRecent) return act(file_menu()[act_at]).command(state);
  const auto recent = recent_to_offer(state);
  if (act_at < kActsBeforeRecent + recent.size()) return command::OpenFile{recent[act_at - kActsBeforeRecent]};
  return act(file_menu()[act_at - recent.size()]).command(state);
}

std::optional<Command> activated(const AppState& state) {
  if (menu_size(state) > 0) return menu_choice(state, static_cast<std::size_t>(state.menu_entry));
  if (!state.focused) return command::FocusSelected{};
  const Act& focused = act(*state.focused);
  if (!focused.enabled(state)) return std::nullopt;
  return focused.command(state);
}

}  // namespace interleave::gui

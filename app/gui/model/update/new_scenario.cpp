#include "app/gui/model/update/new_scenario.h"

#include <fmt/format.h>
#include <utility>

#include "app/gui/model/update/cell_typing.h"
#include "app/gui/model/update/open_file.h"
#include "app/gui/model/update/shown_run.h"
#include "core/scenario/loader.h"

namespace interleave::gui {

namespace {

constexpr std::string_view kNewScenario = R"({
  "interleave": 1,
  "title": "New scenario",
  "functions": {
    "work": {
      "parameters": ["seconds"],
      "steps": [
        {"print": "{task} begins"},
        {"sleep": "{seconds}"},
        {"print": "{task} is done"}
      ]
    }
  },
  "tasks": [
    {"name": "task 1", "call": "work", "arguments": {"seconds": 1}}
  ]
}
)";

}  // namespace

void new_scenario(AppState& state) {
  state.menu = Menu::none;
  if (!leave_text(state)) return;
  auto scenario = load_scenario(kNewScenario, "");
  if (!scenario) return;
  Document document(opened_state(std::move(scenario).value(), std::string(kNewScenario)));
  document.mark_unsaved();
  ScenarioEntry entry = opened_entry(std::move(document), {});
  entry.made_from = state.chosen;
  entry.name = fmt::format("new-{}", state.scenarios.size() + 1);
  state.scenarios.push_back(std::move(entry));
  choose_scenario(state, state.scenarios.size() - 1);
  state.panel.steps = StepList::shown;
}

}  // namespace interleave::gui

#include "app/gui/model/update/make_app.h"

#include <utility>

#include "app/gui/model/update/update.h"

namespace interleave::gui {

AppState make_app(Engine engine, std::vector<ScenarioEntry> scenarios, std::size_t chosen) {
  AppState state;
  state.engine = std::move(engine);
  state.scenarios = std::move(scenarios);
  for (ScenarioEntry& entry : state.scenarios) {
    if (entry.document.empty() && entry.recorded == nullptr) entry.document = Document({entry.scenario, nullptr, {}});
  }
  update(state, command::ChooseScenario{chosen});
  return state;
}

}  // namespace interleave::gui

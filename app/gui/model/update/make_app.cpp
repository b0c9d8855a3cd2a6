#include "app/gui/model/update/make_app.h"

#include <utility>

#include "app/gui/model/update/update.h"

namespace interleave::gui {

AppState make_app(Engine engine, std::vector<ScenarioEntry> scenarios) {
  AppState state;
  state.engine = std::move(engine);
  state.scenarios = std::move(scenarios);
  for (ScenarioEntry& entry : state.scenarios) {
    if (entry.document.empty() && entry.recorded == nullptr) entry.document = Document({entry.scenario, nullptr, {}});
  }
  update(state, command::ChooseScenario{0});
  return state;
}

}  // namespace interleave::gui

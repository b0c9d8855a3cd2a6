#include "app/gui/model/update/take_back_new.h"

#include "app/gui/model/state/unsaved.h"
#include "app/gui/model/update/shown_run.h"

namespace interleave::gui {

void take_back_new(AppState& state) {
  if (!can_take_back_new(state)) return;
  const std::size_t before = *state.scenarios.back().made_from;
  if (state.files != nullptr) state.files->remove(state.files->keeping_place(state.chosen));
  choose_scenario(state, before);
  state.scenarios.pop_back();
}

}  // namespace interleave::gui

#include "app/gui/model/update/apply_settings.h"

#include <algorithm>

#include "app/gui/model/update/update.h"

namespace interleave::gui {

void apply(const Settings& settings, AppState& state) {
  state.theme = settings.theme;
  const auto scale = std::find_if(kTextScales.begin(), kTextScales.end() - 1,
                                  [&](int offered) { return offered >= settings.text_scale; });
  state.text_scale = *scale;
  state.reduced_motion = settings.reduced_motion;
  state.hints = settings.hints;
  state.lessons_done = settings.lessons_done;
  state.full_screen = settings.full_screen;
  state.panels = settings.panels;
  state.view = settings.view;
  state.comparing = settings.comparing && state.has_program();
  state.exporting = settings.exporting;
  update(state, command::SetLanguage{settings.language});
}

void apply_to_run(const Settings& settings, AppState& state) {
  update(state, command::SetMode{settings.mode});
  update(state, command::SetMaxWorkers{settings.max_workers});
}

}  // namespace interleave::gui

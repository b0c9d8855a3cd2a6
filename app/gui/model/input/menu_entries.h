#pragma once

#include <array>

#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

// What can be done with files, below the scenarios in their menu.
struct FileAct {
  const char* label;
  const char* keys;
};

constexpr std::array<FileAct, 5> file_acts() {
  return {{{"Open a file…", "Ctrl+O"},
           {"Save", "Ctrl+S"},
           {"Save as…", "Ctrl+Shift+S"},
           {"Save the run…", "Ctrl+Shift+R"},
           {"Export…", "Ctrl+Shift+E"}}};
}

inline Command scenario_menu_choice(const AppState& state, std::size_t entry) {
  const std::size_t count = state.scenarios.size();
  if (entry < count) return command::ChooseScenario{entry};
  if (entry == count) return command::OpenDialog{FilePurpose::open};
  if (entry == count + 1) return command::Save{};
  if (entry == count + 4) return command::OpenExport{};
  return command::OpenDialog{entry == count + 2 ? FilePurpose::save : FilePurpose::save_run};
}

}  // namespace interleave::gui

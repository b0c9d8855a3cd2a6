#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/gui/model/state/app_state.h"
#include "app/gui/model/state/theme_name.h"
#include "core/base/diagnostic.h"
#include "core/base/result.h"

// What is remembered from one start to the next.
namespace interleave::gui {

struct Settings {
  ThemeName theme = ThemeName::dark;
  int text_scale = 100;  // per cent, one of kTextScales
  bool reduced_motion = false;
  HintsSeen hints;

  int width = 1280;  // of the window, in screen coordinates
  int height = 800;
  bool full_screen = false;
  PanelSizes panels;
  View view = View::by_task;
  bool comparing = false;
  Exporting exporting;

  std::string scenario;  // a path or the name of a built-in one; empty: none was chosen yet
  Mode mode = Mode::sequential;
  int max_workers = 1;
  Language language = Language::python;
  std::vector<std::string> lessons_done;  // names, each once

  friend bool operator==(const Settings&, const Settings&) = default;
};

// All but the window's size, which the state does not know.
Settings settings_of(const AppState& state);

// The settings as the text of a file, and back. A file of a newer version is an error at its version.
std::string settings_text(const Settings& settings);
Result<Settings, Diagnostics> read_settings(std::string_view text, std::string_view file);

}  // namespace interleave::gui

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/gui/model/state/app_state.h"
#include "app/gui/platform/graphics.h"
#include "app/gui/platform/input.h"
#include "app/gui/platform/settings_file.h"
#include "app/gui/views/screen.h"

namespace interleave::gui {

// The window, a step at a time, for whoever decides when there is one: a loop of our own, or a browser.
class WindowFrames {
 public:
  WindowFrames(Graphics& graphics, AppState& state, SettingsFile& settings);
  WindowFrames(const WindowFrames&) = delete;
  WindowFrames& operator=(const WindowFrames&) = delete;

  // Takes in what has happened since the last time and draws a frame where one is due. Answers for how many seconds it
  // need not be called again unless something happens to the window; none: until then.
  std::optional<double> step();
  // After the last step: what is set in the window is kept.
  void end();

 private:
  std::optional<double> rest() const;
  void follow_system();
  void look_at_file();
  void draw();
  void draw_frozen();
  void take_keys();
  void keep_settings();
  void follow_settings();
  void set_full_screen(bool wanted);

  Graphics& graphics_;
  AppState& state_;
  SettingsFile& settings_;
  Input input_;
  Screen screen_;
  Fonts fonts_;
  std::vector<DrawnText> drawn_texts_;  // in the last frame
  std::string title_;
  std::optional<double> unkept_for_;  // seconds until unsaved work is to be kept
  int frames_wanted_;
  double last_;
  double next_frame_ = 0;
  double next_look_ = 0;
  bool full_screen_ = false;
  bool was_frozen_ = false;  // in the last frame
  int x_ = 0;
  int y_ = 0;
  Size size_;
};

}  // namespace interleave::gui

#pragma once

#include <imgui.h>

#include "app/gui/model/state/app_state.h"
#include "app/gui/views/screen.h"

namespace interleave::bench {

// The whole window without a display: a frame is everything up to what is handed to the graphics driver.
class HiddenWindow {
 public:
  HiddenWindow(gui::AppState app, float width, float height);
  ~HiddenWindow();
  HiddenWindow(const HiddenWindow&) = delete;
  HiddenWindow& operator=(const HiddenWindow&) = delete;

  gui::AppState state;

  gui::Frame draw();

 private:
  ImGuiContext* context_;
  gui::Fonts fonts_;
  gui::Screen screen_;
};

}  // namespace interleave::bench

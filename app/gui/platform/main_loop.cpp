#include "app/gui/platform/main_loop.h"

#include <GLFW/glfw3.h>
#include <optional>

#include "app/gui/platform/window_frames.h"

namespace interleave::gui {

namespace {

// Until so many seconds are over, or something happens to the window.
void rest_for(std::optional<double> seconds) {
  if (!seconds) return glfwWaitEvents();
  *seconds > 0 ? glfwWaitEventsTimeout(*seconds) : glfwPollEvents();
}

}  // namespace

void run_window(Graphics& graphics, AppState& state, SettingsFile& settings) {
  WindowFrames frames(graphics, state, settings);
  std::optional<double> rest = 0;
  while (!state.closed) {
    rest_for(rest);
    rest = frames.step();
  }
  frames.end();
}

}  // namespace interleave::gui

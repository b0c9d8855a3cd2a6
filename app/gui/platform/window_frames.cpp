#include "app/gui/platform/window_frames.h"

#include <GLFW/glfw3.h>
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/gui/model/lesson/lesson_timer.h"
#include "app/gui/model/state/scales.h"
#include "app/gui/model/state/unsaved.h"
#include "app/gui/model/update/keep_work.h"
#include "app/gui/model/update/open_file.h"
#include "app/gui/model/update/recent_files.h"
#include "app/gui/model/update/update.h"
#include "app/gui/platform/painting.h"
#include "app/gui/platform/real_pictures.h"

namespace interleave::gui {

namespace {

constexpr double kFrameSeconds = 1.0 / 60;
constexpr double kLiveSeconds = 0.05;  // between two looks at what goes on without a picture
constexpr double kTimerSeconds = 0.5;  // between two looks at a clock that shows seconds
constexpr double kFileSeconds = 2;     // between two looks at the file of the scenario
constexpr int kFramesAfterInput = 3;   // what is under the pointer is known a frame later

}  // namespace

WindowFrames::WindowFrames(Graphics& graphics, AppState& state, SettingsFile& settings)
    : graphics_(graphics),
      state_(state),
      settings_(settings),
      input_(graphics.window()),
      screen_(real_pictures(gl_textures())),
      frames_wanted_(kFramesAfterInput),
      last_(glfwGetTime()) {
  graphics_.start_imgui();
  GLFWwindow* const window = graphics_.window();
  state_.clipboard = {[window](const Clipboard::Answer& answer) {
                        const char* text = glfwGetClipboardString(window);
                        answer(text == nullptr ? "" : text);
                      },
                      [window](const std::string& text) { glfwSetClipboardString(window, text.c_str()); }};
  state_.paint = [this](int times) { return paint_window(state_, {screen_, drawn_texts_, fonts_.scale}, times); };
  load_recent(state_);
  offer_left_behind(state_);
}

std::optional<double> WindowFrames::step() {
  const double now = glfwGetTime();
  const bool changed = tick(state_, now - last_);
  unkept_for_ = keep_unsaved(state_, now - last_);
  last_ = now;
  follow_system();
  if (input_.take_activity()) frames_wanted_ = kFramesAfterInput;
  if (changed) frames_wanted_ = std::max(frames_wanted_, 1);
  if (frames_wanted_ > 0) draw();
  if (frames_wanted_ == 0 && !moving(state_)) keep_settings();
  return rest();
}

void WindowFrames::end() {
  keep_settings();
  forget_kept(state_);
}

std::optional<double> WindowFrames::rest() const {
  if (frames_wanted_ > 0 || moving(state_)) return std::max(next_frame_ - glfwGetTime(), 0.0);
  if (state_.forecaster.waits_for_poll()) return 0;
  if (state_.run.live != nullptr || state_.forecaster.computing() || state_.explorer.computing()) {
    return kLiveSeconds;
  }
  if (unkept_for_) return std::max(*unkept_for_, 0.01);
  if (shows_timer(state_)) return kTimerSeconds;
  if (!watched_file(state_).empty() || state_.lesson != nullptr) return kFileSeconds;
  return std::nullopt;
}

// What the system tells: files that were dropped, another program's turn that is over, a wish to close.
void WindowFrames::follow_system() {
  for (const std::string& path : input_.take_dropped()) update(state_, command::OpenFile{path});
  look_at_file();
  if (glfwWindowShouldClose(graphics_.window()) == GLFW_FALSE) return;
  glfwSetWindowShouldClose(graphics_.window(), GLFW_FALSE);
  update(state_, command::RequestClose{});
  frames_wanted_ = kFramesAfterInput;
}

// Whether somebody else changed it: when the window is turned to again, and now and then. It costs one question to
// the system.
void WindowFrames::look_at_file() {
  const double now = glfwGetTime();
  if (!input_.take_focus() && now < next_look_) return;
  next_look_ = now + kFileSeconds;
  const bool told = state_.notice.has_value();
  update(state_, command::CheckFile{});
  if (state_.notice.has_value() != told) frames_wanted_ = std::max(frames_wanted_, 1);
}

void WindowFrames::draw() {
  --frames_wanted_;
  const double now = glfwGetTime();
  if (now < next_frame_ && moving(state_)) {
    ++frames_wanted_;
    return;
  }
  next_frame_ = now + kFrameSeconds;
  if (state_.lecture.frozen) return draw_frozen();
  if (std::exchange(was_frozen_, false)) Graphics::forget_clicks();
  follow_settings();
  Frame frame;
  graphics_.present([&] { frame = screen_.draw(state_, fonts_); });
  drawn_texts_ = std::move(frame.drawn.texts);
  for (const Command& wish : frame.wishes) update(state_, wish);
  const bool reaches_others = set_offered(state_, std::move(frame.offered));
  take_keys();
  if (reaches_others || !frame.wishes.empty()) frames_wanted_ = std::max(frames_wanted_, 2);
}

void WindowFrames::take_keys() {
  for (const KeyPress& press : input_.take_presses()) {
    if (const auto command = command_for(state_, press)) update(state_, *command);
  }
}

// What a hall saw last stays; keys act all the same.
void WindowFrames::draw_frozen() {
  was_frozen_ = true;
  graphics_.present_again();
  take_keys();
}

void WindowFrames::keep_settings() {
  Settings now = settings_of(state_);
  // Of a full screen, the size is not the window's.
  if (full_screen_) {
    now.width = size_.width;
    now.height = size_.height;
  } else {
    glfwGetWindowSize(graphics_.window(), &now.width, &now.height);
  }
  settings_.keep(now);
}

// What is the window's own: fonts, full screen, title.
void WindowFrames::follow_settings() {
  const float content_scale = graphics_.content_scale();
  int width = 0;
  int height = 0;
  glfwGetFramebufferSize(graphics_.window(), &width, &height);
  const float room_x = static_cast<float>(width) / content_scale;
  const float room_y = static_cast<float>(height) / content_scale;
  state_.most_text_scale = static_cast<int>(most_scale(room_x, room_y));
  const float scale = content_scale * shown_scale(state_, room_x, room_y) / 100;
  if (scale != fonts_.scale || fonts_.faces[0].font == nullptr) fonts_ = graphics_.use_fonts(scale);
  // A hall sees the window's own pointer, which is larger.
  glfwSetInputMode(graphics_.window(), GLFW_CURSOR, state_.presenting ? GLFW_CURSOR_HIDDEN : GLFW_CURSOR_NORMAL);
  if (state_.full_screen != full_screen_) set_full_screen(state_.full_screen);
  const std::string title = state_.scenario().title + (state_.document().is_dirty() ? " •" : "");
  if (title_ != title) {
    title_ = title;
    glfwSetWindowTitle(graphics_.window(), ("Interleave: " + title_).c_str());
  }
}

void WindowFrames::set_full_screen(bool wanted) {
  GLFWwindow* window = graphics_.window();
  GLFWmonitor* monitor = glfwGetPrimaryMonitor();
  full_screen_ = wanted;
  if (wanted && monitor != nullptr) {
    glfwGetWindowPos(window, &x_, &y_);
    glfwGetWindowSize(window, &size_.width, &size_.height);
    const GLFWvidmode* mode = glfwGetVideoMode(monitor);
    glfwSetWindowMonitor(window, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
  } else if (!wanted) {
    glfwSetWindowMonitor(window, nullptr, x_, y_, size_.width, size_.height, 0);
  }
}

}  // namespace interleave::gui

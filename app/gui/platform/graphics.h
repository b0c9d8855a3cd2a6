#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "app/gui/platform/font_atlas.h"
#include "app/gui/views/drawing/canvas.h"
#include "core/base/result.h"

struct GLFWwindow;

namespace interleave::gui {

enum class Visibility : std::uint8_t { shown, hidden };

struct Size {
  int width = 1280;
  int height = 800;
};

// Why there is no window, for the user, in a line or several without a break at the end.
struct NoWindow {
  enum class What : std::uint8_t { display, opengl };
  What is_missing = What::display;
  std::string message;
};

// A window with an OpenGL 3.3 context and ImGui's two backends in it. One at a time, on the main thread.
class Graphics {
 public:
  // The fonts for that scale are made while the window is opened.
  static Result<Graphics, NoWindow> open(Size size, Visibility visibility, float font_scale = 1);
  Graphics(Graphics&& other) noexcept
      : window_(std::exchange(other.window_, nullptr)),
        fonts_(std::move(other.fonts_)),
        imgui_started_(std::exchange(other.imgui_started_, false)) {}
  Graphics& operator=(Graphics&&) = delete;
  ~Graphics();

  GLFWwindow* window() const { return window_; }
  // Of the display, 1 where it has no opinion.
  float content_scale() const;

  // ImGui with its backends; after the application's own callbacks, which ImGui then calls.
  void start_imgui();
  // Replaces the fonts between two frames.
  Fonts use_fonts(float scale);

  // One frame on the window: `draw` runs between NewFrame and Render.
  void present(const std::function<void()>& draw);
  // The last frame once more.
  void present_again() const;
  // What the mouse did since then is done with.
  static void forget_clicks();
  // One frame of that size, whatever the window's, of ImGui's current context; 3 bytes a pixel, from the top left. The
  // error is a sentence.
  static Result<std::vector<unsigned char>, std::string> render(Size size, const std::function<void()>& draw);
  // The most pixels that a texture or a picture can have, across and down.
  static int most_pixels();

 private:
  Graphics(GLFWwindow* window, FontAtlas fonts) : window_(window), fonts_(std::move(fonts)) {}

  GLFWwindow* window_;
  FontAtlas fonts_;
  bool imgui_started_ = false;
};

}  // namespace interleave::gui

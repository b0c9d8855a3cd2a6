#include "app/gui/platform/screenshot.h"

#include <stb_image_write.h>

#include "app/gui/views/screen.h"

namespace interleave::gui {

std::string write_screenshot(Graphics& graphics, const AppState& state, Size size, const std::string& file) {
  const Fonts fonts = graphics.use_fonts(shown_scale(state, static_cast<float>(size.height)) / 100);
  Screen screen;
  const auto pixels = graphics.render(size, [&] { screen.draw(state, fonts); });
  if (stbi_write_png(file.c_str(), size.width, size.height, 3, pixels.data(), size.width * 3) == 0) {
    return "cannot write " + file;
  }
  return {};
}

}  // namespace interleave::gui

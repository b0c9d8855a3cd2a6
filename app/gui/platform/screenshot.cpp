#include "app/gui/platform/screenshot.h"

#include <chrono>
#include <thread>

#include "app/files/replace_file.h"
#include "app/gui/model/state/scales.h"
#include "app/gui/model/update/update.h"
#include "app/gui/platform/png.h"
#include "app/gui/platform/real_pictures.h"
#include "app/gui/views/screen.h"

namespace interleave::gui {

std::string write_screenshot(Graphics& graphics, const AppState& state, Size size, const std::string& file) {
  const float scale = shown_scale(state, static_cast<float>(size.width), static_cast<float>(size.height));
  const Fonts fonts = graphics.use_fonts(scale / 100);
  Screen screen(real_pictures(gl_textures()));
  const auto pixels = Graphics::render(size, [&] { screen.draw(state, fonts); });
  if (!pixels) return pixels.error();
  return replace_file(file, png_of(pixels.value(), size)).value_or("");
}

void wait_for_background(AppState& state) {
  constexpr int kMostLooks = 20'000;
  constexpr std::chrono::milliseconds kLooksApart{1};
  const auto computes = [&] { return state.explorer.computing() || state.forecaster.computing(); };
  for (int looks = 0; computes() && looks < kMostLooks; ++looks) {
    std::this_thread::sleep_for(kLooksApart);
    tick(state, 0);
  }
}

}  // namespace interleave::gui

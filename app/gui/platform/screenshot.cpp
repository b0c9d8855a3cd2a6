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

void come_to_rest(AppState& state) {
  constexpr int kMostLooks = 20'000;
  constexpr std::chrono::milliseconds kLooksApart{1};
  constexpr double kPlayed = 0.05;  // seconds
  for (int looks = 0; looks < kMostLooks; ++looks) {
    if (state.playing && state.run.live == nullptr) {
      tick(state, kPlayed);
    } else if (state.explorer.computing() || state.forecaster.computing()) {
      std::this_thread::sleep_for(kLooksApart);
      tick(state, 0);
    } else {
      return;
    }
  }
}

}  // namespace interleave::gui

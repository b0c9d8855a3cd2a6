#include "app/gui/platform/painting.h"

#include <algorithm>
#include <cmath>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <utility>

#include "app/gui/model/as_picture.h"
#include "app/gui/platform/font_atlas.h"
#include "app/gui/platform/png.h"

namespace interleave::gui {

namespace {

// ImGui with fonts, input and textures of its own for a while: what the window has of these stays as it is.
class OwnContext {
 public:
  OwnContext() : window_(ImGui::GetCurrentContext()), own_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(own_);
    ImGui::GetIO().IniFilename = nullptr;
    ImGui_ImplOpenGL3_Init("#version 330 core");
  }
  ~OwnContext() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext(own_);
    ImGui::SetCurrentContext(window_);
  }
  OwnContext(const OwnContext&) = delete;
  OwnContext& operator=(const OwnContext&) = delete;

 private:
  ImGuiContext* window_;
  ImGuiContext* own_;
};

bool fonts_fit() {
#if IMGUI_VERSION_NUM >= 19200
  return true;  // as many textures as they need
#else
  const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  return std::max(atlas.TexWidth, atlas.TexHeight) <= Graphics::most_pixels();
#endif
}

}  // namespace

Result<Painting, std::string> paint_window(AppState& state, const LastFrame& last, int times) {
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  const Size size{static_cast<int>(std::lround(window.x)) * times, static_cast<int>(std::lround(window.y)) * times};
  const auto factor = static_cast<float>(times);
  const AsPicture as_picture(state, factor);
  const OwnContext own;
  Fonts fonts = load_fonts_for(last.scale * factor, last.texts);
  fonts.letters = letters_beside(fonts, gl_textures());
  if (!fonts_fit()) return std::string("The letters of so large a picture do not fit into the graphics' memory.");
  Screen screen = last.screen.enlarged(factor);
  const auto pixels = Graphics::render(size, [&] { screen.draw(state, fonts); });
  if (!pixels) return pixels.error();
  Painting painting{png_of(pixels.value(), size), size.width, size.height};
  if (painting.png.empty()) return std::string("There is not enough memory for so large a picture.");
  return painting;
}

}  // namespace interleave::gui

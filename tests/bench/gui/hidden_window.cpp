#include "tests/bench/gui/hidden_window.h"

#include <utility>

#include "app/gui/platform/font_atlas.h"

namespace interleave::bench {

HiddenWindow::HiddenWindow(gui::AppState app, float width, float height)
    : state(std::move(app)), context_(ImGui::CreateContext()) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.DeltaTime = 1.0F / 60;
  io.DisplaySize = {width, height};
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
#if IMGUI_VERSION_NUM >= 19200
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
#endif
  fonts_ = gui::load_fonts(1);
}

HiddenWindow::~HiddenWindow() { ImGui::DestroyContext(context_); }

gui::Frame HiddenWindow::draw() {
  ImGui::NewFrame();
  gui::Frame shown = screen_.draw(state, fonts_);
  ImGui::Render();
  return shown;
}

}  // namespace interleave::bench

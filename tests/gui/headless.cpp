#include "tests/gui/headless.h"

#include <algorithm>
#include <cfloat>
#include <chrono>
#include <doctest/doctest.h>
#include <imgui.h>
#include <map>
#include <thread>

#include "app/gui/model/update/make_app.h"
#include "app/gui/model/update/update.h"
#include "app/gui/platform/font_atlas.h"
#include "tests/support/scenarios.h"

namespace interleave::gui {

namespace {

// What a renderer would do for the font's texture.
void take_textures() {
#if IMGUI_VERSION_NUM >= 19200
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy)
      texture->SetStatus(ImTextureStatus_Destroyed);
    else
      texture->SetStatus(ImTextureStatus_OK);
  }
#endif
}

// The fonts of one scale. To draw all letters takes longer than most tests, so windows share them: nothing is drawn
// into them later.
struct SharedFonts {
  ImFontAtlas atlas;
  Fonts fonts;
};

// Makes them the current window's.
Fonts use_shared_fonts(int percent) {
#if IMGUI_VERSION_NUM >= 19200
  Fonts fonts = load_fonts(static_cast<float>(percent) / 100);  // letters are drawn as they come
  fonts.letters = letters_beside(fonts, no_textures());
  return fonts;
#else
  static std::map<int, SharedFonts> all;
  const auto [found, is_new] = all.try_emplace(percent);
  SharedFonts& shared = found->second;
  ImGui::GetIO().Fonts = &shared.atlas;
  if (is_new) {
    shared.fonts = load_fonts(static_cast<float>(percent) / 100);
    shared.fonts.letters = letters_beside(shared.fonts, no_textures());
  }
  return shared.fonts;
#endif
}

// A context that owns no fonts.
ImGuiContext* make_context() {
#if IMGUI_VERSION_NUM >= 19200
  return ImGui::CreateContext();
#else
  static ImFontAtlas none;
  return ImGui::CreateContext(&none);
#endif
}

enum class Modifier : std::uint8_t { shift, control };

// As the backend of that version of ImGui reports it.
void hold(Modifier modifier, bool held) {
  ImGuiIO& io = ImGui::GetIO();
  const bool shift = modifier == Modifier::shift;
#if IMGUI_VERSION_NUM >= 18900
  io.AddKeyEvent(shift ? ImGuiMod_Shift : ImGuiMod_Ctrl, held);
#elif IMGUI_VERSION_NUM >= 18700
  io.AddKeyEvent(shift ? ImGuiKey_ModShift : ImGuiKey_ModCtrl, held);
#else
  (shift ? io.KeyShift : io.KeyCtrl) = held;
#endif
}

}  // namespace

std::vector<ScenarioEntry> only(std::string_view built_in) {
  return {{std::string(built_in), std::make_shared<const Scenario>(testing::built_in(built_in))}};
}

std::vector<ScenarioEntry> from_text(std::string_view text) {
  return {{"test", std::make_shared<const Scenario>(testing::scenario_of(text))}};
}

Headless::Headless(std::vector<ScenarioEntry> scenarios, Engine engine)
    : state(make_app(std::move(engine), std::move(scenarios))), context_(make_context()) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.DeltaTime = 1.0F / 60;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
#if IMGUI_VERSION_NUM >= 19200
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
#endif
  resize(1280, 720);
  use_scale(100);
  frame();
}

Headless::~Headless() { ImGui::DestroyContext(context_); }

void Headless::resize(float width, float height) { ImGui::GetIO().DisplaySize = {width, height}; }
void Headless::use_scale(int percent) { fonts_ = use_shared_fonts(percent); }

const Drawn& Headless::frame() {
  if (before_drawing) before_drawing();
  ImGui::NewFrame();
  last_ = screen_.draw(state, fonts_);
  ImGui::Render();
  take_textures();
  triangles_ = ImGui::GetDrawData()->TotalIdxCount / 3;
  ImGui::GetIO().MouseWheel = 0;
  ImGui::GetIO().MouseWheelH = 0;
  if (on_drawn) on_drawn();
  for (const Command& wish : last_.wishes) update(state, wish);
  set_offered(state, last_.offered);
  return last_.drawn;
}

void Headless::pass(double host_seconds) {
  tick(state, host_seconds);
  frame();
}

void Headless::wait_while(const std::function<bool()>& is_busy) {
  while (is_busy()) {
    if (!tick(state, 0)) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  frame();
}

void Headless::press_key(KeyPress press) {
  if (const auto command = command_for(state, press)) update(state, *command);
  frame();
}

void Headless::type(std::string_view text) {
  for (char c : text) press_key({Key::none, static_cast<char32_t>(c), false, false});
}

void Headless::hold_shift(bool held) {
  hold(Modifier::shift, held);
  frame();
}

void Headless::hold_control(bool held) {
  hold(Modifier::control, held);
  frame();
}

void Headless::move_to(Point point) {
  ImGui::GetIO().MousePos = {point.x, point.y};
  frame();
}
void Headless::mouse_down() {
  ImGui::GetIO().MouseDown[0] = true;
  frame();
}
void Headless::mouse_up() {
  ImGui::GetIO().MouseDown[0] = false;
  frame();
  frame();  // what was wished for is seen a frame later
}

void Headless::leave_window() {
  ImGui::GetIO().MousePos = {-FLT_MAX, -FLT_MAX};
  frame();
}

void Headless::click(Point point) {
  move_to(point);
  mouse_down();
  mouse_up();
}
void Headless::click(ActId act) { click(find(act).box.center()); }

void Headless::type(std::u32string_view text) {
  for (const char32_t c : text) press_key({Key::none, c});
}

void Headless::drag(Point from, Point to) {
  move_to(from);
  mouse_down();
  move_to(to);
  mouse_up();
}

void Headless::right_drag(Point from, Point to) {
  move_to(from);
  ImGui::GetIO().MouseDown[1] = true;
  frame();
  move_to(to);
  ImGui::GetIO().MouseDown[1] = false;
  frame();
  frame();
}

void Headless::double_click(Point point) {
  click(point);
  click(point);
  pass(1);
}

void Headless::wheel_across(Point at, float notches) {
  move_to(at);
  ImGui::GetIO().MouseWheelH = notches;
  frame();
  pass(1);
}

void Headless::wheel(Point at, float notches) {
  move_to(at);
  ImGui::GetIO().MouseWheel = notches;
  frame();
  pass(1);
}

const DrawnControl& Headless::find(ActId act) const {
  const auto& controls = last_.drawn.controls;
  const auto found =
      std::find_if(controls.begin(), controls.end(), [&](const DrawnControl& c) { return c.act == act; });
  REQUIRE(found != controls.end());
  return *found;
}

Point Headless::cell(const Cell& cell) const {
  const auto& cells = last_.drawn.cells;
  const auto found = std::find_if(cells.begin(), cells.end(), [&](const DrawnCell& c) { return c.cell == cell; });
  REQUIRE(found != cells.end());
  return found->box.center();
}

std::vector<DrawnBar> Headless::bars(std::size_t lane) const {
  std::vector<DrawnBar> found;
  for (const DrawnBar& bar : last_.drawn.bars) {
    if (bar.lane == lane) found.push_back(bar);
  }
  return found;
}

bool Headless::shows(std::string_view text) const {
  const auto& texts = last_.drawn.texts;
  return std::any_of(texts.begin(), texts.end(),
                     [&](const DrawnText& drawn) { return drawn.text.find(text) != std::string::npos; });
}

}  // namespace interleave::gui

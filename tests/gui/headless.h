#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/gui/model/input/keymap.h"
#include "app/gui/model/state/app_state.h"
#include "app/gui/platform/real_engine.h"
#include "app/gui/platform/real_pictures.h"
#include "app/gui/views/screen.h"

struct ImGuiContext;

namespace interleave::gui {

// The built-in scenario of that name; the first of the window's list.
std::vector<ScenarioEntry> only(std::string_view built_in);
// A scenario from its text.
std::vector<ScenarioEntry> from_text(std::string_view text);

// The window without a display, one at a time: a mouse and keys, frames, and what they show. Time stands still unless
// told to pass.
class Headless {
 public:
  explicit Headless(std::vector<ScenarioEntry> scenarios, Engine engine = real_engine());
  ~Headless();
  Headless(const Headless&) = delete;
  Headless& operator=(const Headless&) = delete;

  AppState state;
  std::function<void()> before_drawing;  // of each frame
  // Called with each frame when it is drawn, before what was wished for is fulfilled: the state is the one it shows.
  std::function<void()> on_drawn;

  void resize(float width, float height);
  void use_scale(int percent);

  // Draws the window and fulfils what was wished for.
  const Drawn& frame();
  void pass(double host_seconds);
  // Until what the background does is done, and draws what came of it. On the host's clock, as long as it takes.
  void wait_while(const std::function<bool()>& is_busy);
  void press_key(KeyPress press);
  void type(std::string_view text);  // of English letters, digits and signs
  void hold_shift(bool held);
  void hold_control(bool held);

  void move_to(Point point);
  void mouse_down();
  void mouse_up();
  void leave_window();  // with the pointer
  void click(Point point);
  void click(ActId act);
  void drag(Point from, Point to);
  // A character for each; what is no part of typing is left to press_key.
  void type(std::u32string_view text);
  void right_drag(Point from, Point to);
  void double_click(Point point);
  void wheel(Point at, float notches);
  void wheel_across(Point at, float notches);

  const DrawnControl& find(ActId act) const;
  // The middle of a cell of the scenario, which is in sight.
  Point cell(const Cell& cell) const;
  // The bars of the lane, left to right.
  std::vector<DrawnBar> bars(std::size_t lane) const;
  bool shows(std::string_view text) const;  // as a whole or a part of some line
  const Drawn& drawn() const { return last_.drawn; }
  // How many triangles the last frame drew.
  int triangles() const { return triangles_; }

 private:
  ImGuiContext* context_;
  Fonts fonts_;
  Screen screen_{real_pictures(no_textures())};
  Frame last_;
  int triangles_ = 0;
};

}  // namespace interleave::gui

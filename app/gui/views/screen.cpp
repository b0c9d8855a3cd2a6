#include "app/gui/views/screen.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "app/gui/model/picture/time_text.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/model/state/tools_shown.h"
#include "app/gui/views/edit/step_menu.h"
#include "app/gui/views/main_area.h"
#include "app/gui/views/panels/export_dialog.h"
#include "app/gui/views/panels/file_dialog.h"
#include "app/gui/views/panels/help.h"
#include "app/gui/views/panels/notice_bar.h"
#include "app/gui/views/panels/status.h"
#include "app/gui/views/panels/toolbar.h"
#include "app/gui/views/widgets/menu.h"
#include "app/gui/views/widgets/panel.h"
#include "app/gui/views/widgets/tooltip_box.h"

namespace interleave::gui {

namespace {

constexpr double kToolsRenewed = 0.1;  // seconds: not at every move of the pointer
constexpr Color kBlack{0, 0, 0, 255};

// Of the text under the pointer: what its boxes are, if it has any.
std::string about_boxes(const Drawn& drawn, Point at) {
  for (const DrawnText& text : drawn.texts) {
    if (text.boxed == Boxed::no || !text.box.contains(at)) continue;
    return text.boxed == Boxed::no_font ? "In a box: the number of a letter that no font on this computer has."
                                        : "In a box: the number of a letter that needs HarfBuzz and FriBidi, which "
                                          "this program was built without.";
  }
  return {};
}

void explain_boxes(const Drawn& drawn, Point at, std::optional<Tooltip>& tooltip) {
  std::string about = about_boxes(drawn, at);
  if (about.empty()) return;
  if (tooltip)
    tooltip->lines.push_back(std::move(about));
  else
    tooltip = Tooltip{std::move(about), {}};
}

// In seconds. Of all modes alike, so that a time is written the same in each.
double longest_shown(const AppState& state) {
  const double shown = seconds(state.run.record->horizon());
  return state.one_after_another == nullptr ? shown : std::max(shown, seconds(state.one_after_another->horizon()));
}

// Nothing that lies there can be read, pressed or reached by keys.
void cover(const Ui& ui, Rect box) {
  ui.canvas.cover(box);
  auto& controls = ui.canvas.drawn().controls;
  const auto is_below = [&box](const DrawnControl& control) {
    const Rect& other = control.box;
    return box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
  };
  controls.erase(std::remove_if(controls.begin(), controls.end(), is_below), controls.end());
}

// In a hall the tools stand over the panels, which feel nothing there; what is to be pressed below the picture keeps
// clear of the status bar.
void draw_window(const Ui& ui, Rect window, const Pointer& absent) {
  Rect rest = window;
  const Rect toolbar = rest.cut_top(toolbar_height(ui, window.width()));
  const Rect status = rest.cut_bottom(ui.px(kStatusHeight));
  if (ui.state.presenting) rest = window;
  const Rect notice = rest.cut_top(notice_bar_height(ui, window.width()));
  const bool tools = shows_tools(ui.state);
  const bool with_toolbar = shows_toolbar(ui.state);
  const bool is_over_tools = (with_toolbar && ui.pointer.over(toolbar)) || (tools && ui.pointer.over(status));
  const Ui below{ui.state,  ui.theme,   ui.canvas, is_over_tools ? absent : ui.pointer,
                 ui.memory, ui.tooltip, ui.wishes, ui.pictures};
  draw_main_area(below, rest);
  draw_notice_bar(below, notice);
  if (!tools) return;
  if (ui.state.presenting) cover(ui, status);
  if (ui.state.presenting && with_toolbar) cover(ui, toolbar);
  if (with_toolbar) draw_toolbar(ui, toolbar);
  draw_status(ui, status);
}

// So that all of a hall can follow it.
void draw_large_pointer(const Ui& ui, Point at) {
  const auto point = [&](float x, float y) { return Point{at.x + ui.px(x), at.y + ui.px(y)}; };
  ui.canvas.triangle(point(-1, -3), point(-1, 21), point(17, 13), ui.theme.ground);
  ui.canvas.triangle(point(0, 0), point(0, 18), point(13, 12.5F), ui.theme.text);
}

}  // namespace

Screen Screen::enlarged(float times) const {
  Screen screen(pictures_);
  screen.memory_ = memory_;
  screen.memory_.grab = Grab::none;
  screen.memory_.pointed_look.reset();
  screen.memory_.edge.reset();
  ViewMemory& memory = screen.memory_;
  for (float* pixels : {&memory.field_scroll, &memory.file_scroll, &memory.file_scroll_x, &memory.menu_scroll,
                        &memory.settings_scroll, &memory.repairs_scroll}) {
    *pixels *= times;
  }
  return screen;
}

void Screen::follow_pointer() {
  const ImGuiIO& io = ImGui::GetIO();
  const bool present = ImGui::IsMousePosValid(&io.MousePos);
  const Point at = present ? Point{io.MousePos.x, io.MousePos.y} : Point{-1, -1};
  pointer_.moved = {at.x - pointer_.at.x, at.y - pointer_.at.y};
  pointer_.at = at;
  pointer_.wheel = io.MouseWheel;
  pointer_.wheel_x = io.MouseWheelH;
  pointer_.pressed = io.MouseDown[0] && !pointer_.down;
  pointer_.released = !io.MouseDown[0] && pointer_.down;
  pointer_.down = io.MouseDown[0];
  pointer_.right_down = io.MouseDown[1];
  pointer_.double_clicked = io.MouseDoubleClicked[0];
  pointer_.shift = io.KeyShift;
  if (pointer_.pressed) {
    pointer_.press_at = at;
    ++pointer_.presses;
  }
}

// A remark goes when play begins or a press has done something, and comes back when the pointer moves, or keys go
// elsewhere.
void Screen::note_rest(const AppState& state, const std::vector<Command>& wishes) {
  const bool moved = pointer_.moved.x != 0 || pointer_.moved.y != 0 || state.focused != focused_;
  if ((state.playing && !played_) || ((pointer_.pressed || pointer_.released) && !wishes.empty())) {
    rests_ = true;
  } else if (moved) {
    rests_ = false;
  }
  played_ = state.playing;
  focused_ = state.focused;
}

Frame Screen::draw(const AppState& state, const Fonts& fonts) {
  follow_pointer();
  const PictureTimes times(longest_shown(state));
  Frame frame;
  const Theme& theme = theme_named(state.theme);
  Canvas canvas(*ImGui::GetBackgroundDrawList(), fonts, frame.drawn);
  Canvas overlay(*ImGui::GetForegroundDrawList(), fonts, frame.drawn);
  const Pointer absent;  // what lies below an open menu feels nothing
  const bool covered = state.menu != Menu::none || state.dialog;
  std::optional<Tooltip> tooltip;
  const Ui ui{state, theme, canvas, covered ? absent : pointer_, memory_, tooltip, frame.wishes, pictures_.get()};
  const Ui above{state, theme, overlay, pointer_, memory_, tooltip, frame.wishes, pictures_.get()};

  const ImVec2 size = ImGui::GetIO().DisplaySize;
  const Rect window{0, 0, size.x, size.y};
  canvas.fill(window, theme.ground);
  auto runs = shown_runs(state);
  runs.push_back(state.run.prediction);
  memory_.findings.look_at(runs);
  draw_window(ui, window, absent);
  draw_panel_focus(ui);
  explain_boxes(frame.drawn, ui.pointer.at, tooltip);
  if (covered) tooltip.reset();
  frame.drawn.texts_below = frame.drawn.texts.size();
  frame.drawn.controls_below = frame.drawn.controls.size();
  if (state.dialog)
    draw_file_dialog(above, window);
  else if (state.menu == Menu::help)
    draw_help(above, window);
  else if (state.menu == Menu::exports)
    draw_export_dialog(above, window);
  else if (state.menu == Menu::steps)
    draw_step_menu(above, window);
  else if (covered)
    draw_menu(above, window);
  note_rest(state, frame.wishes);
  if (state.presenting && shows_tools(state) && pointer_.at.x >= 0) draw_large_pointer(above, pointer_.at);
  const bool moved = pointer_.moved.x != 0 || pointer_.moved.y != 0;
  if (state.presenting && moved && pointer_.at.x >= 0 && state.lecture.tools_for < kToolsStay - kToolsRenewed) {
    above.wish(command::ShowTools{});
  }
  if (state.lecture.black) above.canvas.fill(window, kBlack);
  const bool grabs = memory_.grab != Grab::none && memory_.grab != Grab::edge;
  if (tooltip && !grabs && !rests_ && (!covered || state.menu == Menu::scenarios || state.menu == Menu::steps)) {
    draw_tooltip(above, window, *tooltip, state.playing && memory_.grab == Grab::none ? frame.drawn.lanes : Rect{});
  }

  frame.offered = offered_by(frame.drawn);
  if (!pointer_.down && !pointer_.right_down) memory_.grab = Grab::none;
  if (state.menu == Menu::none) memory_.menu_entry.reset();
  return frame;
}

}  // namespace interleave::gui

#include "app/gui/views/screen.h"

#include <algorithm>
#include <cmath>

#include "app/gui/views/console.h"
#include "app/gui/views/curve.h"
#include "app/gui/views/file_dialog.h"
#include "app/gui/views/help.h"
#include "app/gui/views/menu.h"
#include "app/gui/views/notice_bar.h"
#include "app/gui/views/now.h"
#include "app/gui/views/status.h"
#include "app/gui/views/task_list.h"
#include "app/gui/views/timeline_panel.h"
#include "app/gui/views/toolbar.h"
#include "app/gui/views/tooltip_box.h"

namespace interleave::gui {

namespace {

constexpr float kStatusHeight = 40;
constexpr float kNarrowWindow = 720;
constexpr float kLeastBottomShare = 0.25F;
constexpr float kLeastBottom = 200;    // all facts of a selected span
constexpr float kRoomForCurve = 1120;  // width of the window
constexpr float kLeastBottomCompared = 128;
constexpr float kPresentedConsole = 0.3F;
constexpr float kMostBottomShare = 0.38F;

// The lower panels take what the timeline does not need, within limits; or what the user gave them.
float bottom_height(const Ui& ui, Rect middle, float timeline_width) {
  if (ui.state.bottom_share > 0) return std::round(middle.height() * ui.state.bottom_share);
  if (ui.state.comparing) return std::min(ui.px(kLeastBottomCompared), std::round(middle.height() * kMostBottomShare));
  const float left_over = middle.height() - preferred_timeline_height(ui, timeline_width);
  const float wanted = std::min(left_over, std::max(console_height(ui), now_height(ui)));
  const float most = middle.height() * kMostBottomShare;
  const float least = std::min(most, std::max(middle.height() * kLeastBottomShare, ui.px(kLeastBottom)));
  return std::round(std::clamp(wanted, least, most));
}

void drag_splitter(const Ui& ui, Rect middle, float y) {
  const Rect handle{middle.left, y - ui.px(3), middle.right, y + ui.px(3)};
  if (ui.pointer.pressed && ui.pointer.over(handle)) ui.memory.grab = Grab::splitter;
  const bool dragged = ui.memory.grab == Grab::splitter;
  if (dragged) ui.wish(command::MoveSplitter{(middle.bottom - ui.pointer.at.y) / middle.height()});
  const bool lit = dragged || (ui.pointer.over(handle) && ui.memory.grab == Grab::none);
  ui.canvas.fill({middle.left, y, middle.right, y + (lit ? ui.px(2) : 1)}, lit ? ui.theme.accent : ui.theme.line);
}

// The console, and what room there is for beside it.
void draw_bottom(const Ui& ui, Rect box, bool narrow) {
  if (narrow) return draw_console(ui, box);
  const bool curve = box.width() >= ui.px(kRoomForCurve);
  const Rect console = box.cut_left(std::round(box.width() * (curve ? 0.3F : 0.4F)));
  draw_console(ui, console);
  if (curve) {
    const Rect right = box.cut_right(std::round(box.width() * 0.36F));
    draw_curve(ui, right);
    ui.canvas.fill({right.left, right.top, right.left + 1, right.bottom}, ui.theme.line);
  }
  draw_now(ui, box);
  ui.canvas.fill({console.right, console.top, console.right + 1, console.bottom}, ui.theme.line);
}

// For a hall: the timeline, and below it what the tasks print.
void draw_presented(const Ui& ui, Rect middle) {
  const Rect console = middle.cut_bottom(std::round(middle.height() * kPresentedConsole));
  draw_timeline(ui, middle);
  draw_console(ui, console);
  ui.canvas.fill({console.left, console.top, console.right, console.top + 1}, ui.theme.line);
}

void draw_panels(const Ui& ui, Rect middle) {
  if (ui.state.presenting) return draw_presented(ui, middle);
  const bool narrow = middle.width() < ui.px(kNarrowWindow);
  // A file's lines are longer than a table's.
  const bool file = ui.state.panel.tab == PanelTab::file;
  const float side = narrow ? 0
                     : file ? std::round(middle.width() * 0.45F)
                            : std::clamp(std::round(middle.width() * 0.24F), ui.px(336), ui.px(440));
  const Rect whole = middle;
  Rect bottom = middle.cut_bottom(bottom_height(ui, middle, middle.width() - side));
  const Rect tasks = middle.cut_left(side);
  if (!tasks.empty()) draw_task_list(ui, tasks);
  draw_timeline(ui, middle);
  if (!tasks.empty()) ui.canvas.fill({tasks.right, tasks.top, tasks.right + 1, tasks.bottom}, ui.theme.line);
  draw_bottom(ui, bottom, narrow);
  drag_splitter(ui, whole, bottom.top);
}

}  // namespace

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

Frame Screen::draw(const AppState& state, const Fonts& fonts) {
  follow_pointer();
  Frame frame;
  const Theme& theme = theme_named(state.theme);
  Canvas canvas(*ImGui::GetBackgroundDrawList(), fonts, frame.drawn);
  Canvas overlay(*ImGui::GetForegroundDrawList(), fonts, frame.drawn);
  const Pointer absent;  // what lies below an open menu feels nothing
  const bool covered = state.menu != Menu::none || state.dialog;
  std::optional<Tooltip> tooltip;
  const Ui ui{state, theme, canvas, covered ? absent : pointer_, memory_, tooltip, frame.wishes};
  const Ui above{state, theme, overlay, pointer_, memory_, tooltip, frame.wishes};

  const ImVec2 size = ImGui::GetIO().DisplaySize;
  const Rect window{0, 0, size.x, size.y};
  canvas.fill(window, theme.ground);
  Rect rest = window;
  const Rect toolbar = rest.cut_top(toolbar_height(ui, window.width()));
  const Rect status = rest.cut_bottom(ui.px(kStatusHeight));
  const Rect notice = rest.cut_top(notice_bar_height(ui));
  draw_panels(ui, rest);
  draw_toolbar(ui, toolbar);
  draw_notice_bar(ui, notice);
  draw_status(ui, status);
  if (state.dialog)
    draw_file_dialog(above, window);
  else if (state.menu == Menu::help)
    draw_help(above, window);
  else if (covered)
    draw_menu(above, window);
  else if (tooltip && (memory_.grab == Grab::none || memory_.grab == Grab::edge))
    draw_tooltip(above, window, *tooltip);

  if (!pointer_.down && !pointer_.right_down) memory_.grab = Grab::none;
  return frame;
}

}  // namespace interleave::gui

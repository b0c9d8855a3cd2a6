#include "app/gui/views/main_area.h"

#include <algorithm>
#include <cmath>

#include "app/gui/views/explore/direct_view.h"
#include "app/gui/views/lesson/lesson_view.h"
#include "app/gui/views/panels/chosen_panels.h"
#include "app/gui/views/panels/code_view.h"
#include "app/gui/views/panels/console.h"
#include "app/gui/views/panels/now.h"
#include "app/gui/views/panels/status.h"
#include "app/gui/views/panels/workbench.h"

namespace interleave::gui {

namespace {

constexpr float kPresentedBelow = 0.42F;  // of the height, for what is asked for
constexpr float kPresentedCode = 0.42F;   // of the width

// For a hall: the picture, and what is asked for beside it.
void draw_presented(const Ui& ui, Rect middle) {
  const Beside beside = ui.state.lecture.beside;
  if (beside == Beside::code) {
    const Rect code = middle.cut_left(std::round(middle.width() * kPresentedCode));
    draw_code(ui, code);
    ui.canvas.fill({code.right, code.top, code.right + 1, code.bottom}, ui.theme.line);
  }
  const bool asks_now = beside == Beside::now || anything_selected(ui.state);
  if (!asks_now && !shows_orders(ui.state) && beside != Beside::console) return draw_picture(ui, middle);
  float shared = std::round(middle.height() * kPresentedBelow);
  // The graph needs what a scheduler of few tasks leaves.
  if (!asks_now && ui.state.directed && shows_graph(ui.state)) shared = std::min(shared, std::round(direct_height(ui)));
  middle.cut_bottom(ui.px(kStatusHeight));  // which stands there at times
  const Rect below = middle.cut_bottom(shared);
  draw_picture(ui, middle);
  if (asks_now)
    draw_now(ui, below);
  else
    shows_orders(ui.state) ? draw_orders(ui, below) : draw_console(ui, below);
  ui.canvas.fill({below.left, below.top, below.right, below.top + 1}, ui.theme.line);
}

}  // namespace

void draw_main_area(const Ui& ui, Rect middle) {
  if (ui.state.lesson != nullptr) return draw_lesson(ui, middle);
  ui.state.presenting ? draw_presented(ui, middle) : draw_workbench(ui, middle);
}

}  // namespace interleave::gui

#include "app/gui/views/lesson/order_answer.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <string>

#include "app/gui/model/lesson/answer_by_hand.h"

namespace interleave::gui {

namespace {

constexpr float kGripWidth = 14;
constexpr float kGripLinesApart = 5;

void draw_grip(const Ui& ui, Rect box) {
  const Point middle = box.center();
  const float half = ui.px(kGripWidth) / 2;
  for (const float line : {-1.0F, 0.0F, 1.0F}) {
    const float y = std::round(middle.y + line * ui.px(kGripLinesApart));
    ui.canvas.fill({middle.x - half, y, middle.x + half, y + ui.px(2)}, ui.theme.quiet_text);
  }
}

void draw_ordered(const Ui& ui, const AskedQuestion& asked, std::size_t place, Rect row) {
  const std::string& task = asked.arranged[place];
  const float column = row.height();
  ui.canvas.text(row.cut_left(column), fmt::format("{}.", place + 1), Style::body, ui.theme.quiet_text, Align::center);
  const bool is_dragged = ui.memory.grab == Grab::order && ui.memory.ordered == place;
  const bool hovered = ui.pointer.over(row) && ui.memory.grab == Grab::none;
  ui.canvas.fill(row, hovered || is_dragged ? ui.theme.hover : ui.theme.raised, ui.px(6));
  if (is_dragged || place < asked.placed) ui.canvas.frame(row, ui.theme.text, ui.px(2), ui.px(6));
  if (hovered) ui.explain("Drag it to its place in the order");
  if (hovered && ui.pointer.pressed) {
    ui.memory.grab = Grab::order;
    ui.memory.ordered = place;
  }
  draw_grip(ui, row.cut_right(column));
  const std::string letter(1, letter_of_task(asked, task));
  ui.canvas.text(row.cut_left(column), letter, Style::strong, ui.theme.text, Align::center);
  ui.canvas.text(row, task, Style::body, ui.theme.text);
}

// The task that is dragged comes to where the pointer is.
void follow_pointer(const Ui& ui, const AskedQuestion& asked, float top, float step) {
  const auto last = static_cast<float>(asked.arranged.size() - 1);
  const float place = std::clamp(std::floor((ui.pointer.at.y - top) / step), 0.0F, last);
  const auto to = static_cast<std::size_t>(place);
  if (to == ui.memory.ordered) return;
  ui.wish(command::PlaceInOrder{ui.memory.ordered, to});
  ui.memory.ordered = to;
}

}  // namespace

void draw_order(const Ui& ui, const AskedQuestion& asked, Rect first, float step) {
  Rect row = first;
  for (std::size_t place = 0; place < asked.arranged.size(); ++place) {
    draw_ordered(ui, asked, place, row);
    row.top += step;
    row.bottom += step;
  }
  if (ui.memory.grab == Grab::order) follow_pointer(ui, asked, first.top, step);
}

}  // namespace interleave::gui

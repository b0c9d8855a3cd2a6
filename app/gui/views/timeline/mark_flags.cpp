#include "app/gui/views/timeline/mark_flags.h"

#include <algorithm>
#include <cmath>

#include "app/gui/model/picture/time_text.h"
#include "app/gui/views/drawing/icons.h"
#include "app/gui/views/widgets/edit_field.h"

namespace interleave::gui {

namespace {

constexpr float kMarkRow = 28;
constexpr float kFlag = 14;
constexpr float kDelete = 20;
constexpr float kMarkField = 200;

void draw_field(const Ui& ui, Rect row, float x) {
  const float width = std::min(ui.px(kMarkField), row.width());
  const float left = std::clamp(x, row.left, row.right - width);
  const Rect field = Rect{left, row.top, left + width, row.bottom}.inset(0, ui.px(1));
  draw_framed_field(ui, field, ui.state.marks.edit->text, "name this moment", Typing::yes);
  ui.canvas.drawn().typed_field = field;
}

Rect draw_delete(const Ui& ui, Rect flag, Time time) {
  const Rect box = flag.cut_right(ui.px(kDelete));
  const bool lit = ui.pointer.over(box);
  if (lit) ui.canvas.fill(box.inset(0, ui.px(3)), ui.theme.hover, ui.px(3));
  draw_icon(ui.canvas, Icon::close, box.inset(ui.px(5), 0), ui.theme.text, ui.theme.ground);
  if (lit) ui.explain("Delete the mark.  Key at the playhead: Delete");
  if (ui.pointer.clicked(box)) ui.wish(command::DeleteMark{time});
  return box;
}

void draw_flag(const Ui& ui, Rect row, float x, float until, const Mark& mark) {
  const bool here = mark.time == ui.state.playhead;
  const float text = std::min(ui.canvas.text_width(mark.text, Style::small), ui.px(320));
  Rect flag{x, row.top, x + ui.px(kFlag + 8 + kDelete) + text, row.bottom};
  flag.right = std::min(flag.right, until);
  const bool over = ui.pointer.over(flag) && ui.memory.grab == Grab::none;
  DrawnFlag drawn{mark.time, flag, {}};
  if (over || here) ui.canvas.fill(flag.inset(0, ui.px(2)), ui.theme.raised, ui.px(3));
  Rect rest = flag;
  if ((over || here) && flag.width() > ui.px(kFlag + kDelete)) {
    drawn.delete_box = draw_delete(ui, flag, mark.time);
    rest.right = drawn.delete_box.left;
  }
  draw_icon(ui.canvas, Icon::flag, Rect{rest.left + 1, rest.top, rest.left + ui.px(kFlag), rest.bottom},
            warning_color(ui.theme), ui.theme.ground);
  rest.left += ui.px(kFlag + 4);
  if (rest.width() > ui.px(20)) ui.canvas.text(rest, mark.text, Style::small, ui.theme.text);
  ui.canvas.drawn().flags.push_back(drawn);
  if (!over || ui.pointer.over(drawn.delete_box)) return;
  ui.tooltip = Tooltip{mark.text.empty() ? "Mark at " + time_text(mark.time) : mark.text,
                       {here ? "Click to change its text" : "Click to go to " + time_text(mark.time)}};
  if (!ui.pointer.clicked(flag)) return;
  if (here)
    ui.wish(command::EditMark{mark.time});
  else
    ui.wish(command::MovePlayhead{mark.time});
}

}  // namespace

float mark_flags_height(const Ui& ui) { return ui.state.marks.all.empty() ? 0 : ui.px(kMarkRow); }

void draw_mark_flags(const Ui& ui, Rect row, Rect lanes, const TimeScale& scale) {
  const Marks& marks = ui.state.marks;
  for (std::size_t i = 0; i < marks.all.size(); ++i) {
    const float x = std::round(static_cast<float>(scale.x(marks.all[i].time)));
    if (x < scale.left() - 1 || x > scale.right()) continue;
    ui.canvas.fill({x, row.top, x + 1, lanes.bottom}, mix(ui.theme.ground, warning_color(ui.theme), 0.6F));
    const bool last = i + 1 == marks.all.size();
    const float next = last ? row.right : static_cast<float>(scale.x(marks.all[i + 1].time)) - ui.px(2);
    if (!marks.edit || marks.edit->position != i) {
      draw_flag(ui, row, x, std::max(std::min(next, row.right), x + ui.px(kFlag)), marks.all[i]);
    }
  }
  if (marks.edit) draw_field(ui, row, static_cast<float>(scale.x(marks.all[marks.edit->position].time)));
}

}  // namespace interleave::gui

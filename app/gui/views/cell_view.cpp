#include "app/gui/views/cell_view.h"

#include <algorithm>

#include "app/gui/views/edit_field.h"

namespace interleave::gui {

namespace {

constexpr float kLeastField = 110;

const DrawnCell* field_of(const Ui& ui) {
  for (const DrawnCell& drawn : ui.canvas.drawn().cells) {
    if (drawn.editing) return &drawn;
  }
  return nullptr;
}

void draw_field(const Ui& ui, Rect box, float right, const CellEdit& editing) {
  const float wanted = ui.canvas.text_width(editing.text.text(), Style::body) + ui.px(24);
  box.right = std::min(right, std::max({box.right, box.left + ui.px(kLeastField), box.left + wanted}));
  ui.canvas.cover(box);
  ui.canvas.fill(box, ui.theme.raised, ui.px(3));
  ui.canvas.frame(box, editing.error.empty() ? ui.theme.accent : warning_color(ui.theme), ui.px(2));
  draw_text_field(ui, box, editing.text, Style::body);
  ui.canvas.drawn().cells.push_back({editing.cell, box, true});
  if (ui.pointer.pressed && !ui.pointer.over(box)) ui.wish(command::LeaveText{});
}

void draw_ground(const Ui& ui, Rect box, const Cell& cell) {
  const bool over = ui.pointer.over(box) && ui.memory.grab == Grab::none;
  if (over) ui.canvas.fill(box, ui.theme.hover, ui.px(3));
  if (ui.state.panel.selected == cell) ui.canvas.frame(box, ui.theme.accent, ui.px(2));
  ui.canvas.drawn().cells.push_back({cell, box, false});
  if (over && ui.pointer.double_clicked) {
    ui.wish(command::EditCell{cell});
  } else if (over && ui.pointer.clicked(box)) {
    ui.wish(command::SelectCell{cell});
  }
}

}  // namespace

void draw_cell(const Ui& ui, Rect box, float right, const Cell& cell, Color ink) {
  const auto& editing = ui.state.panel.editing;
  if (editing && editing->cell == cell) return draw_field(ui, box, right, *editing);
  draw_ground(ui, box, cell);
  ui.canvas.text(box.inset(ui.px(kCellPadding), 0), shown_text(ui.state.scenario(), cell), Style::body, ink);
}

void draw_tall_cell(const Ui& ui, Rect box, const Cell& cell) {
  draw_ground(ui, box, cell);
  ui.canvas.paragraph(box.inset(ui.px(kCellPadding), ui.px(4)), shown_text(ui.state.scenario(), cell), Style::body,
                      ui.theme.text);
}

float draw_refusal(const Ui& ui, float left, float top, float right, std::string_view text) {
  const float padding = ui.px(10);
  const float height = ui.canvas.paragraph_height(right - left - 2 * padding, text, Style::small);
  const Rect box{left, top, right, top + height + 2 * ui.px(6)};
  ui.canvas.cover(box);
  ui.canvas.fill(box, ui.theme.notice, ui.px(4));
  ui.canvas.frame(box, ui.theme.on_notice, 1, ui.px(4));
  ui.canvas.paragraph(box.inset(padding, ui.px(6)), text, Style::small, ui.theme.on_notice);
  return box.bottom;
}

void draw_cell_error(const Ui& ui, Rect panel) {
  const auto& editing = ui.state.panel.editing;
  const DrawnCell* const field = field_of(ui);
  if (!editing || editing->error.empty() || field == nullptr) return;
  draw_refusal(ui, panel.left, field->box.bottom + ui.px(4), panel.right, editing->error);
}

}  // namespace interleave::gui

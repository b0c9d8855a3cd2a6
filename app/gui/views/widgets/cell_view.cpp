#include "app/gui/views/widgets/cell_view.h"

#include <algorithm>

#include "app/gui/views/widgets/edit_field.h"

namespace interleave::gui {

namespace {

constexpr float kLeastField = 110;
constexpr float kRefusalPadding = 10;

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

void draw_cell(const Ui& ui, Rect box, float right, const Cell& cell, Color ink, Style style) {
  const auto& editing = ui.state.panel.editing;
  if (editing && editing->cell == cell) return draw_field(ui, box, right, *editing);
  draw_ground(ui, box, cell);
  ui.canvas.text(box.inset(ui.px(kCellPadding), 0), shown_text(ui.state.scenario(), cell), style, ink);
}

Rect cell_field(const Ui& ui) {
  const DrawnCell* const field = field_of(ui);
  return field != nullptr ? field->box : Rect{};
}

void draw_tall_cell(const Ui& ui, Rect box, const Cell& cell) {
  draw_ground(ui, box, cell);
  ui.canvas.paragraph(box.inset(ui.px(kCellPadding), ui.px(4)), shown_text(ui.state.scenario(), cell), Style::body,
                      ui.theme.text);
}

float refusal_height(const Ui& ui, float width, std::string_view text) {
  return ui.canvas.paragraph_height(width - 2 * ui.px(kRefusalPadding), text, Style::small) + 2 * ui.px(6);
}

float draw_refusal(const Ui& ui, float left, float top, float right, std::string_view text) {
  const Rect box{left, top, right, top + refusal_height(ui, right - left, text)};
  ui.canvas.cover(box);
  ui.canvas.fill(box, ui.theme.notice, ui.px(4));
  ui.canvas.frame(box, ui.theme.on_notice, 1, ui.px(4));
  ui.canvas.paragraph(box.inset(ui.px(kRefusalPadding), ui.px(6)), text, Style::small, ui.theme.on_notice);
  return box.bottom;
}

void draw_cell_error(const Ui& ui, Rect panel) {
  const auto& editing = ui.state.panel.editing;
  const DrawnCell* const field = field_of(ui);
  if (!editing || editing->error.empty() || field == nullptr) return;
  const float height = refusal_height(ui, panel.width(), editing->error);
  const float below = field->box.bottom + ui.px(4);
  // Above the field where the panel ends too soon.
  const float top = below + height <= panel.bottom ? below : field->box.top - ui.px(4) - height;
  draw_refusal(ui, panel.left, top, panel.right, editing->error);
}

}  // namespace interleave::gui

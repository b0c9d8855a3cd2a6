#include "app/gui/views/widgets/edit_field.h"

#include <algorithm>

namespace interleave::gui {

namespace {

constexpr float kEditFieldPadding = 6;  // as of a cell that is not typed into

// Just so far that the cursor is in sight.
float scroll_to(float scroll, float cursor, float text, float width) {
  scroll = std::clamp(scroll, cursor - width, cursor);
  return std::clamp(scroll, 0.0F, std::max(0.0F, text - width));
}

void react(const Ui& ui, Rect box, float text_left, const TextEdit& edit, Style style) {
  const auto pointed = [&] { return ui.canvas.place_at(edit.text(), ui.pointer.at.x - text_left, style); };
  if (ui.pointer.pressed && ui.pointer.over(box)) {
    ui.memory.grab = Grab::text;
    if (ui.pointer.double_clicked) return ui.wish(command::SelectWord{pointed()});
    ui.wish(command::PlaceCursor{pointed(), ui.pointer.shift ? Extent::extend : Extent::move});
  } else if (ui.memory.grab == Grab::text && ui.pointer.moved.x != 0) {
    ui.wish(command::PlaceCursor{pointed(), Extent::extend});
  }
}

}  // namespace

Color selection_color(const Theme& theme) { return mix(theme.ground, theme.accent, theme.light ? 0.25F : 0.55F); }

void draw_text_field(const Ui& ui, Rect box, const TextEdit& edit, Style style) {
  Canvas& canvas = ui.canvas;
  const std::string_view text = edit.text();
  const Rect inner = box.inset(ui.px(kEditFieldPadding), 0);
  const float cursor = canvas.cursor_x(text, edit.cursor(), style);
  const float line = std::max(2.0F, ui.px(2));
  ui.memory.field_scroll =
      scroll_to(ui.memory.field_scroll, cursor, canvas.text_width(text, style) + line, inner.width() - line);
  const float left = inner.left - ui.memory.field_scroll;
  const float height = canvas.text_height(style) + ui.px(2);
  const Rect row{inner.left, box.center().y - height / 2, inner.right, box.center().y + height / 2};

  const TextRange range = edit.selection();
  if (!range.empty()) {
    for (const auto& [from, to] : canvas.stretches(text, range.begin, range.end, style)) {
      canvas.fill({std::max(left + from, row.left), row.top, std::min(left + to, row.right), row.bottom},
                  selection_color(ui.theme));
    }
  }
  canvas.scrolled_text(inner, ui.memory.field_scroll, text, style, ui.theme.text);
  const float x = left + cursor;
  canvas.fill({x, row.top, x + line, row.bottom}, ui.theme.text);
  react(ui, box, left, edit, style);
}

void draw_framed_field(const Ui& ui, Rect box, const TextEdit& edit, std::string_view purpose, Typing typing) {
  const bool active = typing == Typing::yes;
  ui.canvas.cover(box);
  ui.canvas.fill(box, ui.theme.ground, ui.px(4));
  ui.canvas.frame(box, active ? ui.theme.accent : ui.theme.quiet_text, active ? ui.px(2) : 1, ui.px(4));
  Rect inner = box.inset(ui.px(kEditFieldPadding), 0);
  if (edit.text().empty()) {
    inner.cut_left(active ? ui.px(4) : 0);  // beside the cursor
    ui.canvas.text(inner, purpose, Style::body, ui.theme.quiet_text);
  }
  if (active) return draw_text_field(ui, box, edit, Style::body);
  ui.canvas.scrolled_text(inner, 0, edit.text(), Style::body, ui.theme.text);
}

}  // namespace interleave::gui

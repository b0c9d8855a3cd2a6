#include "app/gui/views/text_field.h"

namespace interleave::gui {

namespace {

// The end of the text, as much as there is room for: there the cursor is.
std::string_view tail(const Ui& ui, std::string_view text, float width) {
  while (!text.empty() && ui.canvas.text_width(text, Style::body) > width) {
    text.remove_prefix(1);
    while (!text.empty() && (static_cast<unsigned char>(text.front()) & 0xC0) == 0x80) text.remove_prefix(1);
  }
  return text;
}

}  // namespace

void text_field(const Ui& ui, Rect box, const SearchField& field, std::string_view purpose, Typing typing) {
  const bool active = typing == Typing::yes;
  ui.canvas.cover(box);
  ui.canvas.fill(box, ui.theme.ground, ui.px(4));
  ui.canvas.frame(box, active ? ui.theme.accent : ui.theme.quiet_text, active ? ui.px(2) : 1, ui.px(4));
  if (active) ui.canvas.drawn().typed_field = box;
  const Rect inner = box.inset(ui.px(8), 0);
  const float cursor = std::max(1.0F, ui.px(2));
  float end = inner.left;
  if (field.text.empty()) {
    ui.canvas.text({inner.left + (active ? ui.px(5) : 0), inner.top, inner.right, inner.bottom}, purpose, Style::body,
                   ui.theme.quiet_text);
  } else {
    end += ui.canvas.text(inner, tail(ui, field.text, inner.width() - 2 * cursor), Style::body, ui.theme.text);
  }
  if (active) ui.canvas.fill({end + 1, box.top + ui.px(5), end + 1 + cursor, box.bottom - ui.px(5)}, ui.theme.text);
}

}  // namespace interleave::gui

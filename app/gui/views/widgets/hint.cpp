#include "app/gui/views/widgets/hint.h"

#include <algorithm>

#include "app/gui/views/widgets/widgets.h"

namespace interleave::gui {

namespace {

bool is_drawn(const Ui& ui) {
  const auto& controls = ui.canvas.drawn().controls;
  return std::any_of(controls.begin(), controls.end(),
                     [](const DrawnControl& drawn) { return drawn.act == "dismiss-hint"_act; });
}

constexpr ButtonLook kCloseHint{Face::plain, Icon::close, Caption::hidden, Padding::snug};

float close_width(const Ui& ui) { return button_width(ui, "dismiss-hint"_act, kCloseHint) + ui.px(4); }

// Before a question is answered there is nothing that they could be tried at.
std::optional<Hint> useful_hint(const Ui& ui) {
  return ui.state.answer_first ? std::nullopt : next_hint(ui.state.hints);
}

}  // namespace

float least_hint_width(const Ui& ui) {
  const auto hint = useful_hint(ui);
  return hint ? close_width(ui) + ui.px(8) + ui.canvas.text_width(text_of(*hint).brief, Style::small) + 1 : 0;
}

void draw_hint(const Ui& ui, Rect box) {
  const auto hint = useful_hint(ui);
  if (!hint || is_drawn(ui)) return;
  const float close = close_width(ui);
  const float room = box.width() - close - ui.px(8);
  const HintText texts = text_of(*hint);
  const bool roomy = ui.canvas.text_width(texts.full, Style::small) + 1 <= room;
  const std::string_view text = roomy ? texts.full : texts.brief;
  const float width = ui.canvas.text_width(text, Style::small) + 1;
  if (width > room) return;
  const Rect button_box = box.cut_right(close);
  button(ui, button_box.inset(ui.px(2), ui.px(2)), "dismiss-hint"_act, kCloseHint);
  box.cut_right(ui.px(6));
  ui.canvas.text(box.cut_right(width), text, Style::small, ui.theme.text);
}

}  // namespace interleave::gui

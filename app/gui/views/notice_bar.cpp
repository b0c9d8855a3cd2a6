#include "app/gui/views/notice_bar.h"

#include <cmath>

#include "app/gui/views/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kNoticeBarHeight = 40;
constexpr float kNoticeBarButton = 28;

void answer_button(const Ui& ui, Rect& row, Control control) {
  if (!enabled(ui.state, control)) return;
  row.cut_left(ui.px(14));
  button(ui, row.cut_left(button_width(ui, control, {})), control, {});
}

}  // namespace

float notice_bar_height(const Ui& ui) { return ui.state.notice ? ui.px(kNoticeBarHeight) : 0; }

void draw_notice_bar(const Ui& ui, Rect box) {
  if (!ui.state.notice) return;
  ui.canvas.fill(box, ui.theme.notice);
  const float top = std::round(box.center().y - ui.px(kNoticeBarButton) / 2);
  Rect row{box.left + ui.px(16), top, box.right - ui.px(16), top + ui.px(kNoticeBarButton)};
  float buttons = 0;
  for (const Control control : {Control::notice_first, Control::notice_second}) {
    if (enabled(ui.state, control)) buttons += button_width(ui, control, {}) + ui.px(14);
  }
  const float width = std::min(ui.canvas.text_width(ui.state.notice->text, Style::body) + 1, row.width() - buttons);
  ui.canvas.text(row.cut_left(width), ui.state.notice->text, Style::body, ui.theme.on_notice);
  answer_button(ui, row, Control::notice_first);
  answer_button(ui, row, Control::notice_second);
}

}  // namespace interleave::gui

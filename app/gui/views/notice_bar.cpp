#include "app/gui/views/notice_bar.h"

#include <array>
#include <cmath>

#include "app/gui/views/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kNoticeBar = 40;
constexpr float kAnswerButton = 28;
constexpr std::array kAnswers = {Control::notice_first, Control::notice_second, Control::notice_third};

void answer_button(const Ui& ui, Rect& row, Control control) {
  if (!enabled(ui.state, control)) return;
  row.cut_left(ui.px(14));
  button(ui, row.cut_left(button_width(ui, control, {})), control, {});
}

}  // namespace

float notice_bar_height(const Ui& ui) { return ui.state.notice ? ui.px(kNoticeBar) : 0; }

void draw_notice_bar(const Ui& ui, Rect box) {
  if (!ui.state.notice) return;
  ui.canvas.fill(box, ui.theme.notice);
  const float top = std::round(box.center().y - ui.px(kAnswerButton) / 2);
  Rect row{box.left + ui.px(16), top, box.right - ui.px(16), top + ui.px(kAnswerButton)};
  float buttons = 0;
  for (const Control control : kAnswers) {
    if (enabled(ui.state, control)) buttons += button_width(ui, control, {}) + ui.px(14);
  }
  const float width = std::min(ui.canvas.text_width(ui.state.notice->text, Style::body) + 1, row.width() - buttons);
  ui.canvas.text(row.cut_left(width), ui.state.notice->text, Style::body, ui.theme.on_notice);
  for (const Control control : kAnswers) answer_button(ui, row, control);
}

}  // namespace interleave::gui

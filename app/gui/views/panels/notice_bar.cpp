#include "app/gui/views/panels/notice_bar.h"

#include <algorithm>
#include <cmath>

#include "app/gui/views/widgets/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kNoticeBar = 40;
constexpr float kAnswerButton = 28;
constexpr float kNoticeMargin = 16;
constexpr float kBesideAnswer = 14;
constexpr float kAboveText = 7;  // where it takes several lines

void answer_button(const Ui& ui, Rect& row, ActId id) {
  if (!act(id).enabled(ui.state)) return;
  row.cut_left(ui.px(kBesideAnswer));
  button(ui, row.cut_left(button_width(ui, id, {})), id, {});
}

float answers_width(const Ui& ui) {
  float width = 0;
  for (const ActId id : answer_acts()) {
    if (act(id).enabled(ui.state)) width += ui.px(kBesideAnswer) + button_width(ui, id, {});
  }
  return width;
}

// For the text, in a bar of that width.
float room_for_text(const Ui& ui, float width) { return width - 2 * ui.px(kNoticeMargin) - answers_width(ui); }

}  // namespace

float notice_bar_height(const Ui& ui, float width) {
  if (!ui.state.notice) return 0;
  const std::string& text = ui.state.notice->text;
  const float room = room_for_text(ui, width);
  if (ui.canvas.text_width(text, Style::body) <= room) return ui.px(kNoticeBar);
  return std::max(ui.px(kNoticeBar), ui.canvas.paragraph_height(room, text, Style::body) + 2 * ui.px(kAboveText));
}

void draw_notice_bar(const Ui& ui, Rect box) {
  if (!ui.state.notice) return;
  ui.canvas.fill(box, ui.theme.notice);
  const float top = std::round(box.center().y - ui.px(kAnswerButton) / 2);
  Rect row{box.left + ui.px(kNoticeMargin), top, box.right - ui.px(kNoticeMargin), top + ui.px(kAnswerButton)};
  const std::string& text = ui.state.notice->text;
  const float room = room_for_text(ui, box.width());
  const float width = ui.canvas.text_width(text, Style::body) + 1;
  if (width <= room + 1) {
    ui.canvas.text(row.cut_left(width), text, Style::body, ui.theme.on_notice);
  } else {
    const Rect lines = row.cut_left(room);
    ui.canvas.paragraph({lines.left, box.top + ui.px(kAboveText), lines.right, box.bottom - ui.px(kAboveText)}, text,
                        Style::body, ui.theme.on_notice);
  }
  for (const ActId id : answer_acts()) answer_button(ui, row, id);
}

}  // namespace interleave::gui

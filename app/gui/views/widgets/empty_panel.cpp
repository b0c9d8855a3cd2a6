#include "app/gui/views/widgets/empty_panel.h"

#include "app/gui/views/widgets/panel.h"
#include "app/gui/views/widgets/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kBelowSentence = 12;

}  // namespace

void draw_empty_panel(const Ui& ui, Rect box, Panel panel, std::string_view title, std::string_view why) {
  ui.canvas.drawn().panels.push_back(box);
  begin_panel(ui, panel, box);
  box = box.inset(ui.px(kPanelMargin), 0);
  heading(ui, box.cut_top(ui.px(kPanelHeader)), title);
  ui.canvas.paragraph(box, why, Style::body, ui.theme.quiet_text);
}

float empty_panel_height(const Ui& ui, float width, std::string_view why) {
  return ui.px(kPanelHeader + kBelowSentence) +
         ui.canvas.paragraph_height(width - 2 * ui.px(kPanelMargin), why, Style::body);
}

}  // namespace interleave::gui

#include "app/gui/views/help.h"

#include <algorithm>
#include <cmath>

#include "app/gui/model/keymap.h"

namespace interleave::gui {

namespace {

constexpr float kHelpPadding = 24;
constexpr float kHelpRow = 27;
constexpr float kHelpHeader = 40;

}  // namespace

void draw_help(const Ui& ui, Rect window) {
  ui.canvas.fill(window, {0, 0, 0, 0.55F});
  const auto& lines = help_lines();
  float acts = 0;
  float keys = 0;
  for (const HelpLine& line : lines) {
    acts = std::max(acts, ui.canvas.text_width(line.act, Style::body));
    keys = std::max(keys, ui.canvas.text_width(line.keys, Style::strong));
  }
  const float gap = ui.px(28);
  const float width = std::min(acts + gap + keys + 2 * ui.px(kHelpPadding), window.width());
  const float wanted =
      static_cast<float>(lines.size()) * ui.px(kHelpRow) + ui.px(kHelpHeader) + 2 * ui.px(kHelpPadding);
  const float height = std::min(wanted, window.height());
  const Point center = window.center();
  Rect box{center.x - width / 2, center.y - height / 2, center.x + width / 2, center.y + height / 2};
  ui.canvas.fill(box, ui.theme.bar, ui.px(8));
  ui.canvas.frame(box, ui.theme.line, 1, ui.px(8));
  box = box.inset(ui.px(kHelpPadding), ui.px(kHelpPadding));
  Rect header = box.cut_top(ui.px(kHelpHeader));
  ui.canvas.text(header, "Keys and gestures", Style::strong, ui.theme.text);
  ui.canvas.text(header, "Esc closes", Style::body, ui.theme.quiet_text, Align::right);
  const float row = std::min(ui.px(kHelpRow), std::floor(box.height() / static_cast<float>(lines.size())));
  for (const HelpLine& line : lines) {
    Rect place = box.cut_top(row);
    ui.canvas.text(place.cut_left(acts + gap), line.act, Style::body, ui.theme.text);
    ui.canvas.text(place, line.keys, Style::strong, ui.theme.text);
  }
  if (ui.pointer.released) ui.wish(command::Escape{});
}

}  // namespace interleave::gui

#include "app/gui/views/widgets/tooltip_box.h"

#include <algorithm>

#include "app/gui/views/widgets/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kTooltipPadding = 10;
constexpr float kTooltipRow = 21;
constexpr float kWidestTooltip = 620;

// A line is a name and a value with a tab between, or a sentence.
struct Line {
  std::string_view name;
  std::string_view value;
};

Line split(std::string_view line) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string_view::npos) return {{}, line};
  return {line.substr(0, tab), line.substr(tab + 1)};
}

Rect place(const Ui& ui, Rect window, Point at, float width, float height) {
  const float apart = ui.px(16);
  float left = at.x + apart;
  float top = at.y + apart;
  if (left + width > window.right) left = std::max(window.left, std::min(at.x, window.right) - width);
  if (top + height > window.bottom) top = std::max(window.top, at.y - apart / 2 - height);
  return {left, top, left + width, top + height};
}

}  // namespace

void draw_tooltip(const Ui& ui, Rect window, const Tooltip& tooltip, Rect spared) {
  float names = 0;
  float values = 0;
  for (const std::string& text : tooltip.lines) {
    const Line line = split(text);
    names = std::max(names, ui.canvas.text_width(line.name, Style::small));
    values = std::max(values, ui.canvas.text_width(line.value, Style::small));
  }
  const float gap = names > 0 ? ui.px(14) : 0;
  const Style title_style = tooltip.lines.empty() ? Style::small : Style::strong;
  const float text = std::max(ui.canvas.text_width(tooltip.title, title_style), names + gap + values);
  const float width = std::min({text + 1 + 2 * ui.px(kTooltipPadding), ui.px(kWidestTooltip), window.width()});
  const float inside = width - 2 * ui.px(kTooltipPadding);
  const float title = wrapped_height(ui, inside, tooltip.title, title_style, ui.px(kTooltipRow));
  const auto height_of = [&](const std::string& line) {
    return wrapped_height(ui, inside - names - gap, split(line).value, Style::small, ui.px(kTooltipRow));
  };
  float height = title + 2 * ui.px(6);
  for (const std::string& line : tooltip.lines) height += height_of(line);
  Rect box = place(ui, window, tooltip.at.value_or(ui.pointer.at), width, height);
  if (overlap(box, spared)) return;
  ui.canvas.cover(box);
  ui.canvas.fill(box, ui.theme.raised, ui.px(5));
  ui.canvas.frame(box, ui.theme.quiet_text, 1, ui.px(5));
  box = box.inset(ui.px(kTooltipPadding), ui.px(6));
  wrapped_text(ui, box.cut_top(title), tooltip.title, title_style, ui.theme.text);
  for (const std::string& line_text : tooltip.lines) {
    const Line line = split(line_text);
    Rect row = box.cut_top(height_of(line_text));
    const Rect name = row.cut_left(names + gap);
    if (names > 0) {
      ui.canvas.text({name.left, name.top, name.right, name.top + ui.px(kTooltipRow)}, line.name, Style::small,
                     ui.theme.quiet_text);
    }
    wrapped_text(ui, row, line.value, Style::small, ui.theme.text);
  }
}

}  // namespace interleave::gui

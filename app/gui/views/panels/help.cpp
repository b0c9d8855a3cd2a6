#include "app/gui/views/panels/help.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/gui/model/input/keymap.h"
#include "app/gui/views/widgets/panel.h"
#include "app/gui/views/widgets/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kHelpPadding = 24;
constexpr float kHelpRow = 25;
constexpr float kHelpHeadingRow = 34;
constexpr float kHelpHeader = 40;
constexpr float kHelpFooter = 52;
constexpr float kHelpButtonHeight = 32;
constexpr float kHelpGap = 22;  // between what is done and its keys
constexpr float kBetweenHelpColumns = 40;
constexpr float kTightest = 0.76F;  // rows move together that far; in less they scroll
constexpr float kHelpScrollBar = 8;
constexpr std::size_t kMostHelpColumns = 3;
constexpr std::array kHelpButtons = {"smaller-text"_act, "larger-text"_act, "full-screen"_act, "reduced-motion"_act};

using Lines = std::vector<HelpLine>;

// Groups that stand below each other.
struct Column {
  Lines lines;
  float acts = 0;  // widths
  float keys = 0;
  float height = 0;
};

float height_of(const Ui& ui, const HelpLine& line) {
  return ui.px(kHelpRow) + (!line.heading.empty() ? ui.px(kHelpHeadingRow) : 0);
}

void add(const Ui& ui, Column& column, const HelpLine& line) {
  column.lines.push_back(line);
  column.acts = std::max(column.acts, ui.canvas.text_width(line.what, Style::body) + 1);
  column.keys = std::max(column.keys, ui.canvas.text_width(line.keys, Style::strong) + 1);
  column.height += height_of(ui, line);
}

// Whole groups from column to column, about as high as each other.
std::vector<Column> columns_of(const Ui& ui, std::size_t count) {
  float all = 0;
  for (const HelpLine& line : help_lines()) all += height_of(ui, line);
  const float share = all / static_cast<float>(count);
  std::vector<Column> columns(1);
  const auto& lines = help_lines();
  for (auto line = lines.begin(); line != lines.end();) {
    const auto next = std::find_if(line + 1, lines.end(), [](const HelpLine& l) { return !l.heading.empty(); });
    float group = 0;
    for (auto at = line; at != next; ++at) group += height_of(ui, *at);
    const bool fits = columns.back().height + group / 2 <= share;
    if (!columns.back().lines.empty() && !fits && columns.size() < count) columns.emplace_back();
    for (; line != next; ++line) add(ui, columns.back(), *line);
  }
  return columns;
}

float width_of(const Ui& ui, const std::vector<Column>& columns) {
  float width = 2 * ui.px(kHelpPadding) + static_cast<float>(columns.size() - 1) * ui.px(kBetweenHelpColumns);
  for (const Column& column : columns) width += column.acts + ui.px(kHelpGap) + column.keys;
  return width;
}

float height_of(const std::vector<Column>& columns) {
  float height = 0;
  for (const Column& column : columns) height = std::max(height, column.height);
  return height;
}

// As many columns as fit side by side.
std::vector<Column> fitting_columns(const Ui& ui, float width) {
  std::size_t count = kMostHelpColumns;
  while (count > 1 && width_of(ui, columns_of(ui, count)) > width) --count;
  return columns_of(ui, count);
}

// Rows move together where the window is low.
void draw_column(const Ui& ui, Rect box, const Column& column, float tight) {
  for (const HelpLine& line : column.lines) {
    if (!line.heading.empty()) {
      const float height = std::floor(ui.px(kHelpHeadingRow) * tight);
      heading(ui, {box.left, box.top + height - ui.px(22), box.right, box.top + height}, line.heading);
      box.top += height;
    }
    Rect place{box.left, box.top, box.right, box.top + std::floor(ui.px(kHelpRow) * tight)};
    box.top = place.bottom;
    ui.canvas.text(place.cut_left(column.acts), line.what, Style::body, ui.theme.text);
    place.cut_left(ui.px(kHelpGap));
    ui.canvas.text(place, line.keys, Style::strong, ui.theme.text);
  }
}

// How far the rows are scrolled, in pixels, where they have no room as close as they may be.
float scrolled_help(const Ui& ui, Rect box, float content) {
  const float row = ui.px(kHelpRow);
  float offset = ui.state.help_scroll * row;
  if (ui.pointer.over(box)) offset -= ui.pointer.wheel * row * 2;
  offset = std::clamp(offset, 0.0F, std::max(0.0F, content - box.height()));
  const Rect track{box.right + ui.px(kHelpScrollBar), box.top, box.right + ui.px(2 * kHelpScrollBar), box.bottom};
  offset = scroll_bar(ui, track, {content, box.height(), offset, Grab::help_scroll});
  if (std::abs(offset / row - ui.state.help_scroll) > 1e-3F) ui.wish(command::ScrollHelp{offset / row});
  return std::round(offset);
}

void draw_columns(const Ui& ui, Rect box, const std::vector<Column>& columns) {
  const float height = height_of(columns);
  const float share = box.height() / height;
  const float tight = share < kTightest ? 1.0F : std::min(share, 1.0F);
  const float offset = scrolled_help(ui, box, std::ceil(height * tight));
  ui.canvas.clip(box);
  for (const Column& column : columns) {
    Rect place = box.cut_left(column.acts + ui.px(kHelpGap) + column.keys);
    place.top -= offset;
    draw_column(ui, place, column, tight);
    box.cut_left(ui.px(kBetweenHelpColumns));
  }
  ui.canvas.end_clip();
}

// Returns whether the pointer is on one of them.
bool draw_buttons(const Ui& ui, Rect box) {
  box = box.cut_bottom(ui.px(kHelpButtonHeight));
  bool over = false;
  for (const ActId act : kHelpButtons) {
    const ButtonLook look{Face::segment, Icon::none, Caption::shown, Padding::roomy};
    const Rect place = box.cut_left(button_width(ui, act, look));
    button(ui, place, act, look);
    over = over || ui.pointer.over(place);
    box.cut_left(ui.px(8));
  }
  return over;
}

}  // namespace

void draw_help(const Ui& ui, Rect window) {
  ui.canvas.fill(window, {0, 0, 0, 0.55F});
  const std::vector<Column> columns = fitting_columns(ui, window.width());
  const float width = std::min(width_of(ui, columns), window.width());
  const float height = std::min(height_of(columns) + ui.px(kHelpHeader + kHelpFooter) + 2 * ui.px(kHelpPadding),
                                window.height() - ui.px(8));
  const Point center = window.center();
  Rect box{center.x - width / 2, center.y - height / 2, center.x + width / 2, center.y + height / 2};
  begin_panel(ui, Panel::help, box);
  ui.canvas.fill(box, ui.theme.bar, ui.px(8));
  ui.canvas.frame(box, ui.theme.line, 1, ui.px(8));
  box = box.inset(ui.px(kHelpPadding), ui.px(kHelpPadding));
  Rect header = box.cut_top(ui.px(kHelpHeader));
  header.bottom -= ui.px(16);
  ui.canvas.text(header, "Keys and gestures", Style::strong, ui.theme.text);
  ui.canvas.text(header, "Esc or a click closes", Style::body, ui.theme.quiet_text, Align::right);
  const bool on_button = draw_buttons(ui, box.cut_bottom(ui.px(kHelpFooter)));
  draw_columns(ui, box, columns);
  if (ui.pointer.released && !on_button && ui.memory.grab != Grab::help_scroll) ui.wish(command::Escape{});
}

}  // namespace interleave::gui

#include "app/gui/views/edit/settings_form.h"

#include <algorithm>
#include <cmath>

#include "app/gui/views/widgets/cell_view.h"
#include "app/gui/views/widgets/widgets.h"
#include "core/base/alternatives.h"
#include "core/base/mode.h"

namespace interleave::gui {

namespace {

constexpr float kSettingsFormRow = 32;
constexpr float kSettingsFormTitles = 118;
constexpr float kSettingsFormScrollBar = 8;

// The summary has as many lines as it needs, unless it is being typed.
float row_height(const Ui& ui, CellKind kind, float width) {
  const auto& editing = ui.state.panel.editing;
  const bool typed = editing && editing->cell.kind == kind;
  const std::string& summary = ui.state.scenario().summary;
  if (kind != CellKind::summary || typed || summary.empty()) return ui.px(kSettingsFormRow);
  const float text = width - ui.px(kSettingsFormTitles) - 2 * ui.px(kCellPadding);
  return std::max(ui.px(kSettingsFormRow), ui.canvas.paragraph_height(text, summary, Style::body) + ui.px(8));
}

std::string explanation(CellKind kind) {
  switch (kind) {
    case CellKind::opening_mode:
      return "The mode that the scenario opens in: " + alternatives(kModeNames);
    case CellKind::max_workers:
      return "How many workers a pool of threads or of processes has at most when the scenario is opened";
    case CellKind::cores:
      return "How many computations can go on at once on the machine";
    case CellKind::time_slice:
      return "How long a computation keeps its core while others want it";
    case CellKind::process_start:
      return "How long a process takes to start before its first task, in mode processes";
    default:
      return "Double-click to change it";
  }
}

// The cell that keys act on comes into sight when it is another one than before.
std::optional<float> to_show_selected(const Ui& ui, float offset, Rect box) {
  const auto& selected = ui.state.panel.selected;
  if (selected == ui.memory.shown_setting) return std::nullopt;
  ui.memory.shown_setting = selected;
  float top = 0;
  for (const CellKind kind : setting_cells()) {
    const float height = row_height(ui, kind, box.width());
    if (selected == Cell{kind}) return std::clamp(offset, std::min(top + height - box.height(), top), top);
    top += height;
  }
  return std::nullopt;
}

// How far the form is scrolled, where not all of it has room.
float scrolled_form(const Ui& ui, Rect& box) {
  const Rect whole = box;
  const bool scrolls = settings_form_height(ui, box.width()) > box.height() + 1;
  const Rect track = scrolls ? box.cut_right(ui.px(kSettingsFormScrollBar)) : Rect{};
  const float content = settings_form_height(ui, box.width());
  float offset = ui.memory.settings_scroll;
  if (ui.pointer.over(whole)) offset -= ui.pointer.wheel * ui.px(kSettingsFormRow);
  offset = to_show_selected(ui, offset, box).value_or(offset);
  offset = std::clamp(offset, 0.0F, scrolls ? std::max(0.0F, content - box.height()) : 0.0F);
  if (scrolls) offset = scroll_bar(ui, track, {content, box.height(), offset, Grab::settings_scroll});
  return ui.memory.settings_scroll = std::round(offset);
}

}  // namespace

float settings_form_height(const Ui& ui, float width) {
  float height = 0;
  for (const CellKind kind : setting_cells()) height += row_height(ui, kind, width);
  return height;
}

void draw_settings_form(const Ui& ui, Rect box) {
  float y = box.top - scrolled_form(ui, box);
  ui.canvas.clip(box);
  for (const CellKind kind : setting_cells()) {
    const float height = row_height(ui, kind, box.width());
    Rect row{box.left, y, box.right, y + height};
    y += height;
    if (row.bottom <= box.top || row.top >= box.bottom) continue;
    if (ui.pointer.over(row) && ui.pointer.over(box)) ui.explain(explanation(kind));
    const Rect title = row.cut_left(ui.px(kSettingsFormTitles));
    ui.canvas.text({title.left, title.top, title.right, title.top + ui.px(kSettingsFormRow)}, title_of(kind),
                   Style::body, ui.theme.quiet_text);
    if (height > ui.px(kSettingsFormRow)) {
      draw_tall_cell(ui, row, Cell{kind});
    } else {
      draw_cell(ui, row.inset(0, ui.px(2)), row.right, Cell{kind}, ui.theme.text);
    }
  }
  ui.canvas.end_clip();
}

}  // namespace interleave::gui

#include "app/gui/views/settings_form.h"

#include <algorithm>

#include "app/gui/views/cell_view.h"

namespace interleave::gui {

namespace {

constexpr float kSettingsFormRow = 32;
constexpr float kSettingsFormTitles = 104;

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
      return "The mode that the scenario opens in: sequential, coroutine, threads or pool";
    case CellKind::max_workers:
      return "How many workers the thread pool has at most when the scenario is opened";
    case CellKind::cores:
      return "How many computations can go on at once on the machine";
    case CellKind::time_slice:
      return "How long a computation keeps its core while others want it";
    default:
      return "Double-click to change it";
  }
}

}  // namespace

float settings_form_height(const Ui& ui, float width) {
  float height = 0;
  for (const CellKind kind : setting_cells()) height += row_height(ui, kind, width);
  return height;
}

void draw_settings_form(const Ui& ui, Rect box) {
  ui.canvas.clip(box);
  for (const CellKind kind : setting_cells()) {
    if (box.empty()) break;
    const float height = row_height(ui, kind, box.width());
    Rect row = box.cut_top(height);
    row.bottom = row.top + height;  // what has no room is clipped
    if (ui.pointer.over(row)) ui.explain(explanation(kind));
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

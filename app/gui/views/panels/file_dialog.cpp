#include "app/gui/views/panels/file_dialog.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "app/gui/views/widgets/cell_view.h"
#include "app/gui/views/widgets/edit_field.h"
#include "app/gui/views/widgets/panel.h"
#include "app/gui/views/widgets/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kDialogWidth = 720;
constexpr float kDialogHeight = 520;
constexpr float kDialogPadding = 20;
constexpr float kDialogRow = 28;
constexpr float kDialogField = 34;
constexpr float kDialogButton = 32;
constexpr float kDialogScrollBar = 8;
constexpr std::size_t kShownDiagnostics = 3;

std::string title_of(const AppState& state) {
  switch (state.dialog->purpose) {
    case FilePurpose::open:
      return "Open a scenario or a recorded run";
    case FilePurpose::save:
      return "Save the scenario as";
    case FilePurpose::save_run:
      return "Save the run on the screen as";
    case FilePurpose::exporting:
      return fmt::format("Export as: {}", text_of(state.exporting.kind).label);
  }
  return "";
}

std::string kind_text(DialogEntry::Kind kind) {
  switch (kind) {
    case DialogEntry::Kind::recent:
      return "opened lately";
    case DialogEntry::Kind::parent:
      return "the folder around it";
    case DialogEntry::Kind::folder:
      return "folder";
    case DialogEntry::Kind::file:
      return "";
  }
  return "";
}

void draw_entry(const Ui& ui, Rect row, const FileDialog& dialog, std::size_t position) {
  const DialogEntry& entry = dialog.entries[position];
  const bool picked = dialog.picked == position;
  if (picked || ui.pointer.over(row)) ui.canvas.fill(row, picked ? ui.theme.accent : ui.theme.hover, ui.px(3));
  const Color ink = picked ? ui.theme.on_accent : ui.theme.text;
  if (ui.pointer.clicked(row)) ui.wish(command::PickInDialog{position});
  row = row.inset(ui.px(8), 0);
  const std::string kind = kind_text(entry.kind);
  ui.canvas.text(row.cut_right(ui.canvas.text_width(kind, Style::small) + 1), kind, Style::small,
                 picked ? ink : ui.theme.quiet_text);
  row.cut_right(ui.px(12));
  ui.canvas.text(row, entry.kind == DialogEntry::Kind::folder ? entry.name + "/" : entry.name, Style::body, ink);
}

void draw_entries(const Ui& ui, Rect box, const FileDialog& dialog) {
  ui.canvas.fill(box, ui.theme.ground, ui.px(4));
  ui.canvas.frame(box, ui.theme.line, 1, ui.px(4));
  box = box.inset(ui.px(4), ui.px(4));
  const float row_height = ui.px(kDialogRow);
  const float content = static_cast<float>(dialog.entries.size()) * row_height;
  const float most = std::max(0.0F, content - box.height());
  float offset = dialog.scroll - (ui.pointer.over(box) ? ui.pointer.wheel * row_height : 0);
  if (dialog.picked && ui.pointer.wheel == 0 && ui.memory.grab == Grab::none) {
    const float top = static_cast<float>(*dialog.picked) * row_height;
    offset = std::clamp(offset, std::max(0.0F, top + row_height - box.height()), top);
  }
  offset = std::clamp(offset, 0.0F, most);
  if (most > 0) {
    offset =
        scroll_bar(ui, box.cut_right(ui.px(kDialogScrollBar)), {content, box.height(), offset, Grab::dialog_scroll});
  }
  if (offset != dialog.scroll) ui.wish(command::ScrollDialog{offset});
  ui.canvas.clip(box);
  for (auto i = static_cast<std::size_t>(offset / row_height); i < dialog.entries.size(); ++i) {
    const float top = std::round(box.top + static_cast<float>(i) * row_height - offset);
    if (top >= box.bottom) break;
    draw_entry(ui, {box.left, top, box.right, top + row_height}, dialog, i);
  }
  ui.canvas.end_clip();
  if (dialog.entries.empty()) {
    const bool exports = dialog.purpose == FilePurpose::exporting;
    ui.canvas.text(box.inset(ui.px(8), 0),
                   exports ? "No folders and no files of this kind here."
                           : "No scenarios (*.json) and no recorded runs (*.interleave) here.",
                   Style::body, ui.theme.quiet_text);
  }
}

// A line of the file with a caret below the place, and what is wrong there.
void draw_diagnostic(const Ui& ui, Rect& box, const Diagnostic& diagnostic) {
  const float line = ui.px(22);
  const std::string place =
      fmt::format("line {}, column {}: {}", diagnostic.position.line, diagnostic.position.column, diagnostic.message);
  box.cut_top(ui.canvas.paragraph(box, place, Style::small, ui.theme.text));
  // Enough before the place to see where it is, and what fits behind it.
  constexpr std::size_t kBefore = 40;
  const std::size_t from = diagnostic.caret_column > kBefore ? diagnostic.caret_column - kBefore : 1;
  std::string shown;
  std::size_t column = 0;
  for (const char byte : diagnostic.source_line) {
    if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) ++column;
    if (column >= from) shown += byte == '\t' ? ' ' : byte;
  }
  const Rect source = box.cut_top(line);
  ui.canvas.scrolled_text(source, 0, shown, Style::mono, ui.theme.text);
  const float letter = ui.canvas.text_width("m", Style::mono);
  const float x = source.left + static_cast<float>(diagnostic.caret_column - from) * letter;
  ui.canvas.text({x, source.bottom - ui.px(2), x + letter + 2, source.bottom + ui.px(16)}, "^", Style::mono,
                 warning_color(ui.theme));
  box.cut_top(ui.px(18));
}

void draw_diagnostics(const Ui& ui, Rect box, const FileDialog& dialog) {
  ui.canvas.fill(box, ui.theme.ground, ui.px(4));
  ui.canvas.frame(box, warning_color(ui.theme), 1, ui.px(4));
  box = box.inset(ui.px(12), ui.px(8));
  for (std::size_t i = 0; i < std::min(dialog.diagnostics.size(), kShownDiagnostics); ++i) {
    if (box.height() < ui.px(90)) break;
    draw_diagnostic(ui, box, dialog.diagnostics[i]);
    box.cut_top(ui.px(6));
  }
  if (dialog.diagnostics.size() > kShownDiagnostics && box.height() >= ui.px(22)) {
    ui.canvas.text(box.cut_top(ui.px(22)), fmt::format("and {} more", dialog.diagnostics.size() - kShownDiagnostics),
                   Style::small, ui.theme.quiet_text);
  }
}

void draw_dialog_buttons(const Ui& ui, Rect row) {
  const ButtonLook accept{Face::primary, Icon::none, Caption::shown, Padding::roomy};
  button(ui, row.cut_right(button_width(ui, "dialog-accept"_act, accept)), "dialog-accept"_act, accept);
  row.cut_right(ui.px(10));
  button(ui, row.cut_right(button_width(ui, "dialog-cancel"_act, {})), "dialog-cancel"_act, {});
  row.cut_right(ui.px(16));
  const FileDialog& dialog = *ui.state.dialog;
  if (!dialog.asks_about.empty()) {
    ui.canvas.text(row, file_name(dialog.asks_about) + " exists already. Overwrite it?", Style::strong, ui.theme.text);
  } else {
    ui.canvas.text(row, "Enter accepts, Esc closes, up and down choose", Style::small, ui.theme.quiet_text);
  }
}

}  // namespace

void draw_file_dialog(const Ui& ui, Rect window) {
  const FileDialog& dialog = *ui.state.dialog;
  ui.canvas.fill(window, {0, 0, 0, 0.55F});
  const float width = std::min(ui.px(kDialogWidth), window.width() - ui.px(16));
  const float height = std::min(ui.px(kDialogHeight), window.height() - ui.px(16));
  const Point center = window.center();
  Rect box{std::round(center.x - width / 2), std::round(center.y - height / 2), std::round(center.x + width / 2),
           std::round(center.y + height / 2)};
  begin_panel(ui, Panel::dialog, box);
  ui.canvas.fill(box, ui.theme.bar, ui.px(8));
  ui.canvas.frame(box, ui.theme.line, 1, ui.px(8));
  box = box.inset(ui.px(kDialogPadding), ui.px(14));
  ui.canvas.text(box.cut_top(ui.px(28)), title_of(ui.state), Style::strong, ui.theme.text);
  ui.canvas.text(box.cut_top(ui.px(26)), dialog.folder, Style::small, ui.theme.quiet_text);
  draw_dialog_buttons(ui, box.cut_bottom(ui.px(kDialogButton)));
  box.cut_bottom(ui.px(12));
  const Rect field = box.cut_bottom(ui.px(kDialogField));
  draw_framed_field(ui, field, dialog.name, "", Typing::yes);
  box.cut_bottom(ui.px(10));
  if (!dialog.error.empty()) {
    const float end = draw_refusal(ui, box.left, box.top, box.right, dialog.error);
    box.top = end + ui.px(8);
  }
  if (!dialog.diagnostics.empty()) {
    draw_diagnostics(ui, box, dialog);
  } else {
    draw_entries(ui, box, dialog);
  }
}

}  // namespace interleave::gui

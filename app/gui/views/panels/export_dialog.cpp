#include "app/gui/views/panels/export_dialog.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "app/gui/model/state/exportable.h"
#include "app/gui/views/widgets/panel.h"
#include "app/gui/views/widgets/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kExportWidth = 680;
constexpr float kExportPadding = 20;
constexpr float kExportTop = 14;
constexpr float kExportTitle = 28;
constexpr float kExportRun = 32;
constexpr float kExportRow = 34;
constexpr float kExportSegments = 24;
constexpr float kExportFooter = 44;
constexpr float kExportButton = 32;

float widest_label(const Ui& ui) {
  float widest = 0;
  for (std::size_t i = 0; i < kExportKindCount; ++i) {
    widest = std::max(widest, ui.canvas.text_width(text_of(export_kind_at(i)).label, Style::body));
  }
  return widest + 1;
}

std::string use_of(const Ui& ui, ExportKind kind, Rect window) {
  const std::string_view reason = why_not_exported(ui.state, kind);
  if (!reason.empty()) return std::string(reason);
  std::string use(text_of(kind).use);
  if (is_program(kind)) return fmt::format("{}, {}", title(ui.state.settings.mode), use);
  if (kind != ExportKind::window) return use;
  const auto times = static_cast<float>(ui.state.exporting.times);
  return fmt::format("{}, {:.0f} × {:.0f} pixels", use, window.width() * times, window.height() * times);
}

// How many pixels a picture has; returns the box it takes.
Rect draw_times(const Ui& ui, Rect& row) {
  Rect place = row.cut_right(segments_width(ui, picture_acts(), Padding::snug));
  place.top = std::round(place.center().y - ui.px(kExportSegments) / 2);
  place.bottom = place.top + ui.px(kExportSegments);
  segments(ui, place, picture_acts(), Padding::snug);
  return place;
}

void draw_kind(const Ui& ui, Rect row, ExportKind kind, float label_width, Rect window) {
  const Rect whole = row;
  const bool picked = ui.state.exporting.kind == kind;
  const bool possible = why_not_exported(ui.state, kind).empty();
  if (picked || ui.pointer.over(row)) ui.canvas.fill(row, picked ? ui.theme.accent : ui.theme.hover, ui.px(4));
  row = row.inset(ui.px(10), 0);
  const Rect times = kind == ExportKind::window ? draw_times(ui, row) : Rect{};
  const Color ink = picked ? ui.theme.on_accent : ui.theme.text;
  ui.canvas.text(row.cut_left(label_width), text_of(kind).label, Style::body,
                 picked || possible ? ink : ui.theme.quiet_text);
  row.cut_left(ui.px(20));
  ui.canvas.text(row, use_of(ui, kind, window), Style::small, ink);
  if (!ui.pointer.clicked(whole) || ui.pointer.over(times)) return;
  // A second click goes on.
  picked ? ui.wish(command::AcceptExport{}) : ui.wish(command::PickExport{kind});
}

void draw_footer(const Ui& ui, Rect row) {
  row = row.cut_bottom(ui.px(kExportButton));
  const ButtonLook accept{Face::primary, Icon::none, Caption::shown, Padding::roomy};
  button(ui, row.cut_right(button_width(ui, "export-accept"_act, accept)), "export-accept"_act, accept);
  row.cut_right(ui.px(10));
  button(ui, row.cut_right(button_width(ui, "export-cancel"_act, {})), "export-cancel"_act, {});
  row.cut_right(ui.px(16));
  ui.canvas.text(row, "Enter goes on, Esc closes, arrows choose", Style::small, ui.theme.quiet_text);
}

}  // namespace

void draw_export_dialog(const Ui& ui, Rect window) {
  ui.canvas.fill(window, {0, 0, 0, 0.55F});
  constexpr auto kRows = static_cast<float>(kExportKindCount);
  const float around = ui.px(kExportTitle) + ui.px(kExportRun) + ui.px(kExportFooter) + 2 * ui.px(kExportTop);
  const float width = std::min(ui.px(kExportWidth), window.width() - ui.px(16));
  // Rows move together where the window is low.
  const float row = std::min(ui.px(kExportRow), std::floor((window.height() - ui.px(16) - around) / kRows));
  const float left = std::round(window.center().x - width / 2);
  const float top = std::round(window.center().y - (around + row * kRows) / 2);
  Rect box{left, top, left + width, top + around + row * kRows};
  begin_panel(ui, Panel::dialog, box);
  ui.canvas.fill(box, ui.theme.bar, ui.px(8));
  ui.canvas.frame(box, ui.theme.line, 1, ui.px(8));
  box = box.inset(ui.px(kExportPadding), ui.px(kExportTop));
  ui.canvas.text(box.cut_top(ui.px(kExportTitle)), "Export what is in sight", Style::strong, ui.theme.text);
  Rect run = box.cut_top(ui.px(kExportRun));
  run.bottom -= ui.px(8);
  ui.canvas.text(run, exported_run(ui.state), Style::small, ui.theme.text);
  const Rect footer = box.cut_bottom(ui.px(kExportFooter));
  const float labels = widest_label(ui);
  for (std::size_t i = 0; i < kExportKindCount; ++i) {
    draw_kind(ui, box.cut_top(row), export_kind_at(i), labels, window);
  }
  draw_footer(ui, footer);
}

}  // namespace interleave::gui

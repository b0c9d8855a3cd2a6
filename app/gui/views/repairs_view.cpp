#include "app/gui/views/repairs_view.h"

#include <algorithm>
#include <fmt/format.h>
#include <string>

#include "app/gui/views/icons.h"
#include "core/explore/repair_wording.h"

namespace interleave::gui {

namespace {

constexpr float kRepairRow = 24;
constexpr float kRepairMark = 14;
constexpr float kBetweenRepairColumns = 14;
constexpr std::size_t kMostRepairRows = 8;

struct RepairColumns {
  float verdict = 0;
  float takes = 0;
};

void draw_repair(const Ui& ui, Rect row, const Repairs& repairs, std::size_t position, RepairColumns columns) {
  const Repair& repair = repairs.tried[position];
  const Rect whole = row;
  const bool hovered = ui.pointer.over(whole) && ui.memory.grab == Grab::none;
  if (hovered) ui.canvas.fill(whole, ui.theme.hover, ui.px(3));
  const Rect mark = row.cut_left(ui.px(kRepairMark + 8));
  const bool cured = repair.verdict.is_cured();
  const Rect sign = mark.inset(0, (mark.height() - ui.px(kRepairMark)) / 2);
  draw_end_mark(ui.canvas, cured ? TaskEnd::finished : TaskEnd::failed,
                {sign.left, sign.top, sign.left + ui.px(kRepairMark), sign.bottom}, ui.theme.text);
  const Style style = cured ? Style::strong : Style::body;
  ui.canvas.text(row.cut_left(columns.verdict + 1), verdict_text(repair.verdict), style, ui.theme.text);
  row.cut_left(ui.px(kBetweenRepairColumns));
  ui.canvas.text(row.cut_left(columns.takes + 1), makespan_text(repair.verdict, repairs.before), Style::body,
                 ui.theme.quiet_text);
  row.cut_left(ui.px(kBetweenRepairColumns));
  const std::string change = change_text(repair.change, ui.state.scenario());
  ui.canvas.text(row, change, style, ui.theme.text);
  if (!hovered) return;
  ui.tooltip = Tooltip{change, {"Click to change the scenario so.  Ctrl+Z takes that back."}};
  if (ui.pointer.clicked(whole)) ui.wish(command::ApplyRepair{position});
}

}  // namespace

float repairs_height(const Ui& ui) {
  const Repairs* const repairs = ui.state.repairing.known.get();
  const std::size_t rows = repairs == nullptr ? 1 : std::min(repairs->tried.size(), kMostRepairRows) + 1;
  return static_cast<float>(rows + 1) * ui.px(kRepairRow);
}

void draw_repairs(const Ui& ui, Rect box) {
  const Repairs* const repairs = ui.state.repairing.known.get();
  const Rect title = box.cut_top(ui.px(kRepairRow));
  if (repairs == nullptr) {
    ui.canvas.text(title, "Trying where a lock would help…", Style::body, ui.theme.quiet_text);
    return;
  }
  const std::string heading = repairs_heading(*repairs);
  ui.canvas.text(title, heading.empty() ? "Nothing goes wrong here: there is nothing to repair." : heading,
                 Style::strong, ui.theme.text);
  const std::size_t shown = std::min(repairs->tried.size(), kMostRepairRows);
  RepairColumns columns;
  for (std::size_t i = 0; i < shown; ++i) {
    const Verdict& verdict = repairs->tried[i].verdict;
    columns.verdict = std::max(columns.verdict, ui.canvas.text_width(verdict_text(verdict), Style::strong));
    columns.takes = std::max(columns.takes, ui.canvas.text_width(makespan_text(verdict, repairs->before), Style::body));
  }
  if (columns.verdict + columns.takes > box.width() * 0.55F) columns.takes = 0;
  for (std::size_t i = 0; i < shown && box.height() >= ui.px(kRepairRow); ++i) {
    draw_repair(ui, box.cut_top(ui.px(kRepairRow)), *repairs, i, columns);
  }
}

}  // namespace interleave::gui

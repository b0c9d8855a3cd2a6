#include "app/gui/views/explore/repairs_view.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

#include "app/gui/model/picture/time_text.h"
#include "app/gui/views/drawing/icons.h"
#include "app/gui/views/widgets/widgets.h"
#include "core/explore/repair_wording.h"
#include "core/record/names.h"

namespace interleave::gui {

namespace {

constexpr float kRepairRow = 24;
constexpr float kRepairMark = 14;
constexpr float kBetweenRepairColumns = 14;
constexpr std::size_t kMostRepairRows = 8;  // of which the panel makes room for all, where it can
constexpr float kRepairScrollBar = 8;

constexpr std::array<std::string_view, 4> kRepairHeadings = {"go wrong", "chance", "takes",
                                                             "the change: a click makes it"};

// What stands in the columns of a repair, the change last.
using RepairTexts = std::array<std::string, 4>;

RepairTexts texts_of(const Ui& ui, const Repair& repair) {
  const Verdict& verdict = repair.verdict;
  const bool finishes = verdict.outcome == Outcome::finished;
  return {gone_wrong_text(verdict), wrong_chance_text(verdict),
          finishes ? time_text(verdict.makespan) : std::string(name(verdict.outcome)),
          change_text(repair.change, ui.state.scenario())};
}

class RepairTable {
 public:
  RepairTable(const Ui& ui, const Repairs& repairs) : ui_(ui), repairs_(repairs) {
    for (const Repair& repair : repairs.tried) rows_.push_back(texts_of(ui, repair));
    for (std::size_t column = 0; column < widths_.size(); ++column) {
      widths_[column] = ui.canvas.text_width(kRepairHeadings[column], Style::small);
      for (const RepairTexts& row : rows_) {
        widths_[column] = std::max(widths_[column], ui.canvas.text_width(row[column], Style::strong));
      }
    }
  }

  void draw(Rect box) const {
    if (rows_.empty()) return;
    draw_headings(box.cut_top(ui_.px(kRepairRow)));
    const float height = ui_.px(kRepairRow) * static_cast<float>(rows_.size());
    float& scrolled = ui_.memory.repairs_scroll;
    if (ui_.pointer.over(box)) scrolled -= ui_.pointer.wheel * ui_.px(2 * kRepairRow);
    scrolled = std::clamp(scrolled, 0.0F, std::max(0.0F, height - box.height()));
    const Rect track{box.right - ui_.px(kRepairScrollBar), box.top, box.right, box.bottom};
    scrolled = scroll_bar(ui_, track, {height, box.height(), scrolled, Grab::repairs_scroll});
    if (height > box.height()) box.right = track.left;
    ui_.canvas.clip(box);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const float top = box.top - scrolled + ui_.px(kRepairRow) * static_cast<float>(i);
      draw_row({box.left, top, box.right, top + ui_.px(kRepairRow)}, box, i);
    }
    ui_.canvas.end_clip();
  }

 private:
  void draw_headings(Rect row) const {
    row.cut_left(ui_.px(kRepairMark + 8));
    for (std::size_t column = 0; column < widths_.size(); ++column) {
      const bool is_last = column + 1 == widths_.size();
      const Rect cell = is_last ? row : row.cut_left(widths_[column] + 1);
      ui_.canvas.text(cell, kRepairHeadings[column], Style::small, ui_.theme.quiet_text,
                      is_last ? Align::left : Align::right);
      row.cut_left(ui_.px(kBetweenRepairColumns));
    }
  }

  // As far as it is within the box.
  void draw_row(Rect row, Rect box, std::size_t position) const {
    if (row.bottom <= box.top || row.top >= box.bottom) return;
    const Rect whole{row.left, std::max(row.top, box.top), row.right, std::min(row.bottom, box.bottom)};
    const bool hovered = ui_.pointer.over(whole) && ui_.memory.grab == Grab::none;
    if (hovered) ui_.canvas.fill(whole, ui_.theme.hover, ui_.px(3));
    const bool cured = repairs_.tried[position].verdict.is_cured();
    const Rect mark = row.cut_left(ui_.px(kRepairMark + 8)).inset(0, ui_.px((kRepairRow - kRepairMark) / 2));
    draw_end_mark(ui_.canvas, cured ? TaskEnd::finished : TaskEnd::failed,
                  {mark.left, mark.top, mark.left + ui_.px(kRepairMark), mark.bottom}, ui_.theme.text);
    const Style style = cured ? Style::strong : Style::body;
    const RepairTexts& texts = rows_[position];
    for (std::size_t column = 0; column + 1 < texts.size(); ++column) {
      ui_.canvas.text(row.cut_left(widths_[column] + 1), texts[column], style, ui_.theme.text, Align::right);
      row.cut_left(ui_.px(kBetweenRepairColumns));
    }
    ui_.canvas.text(row, texts.back(), style, ui_.theme.text);
    if (!hovered) return;
    ui_.tooltip = Tooltip{texts.back(),
                          {verdict_text(repairs_.tried[position].verdict) + ".",
                           "The run: " + makespan_text(repairs_.tried[position].verdict, repairs_.before) + ".",
                           "Click to change the scenario so.  Ctrl+Z takes that back."}};
    if (ui_.pointer.clicked(whole)) ui_.wish(command::ApplyRepair{position});
  }

  const Ui& ui_;
  const Repairs& repairs_;
  std::vector<RepairTexts> rows_;
  std::array<float, 4> widths_{};
};

}  // namespace

float repairs_height(const Ui& ui) {
  const Repairs* const repairs = ui.state.repairing.known.get();
  const std::size_t rows = repairs == nullptr ? 1 : std::min(repairs->tried.size(), kMostRepairRows) + 1;
  return static_cast<float>(rows + 2) * ui.px(kRepairRow);
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
  RepairTable(ui, *repairs).draw(box);
}

}  // namespace interleave::gui

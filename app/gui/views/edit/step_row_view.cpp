#include "app/gui/views/edit/step_row_view.h"

#include <algorithm>

#include "app/gui/model/edit/step_edits.h"
#include "app/gui/model/edit/step_help.h"
#include "app/gui/views/drawing/share_widths.h"
#include "app/gui/views/edit/step_drag.h"
#include "app/gui/views/edit/step_measures.h"
#include "app/gui/views/widgets/cell_view.h"

namespace interleave::gui {

namespace {

constexpr float kLeastStepCell = 26;
constexpr std::string_view kNothing = "nothing yet";

bool is_marked(const Ui& ui, const StepRow& row) {
  const auto& selected = ui.state.panel.selected;
  return selected && std::any_of(row.cells.begin(), row.cells.end(),
                                 [&](const StepField& field) { return field.cell == *selected; });
}

bool is_verb(const Cell& cell) { return cell.kind == CellKind::step && cell.parameter == kVerbKey; }
Style style_of(const Cell& cell) { return is_verb(cell) ? Style::strong : Style::body; }

// What of the row is to be seen: what the file leaves out only while the row is selected.
std::vector<StepField> fields_of(const StepRow& row, bool marked) {
  std::vector<StepField> fields;
  for (const StepField& field : row.cells) {
    if (marked || !field.left_out) fields.push_back(field);
  }
  return fields;
}

void draw_guides(const Ui& ui, Rect box, std::size_t depth) {
  for (std::size_t i = 0; i < std::min(depth, kDeepestIndent); ++i) {
    const float x = box.left + step_indent(ui, i) + ui.px(kCellPadding);
    ui.canvas.fill({x, box.top, x + 1, box.bottom}, ui.theme.line);
  }
}

std::string meaning_of(const Cell& cell) {
  switch (cell.kind) {
    case CellKind::function_name:
      return "what the steps are called, in the program and where tasks run them";
    case CellKind::parameters:
      return "names for what each task gives to the steps, with commas between: they are columns of the table";
    case CellKind::shared_name:
      return "its name, as steps say it";
    case CellKind::shared_number:
      return cell.object == ObjectKind::variable    ? "what it says when the run begins"
             : cell.object == ObjectKind::semaphore ? "how many tasks can hold it at once"
                                                    : "how many numbers it has room for; 0: as many as come";
    default:
      return "";
  }
}

void explain_step(const Ui& ui, const StepRow& row, const StepField* field) {
  if (ui.memory.grab != Grab::none || ui.state.panel.editing) return;
  Tooltip tooltip;
  const Cell& first = row.cells.front().cell;
  if (const Step* const step =
          first.kind == CellKind::step ? step_at(steps_of(ui.state.scenario(), first.task), first.path) : nullptr) {
    tooltip.title = name(step->verb());
    tooltip.lines.emplace_back(help_of(step->verb()).meaning);
    if (field != nullptr && !is_verb(field->cell)) {
      const std::string& key = field->cell.parameter;
      const std::string label = field->label.empty() ? "Here" : field->label;
      tooltip.lines.push_back(label + ": " + std::string(meaning_of_part(step->verb(), key)));
    }
    tooltip.lines.emplace_back("Double-click to change it, drag its first word to move it");
  } else if (field != nullptr && !meaning_of(field->cell).empty()) {
    tooltip.title = row.word;
    tooltip.lines = {meaning_of(field->cell), "Double-click to change it"};
  } else if (first.kind == CellKind::place) {
    tooltip.title = row.word.empty() ? std::string(kNothing) : row.word;
    tooltip.lines.emplace_back("Select it and press + or Insert to add a step here");
  }
  if (!tooltip.title.empty()) ui.tooltip = tooltip;
}

class RowView {
 public:
  RowView(const Ui& ui, Rect box, Rect list, const StepRow& row)
      : ui_(ui), box_(box), list_(list), row_(row), marked_(is_marked(ui, row)), fields_(fields_of(row, marked_)) {}

  void draw() {
    const bool dragged = is_dragged(ui_, row_.cells.front().cell);
    if (marked_ || dragged) {
      ui_.canvas.fill(box_, mix(ui_.theme.ground, ui_.theme.raised, dragged ? 1.0F : 0.7F), ui_.px(3));
    }
    draw_guides(ui_, box_, row_.depth);
    rest_ = box_.inset(0, ui_.px(1));
    rest_.cut_left(step_indent(ui_, row_.depth));
    if (!row_.word.empty() && row_.kind != StepRowKind::body) draw_word();
    draw_fields();
    if (ui_.pointer.over(box_) && ui_.pointer.over(list_)) explain_step(ui_, row_, pointed_);
  }

 private:
  void draw_word() {
    const float width = ui_.canvas.text_width(row_.word, Style::small) + 2 * ui_.px(kCellPadding);
    ui_.canvas.text(rest_.cut_left(std::min(width, rest_.width())).inset(ui_.px(kCellPadding), 0), row_.word,
                    Style::small, ui_.theme.quiet_text);
  }

  float natural(const StepField& field) const {
    std::string_view text = field.text;
    if (row_.kind == StepRowKind::body) text = row_.word;
    if (row_.kind == StepRowKind::nothing) text = kNothing;
    const Style style = row_.kind == StepRowKind::body ? Style::strong : style_of(field.cell);
    return std::max(ui_.px(kLeastStepCell), ui_.canvas.text_width(text, style) + 2 * ui_.px(kCellPadding) + 1);
  }

  float label_width(const StepField& field) const {
    return field.label.empty() ? 0 : ui_.canvas.text_width(field.label, Style::small) + ui_.px(kCellPadding);
  }

  void draw_fields() {
    std::vector<float> widths;
    float room = rest_.width();
    for (const StepField& field : fields_) {
      room -= label_width(field);
      widths.push_back(natural(field));
    }
    share_widths(widths, std::max(room, 0.0F));
    const auto& editing = ui_.state.panel.editing;
    std::optional<std::pair<Rect, const StepField*>> typed;  // may need more room, and stands over its neighbours then
    for (std::size_t i = 0; i < fields_.size(); ++i) {
      const StepField& field = fields_[i];
      if (!field.label.empty()) {
        ui_.canvas.text(rest_.cut_left(label_width(field)), field.label, Style::small, ui_.theme.quiet_text);
      }
      const Rect cell = rest_.cut_left(widths[i]);
      if (ui_.pointer.over(cell)) pointed_ = &field;
      if (editing && editing->cell == field.cell) {
        typed.emplace(cell, &field);
      } else {
        draw_field(cell, field);
      }
    }
    if (typed) draw_cell(ui_, typed->first, box_.right, typed->second->cell, ui_.theme.text);
  }

  void draw_field(Rect cell, const StepField& field) {
    const bool in_row = row_.kind == StepRowKind::step && !is_verb(field.cell);
    if (in_row) ui_.canvas.fill(cell.inset(1, ui_.px(2)), mix(ui_.theme.ground, ui_.theme.raised, 0.5F), ui_.px(3));
    const Rect text = cell.inset(ui_.px(kCellPadding), 0);
    if (row_.kind == StepRowKind::body || row_.kind == StepRowKind::nothing) {
      draw_cell(ui_, cell, box_.right, field.cell, ui_.theme.text);
      const bool is_heading = row_.kind == StepRowKind::body;
      ui_.canvas.text(text, is_heading ? row_.word : kNothing, is_heading ? Style::strong : Style::body,
                      is_heading && row_.is_there ? ui_.theme.text : ui_.theme.quiet_text);
      return;
    }
    draw_cell(ui_, cell, box_.right, field.cell, ui_.theme.text, style_of(field.cell));
    if (field.text.empty()) ui_.canvas.text(text, "–", Style::body, ui_.theme.quiet_text);
    if (is_verb(field.cell)) begin_step_drag(ui_, cell, list_, field.cell);
  }

  const Ui& ui_;
  Rect box_;
  Rect list_;
  Rect rest_;
  const StepRow& row_;
  bool marked_;
  std::vector<StepField> fields_;
  const StepField* pointed_ = nullptr;
};

}  // namespace

void draw_step_row(const Ui& ui, Rect box, Rect list, const StepRow& row) { RowView(ui, box, list, row).draw(); }

}  // namespace interleave::gui

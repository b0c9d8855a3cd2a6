#include "app/gui/views/edit/step_drag.h"

#include <algorithm>
#include <cmath>

#include "app/gui/views/edit/step_measures.h"

namespace interleave::gui {

namespace {

constexpr float kStepDragBegins = 4;  // pixels, before a press is a drag

// A place that the step can go to, and the line between two rows that stands for it.
struct DropPlace {
  StepPath place;
  std::size_t depth = 0;
  std::size_t line = 0;  // above the row of that number
};

// Where the rows of a list end that has steps: above the first row that is not of its last step.
std::size_t end_of_list(const std::vector<StepRow>& rows, std::size_t last, std::size_t depth) {
  std::size_t line = last + 1;
  const auto is_within_it = [&](const StepRow& row) {
    return row.kind != StepRowKind::shared &&
           (row.depth > depth || (row.depth == depth && row.kind == StepRowKind::body));
  };
  while (line < rows.size() && is_within_it(rows[line])) ++line;
  return line;
}

std::vector<DropPlace> drop_places(const std::vector<Step>& steps, const std::vector<StepRow>& rows) {
  std::vector<DropPlace> places;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const Cell& cell = rows[row].cells.front().cell;
    const std::size_t depth = cell.path.around.size();
    if (cell.kind == CellKind::place) {
      const auto* const list = list_at(steps, cell.path);
      if (list == nullptr || list->empty()) places.push_back({cell.path, depth, row + 1});
    } else if (cell.kind == CellKind::step) {
      places.push_back({cell.path, depth, row});
      StepPath behind = cell.path;
      ++behind.position;
      const bool is_last = behind.position == list_at(steps, cell.path)->size();
      if (is_last) places.push_back({behind, depth, end_of_list(rows, row, depth)});
    }
  }
  return places;
}

// The line that is nearest to the pointer; of several places there, the one as far in as the pointer is.
const DropPlace* nearest(const Ui& ui, Rect list, float offset, const std::vector<DropPlace>& places) {
  const float row = step_row_height(ui);
  const float line = (ui.pointer.at.y - list.top + offset) / row;
  const auto away = [&](const DropPlace& place) { return std::abs(static_cast<float>(place.line) - line); };
  const DropPlace* best = nullptr;
  const auto is_better = [&](const DropPlace& place) {
    if (best == nullptr || away(place) != away(*best)) return best == nullptr || away(place) < away(*best);
    const auto fits = [&](const DropPlace& one) { return list.left + step_indent(ui, one.depth) <= ui.pointer.at.x; };
    if (fits(place) != fits(*best)) return fits(place);
    return fits(place) ? place.depth > best->depth : place.depth < best->depth;
  };
  for (const DropPlace& place : places) {
    if (is_within(place.place, ui.memory.step->path)) continue;
    if (is_better(place)) best = &place;
  }
  return best;
}

bool is_moving(const Ui& ui) {
  return ui.memory.grab == Grab::step && ui.memory.step &&
         std::abs(ui.pointer.at.y - ui.pointer.press_at.y) > ui.px(kStepDragBegins);
}

}  // namespace

void begin_step_drag(const Ui& ui, Rect box, Rect list, const Cell& verb) {
  if (!ui.pointer.pressed || !ui.pointer.over(box) || !ui.pointer.over(list) || ui.memory.grab != Grab::none) return;
  ui.memory.grab = Grab::step;
  ui.memory.step = verb;
}

bool is_dragged(const Ui& ui, const Cell& cell) { return is_moving(ui) && *ui.memory.step == cell; }

float scroll_of_drag(const Ui& ui, Rect list) {
  if (!is_moving(ui)) return 0;
  constexpr float kShare = 0.25F;  // of a row, each frame
  if (ui.pointer.at.y < list.top) return -kShare * step_row_height(ui);
  return ui.pointer.at.y > list.bottom ? kShare * step_row_height(ui) : 0;
}

void draw_step_drag(const Ui& ui, Rect list, float offset, const std::vector<StepRow>& rows) {
  if (ui.memory.grab != Grab::step || !ui.memory.step) return;
  const Cell& step = *ui.memory.step;
  if (!is_moving(ui)) {
    // What a double click has opened stays open.
    if (ui.pointer.released && !ui.state.panel.editing) ui.wish(command::SelectCell{step});
    return;
  }
  const auto places = drop_places(steps_of(ui.state.scenario(), step.task), rows);
  const DropPlace* const place = nearest(ui, list, offset, places);
  if (place == nullptr) return;
  const float y = std::round(list.top + static_cast<float>(place->line) * step_row_height(ui) - offset);
  const float thick = std::max(2.0F, ui.px(2));
  const float left = list.left + step_indent(ui, place->depth);
  ui.canvas.fill({left, y - thick / 2, list.right, y + thick / 2}, ui.theme.accent);
  ui.canvas.circle({left + thick, y}, 2 * thick, ui.theme.accent);
  if (ui.pointer.released) ui.wish(command::MoveStep{task_id(step.task), step.path, place->place});
}

}  // namespace interleave::gui

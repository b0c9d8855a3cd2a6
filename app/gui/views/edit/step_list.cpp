#include "app/gui/views/edit/step_list.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

#include "app/gui/model/state/shown_steps.h"
#include "app/gui/views/edit/step_drag.h"
#include "app/gui/views/edit/step_measures.h"
#include "app/gui/views/edit/step_row_view.h"
#include "app/gui/views/widgets/panel.h"
#include "app/gui/views/widgets/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kStepsHeader = 36;
constexpr float kStepsFooter = 36;
constexpr float kStepsButton = 28;
constexpr float kStepsIconButton = 30;
constexpr float kStepsGap = 6;
constexpr float kStepScrollBar = 8;
constexpr float kLeastRows = 3;
constexpr std::array kSharedActs = {"add-variable"_act, "add-semaphore"_act, "add-queue"_act};

bool shows_steps(const Ui& ui) { return ui.state.panel.steps == StepList::shown; }

// Made anew when something else is to be seen.
const std::vector<StepRow>& rows_on_screen(const Ui& ui) {
  StepMemory& memory = ui.memory.steps;
  const auto& scenario = ui.state.scenarios[ui.state.chosen].scenario;
  const auto open = open_place(ui.state);
  const std::size_t task = shown_task(ui.state);
  if (memory.scenario != scenario || memory.task != task || memory.open != open) {
    memory = {scenario, task, open, step_rows(*scenario, task, open), memory.shown};
  }
  return memory.rows;
}

Rect button_row(const Ui& ui, Rect box) {
  const float top = std::round(box.center().y - ui.px(kStepsButton) / 2);
  return {box.left, top, box.right, top + ui.px(kStepsButton)};
}

void icon_of_step(const Ui& ui, Rect& rest, ActId act, Icon icon) {
  button(ui, rest.cut_right(ui.px(kStepsIconButton)), act, {Face::plain, icon, Caption::hidden, Padding::snug});
  rest.cut_right(ui.px(4));
}

// What can be done with the selected step appears when one is selected.
void draw_steps_header(const Ui& ui, Rect box) {
  ui.canvas.fill({box.left, box.top, box.right, box.top + 1}, ui.theme.line);
  Rect row = button_row(ui, box);
  if (shows_steps(ui) && selected_in_steps(ui.state) != nullptr) {
    icon_of_step(ui, row, "remove-step"_act, Icon::remove);
    icon_of_step(ui, row, "step-down"_act, Icon::arrow_down);
    icon_of_step(ui, row, "step-up"_act, Icon::arrow_up);
  }
  const ButtonLook fold{Face::plain, Icon::down, Caption::shown, Padding::snug};
  button(ui, row.cut_left(std::min(button_width(ui, "steps"_act, fold), row.width())), "steps"_act, fold);
}

// Where an edit changes what other tasks do too, it is said, with a way out.
float callers_height(const Ui& ui) {
  return callers_of(ui.state.scenario(), shown_task(ui.state)) > 1 ? ui.px(kStepsFooter) : 0;
}

void draw_callers(const Ui& ui, Rect box) {
  if (box.empty()) return;
  Rect row = button_row(ui, box);
  const ButtonLook look{Face::plain, Icon::none, Caption::shown, Padding::snug};
  button(ui, row.cut_right(button_width(ui, "split-function"_act, look)), "split-function"_act, look);
  row.cut_right(ui.px(8));
  const std::size_t callers = callers_of(ui.state.scenario(), shown_task(ui.state));
  for (const std::string& text :
       {fmt::format("{} tasks call these steps.", callers), fmt::format("{} tasks", callers)}) {
    if (ui.canvas.text_width(text, Style::small) > row.width()) continue;
    ui.canvas.text(row, text, Style::small, ui.theme.quiet_text);
    return;
  }
}

const ButtonLook kAddLook{Face::plain, Icon::plus, Caption::shown, Padding::snug};

float shared_acts_width(const Ui& ui) {
  float width = 2 * ui.px(kStepsGap);
  for (const ActId id : kSharedActs) width += button_width(ui, id, kAddLook);
  return width;
}

// What can be added: in one row where there is room for all of it.
float adding_height(const Ui& ui, float width) {
  const float step = button_width(ui, "add-step"_act, kAddLook) + 2 * ui.px(kStepsGap);
  return ui.px(kStepsFooter) * (step + shared_acts_width(ui) <= width ? 1 : 2);
}

void draw_adding(const Ui& ui, Rect box) {
  const bool one_row = box.height() <= ui.px(kStepsFooter) + 1;
  Rect row = button_row(ui, box.cut_top(ui.px(kStepsFooter)));
  button(ui, row.cut_left(button_width(ui, "add-step"_act, kAddLook)), "add-step"_act, kAddLook);
  row = one_row ? row.cut_right(shared_acts_width(ui)) : button_row(ui, box);
  for (const ActId id : kSharedActs) {
    const float width = std::min(button_width(ui, id, kAddLook), row.width());
    if (width < ui.px(kStepsIconButton)) return;
    button(ui, row.cut_left(width), id, kAddLook);
    row.cut_left(ui.px(kStepsGap));
  }
}

// The selected row, or the one that is typed into, comes into sight when it is another one than before.
float bring_into_sight(const Ui& ui, const std::vector<StepRow>& rows, float offset, float view) {
  const auto& editing = ui.state.panel.editing;
  const auto& cell = editing ? std::optional(editing->cell) : ui.state.panel.selected;
  if (cell == ui.memory.steps.shown) return offset;
  ui.memory.steps.shown = cell;
  const auto row = cell ? row_of(rows, *cell) : std::nullopt;
  if (!row) return offset;
  const float top = static_cast<float>(*row) * step_row_height(ui);
  return std::clamp(offset, std::max(0.0F, top + step_row_height(ui) - view), top);
}

float scrolled_steps(const Ui& ui, Rect& list, const std::vector<StepRow>& rows) {
  const float content = static_cast<float>(rows.size()) * step_row_height(ui);
  float offset = bring_into_sight(ui, rows, ui.state.panel.step_scroll, list.height());
  if (ui.pointer.over(list)) offset -= ui.pointer.wheel * step_row_height(ui);
  offset += scroll_of_drag(ui, list);
  const float most = std::max(0.0F, content - list.height());
  offset = std::round(std::clamp(offset, 0.0F, most));
  if (most > 0) {
    const Rect track = list.cut_right(ui.px(kStepScrollBar));
    offset = scroll_bar(ui, track, {content, list.height(), offset, Grab::step_scroll});
  }
  if (offset != ui.state.panel.step_scroll) ui.wish(command::ScrollSteps{offset});
  return offset;
}

void draw_rows(const Ui& ui, Rect list, const std::vector<StepRow>& rows) {
  offer(ui, "step-list"_act, list);
  const float offset = scrolled_steps(ui, list, rows);
  ui.canvas.clip(list);
  const float height = step_row_height(ui);
  for (auto i = static_cast<std::size_t>(offset / height); i < rows.size(); ++i) {
    const float top = std::round(list.top + static_cast<float>(i) * height - offset);
    if (top >= list.bottom) break;
    const bool begins_shared = rows[i].kind == StepRowKind::shared && rows[i - 1].kind != StepRowKind::shared;
    if (begins_shared) ui.canvas.fill({list.left, top, list.right, top + 1}, ui.theme.line);
    draw_step_row(ui, {list.left, top, list.right, top + height}, list, rows[i]);
  }
  draw_step_drag(ui, list, offset, rows);
  ui.canvas.end_clip();
}

}  // namespace

float step_list_header(const Ui& ui) { return ui.px(kStepsHeader); }

float step_list_height(const Ui& ui, float width) {
  if (!shows_steps(ui)) return step_list_header(ui);
  const float rows = static_cast<float>(rows_on_screen(ui).size()) * step_row_height(ui);
  return step_list_header(ui) + callers_height(ui) + rows + adding_height(ui, width);
}

void draw_step_list(const Ui& ui, Rect box) {
  draw_steps_header(ui, box.cut_top(step_list_header(ui)));
  if (!shows_steps(ui)) return;
  const auto& rows = rows_on_screen(ui);
  const float least = kLeastRows * step_row_height(ui);
  if (box.height() >= least + callers_height(ui)) draw_callers(ui, box.cut_top(callers_height(ui)));
  const float adding = adding_height(ui, box.width());
  if (box.height() >= least + adding) {
    const float content = static_cast<float>(rows.size()) * step_row_height(ui);
    Rect below = box;
    box = below.cut_top(std::min(content, box.height() - adding));
    draw_adding(ui, below.cut_top(adding));
  }
  if (!box.empty()) draw_rows(ui, box, rows);
}

}  // namespace interleave::gui

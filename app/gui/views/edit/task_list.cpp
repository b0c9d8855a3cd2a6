#include "app/gui/views/edit/task_list.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

#include "app/gui/model/state/no_program.h"
#include "app/gui/views/edit/file_text.h"
#include "app/gui/views/edit/settings_form.h"
#include "app/gui/views/edit/step_list.h"
#include "app/gui/views/edit/task_table.h"
#include "app/gui/views/widgets/cell_view.h"
#include "app/gui/views/widgets/empty_panel.h"
#include "app/gui/views/widgets/offer_list.h"
#include "app/gui/views/widgets/panel.h"
#include "app/gui/views/widgets/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kTaskListMargin = 16;
constexpr float kTaskListHeader = 44;
constexpr float kTaskListFooter = 40;
constexpr float kLeastTable = 48;        // its titles and most of a row
constexpr float kTableAboveSteps = 120;  // its titles and three rows
constexpr float kTaskListButton = 28;
constexpr float kIconButton = 30;
constexpr float kTaskListGap = 8;
constexpr std::size_t kSummaryLines = 10;
constexpr std::array kTabs = {"tab-tasks"_act, "tab-settings"_act, "tab-file"_act};

Rect middle_of(const Ui& ui, Rect box) {
  const float top = std::round(box.center().y - ui.px(kTaskListButton) / 2);
  return {box.left, top, box.right, top + ui.px(kTaskListButton)};
}

void icon_button(const Ui& ui, Rect& rest, ActId act, Icon icon) {
  button(ui, rest.cut_right(ui.px(kIconButton)), act, {Face::plain, icon, Caption::hidden, Padding::snug});
  rest.cut_right(ui.px(4));
}

void draw_header(const Ui& ui, Rect box) {
  Rect row = middle_of(ui, box);
  segments(ui, row.cut_left(segments_width(ui, kTabs, Padding::roomy)), kTabs, Padding::roomy);
  // Both or none, so that neither moves.
  if (!act("undo"_act).enabled(ui.state) && !act("redo"_act).enabled(ui.state)) return;
  icon_button(ui, row, "redo"_act, Icon::redo);
  icon_button(ui, row, "undo"_act, Icon::undo);
}

// What can be done with the selected task appears when one is selected.
void draw_footer(const Ui& ui, Rect box) {
  Rect row = middle_of(ui, box);
  const ButtonLook add{Face::plain, Icon::plus, Caption::shown, Padding::snug};
  button(ui, row.cut_left(button_width(ui, "add-task"_act, add)), "add-task"_act, add);
  icon_button(ui, row, "after-column"_act, Icon::clock);
  if (!act("duplicate-task"_act).enabled(ui.state)) return;
  icon_button(ui, row, "delete-task"_act, Icon::remove);
  icon_button(ui, row, "task-down"_act, Icon::arrow_down);
  icon_button(ui, row, "task-up"_act, Icon::arrow_up);
  icon_button(ui, row, "duplicate-task"_act, Icon::copy);
}

// What the scenario is about, in what the table leaves.
void draw_summary(const Ui& ui, Rect box) {
  const Scenario& scenario = ui.state.scenario();
  const float line = std::round(ui.canvas.text_height(Style::body) * 1.35F);
  if (box.height() < 3 * line) return;
  ui.canvas.fill({box.left, box.top, box.right, box.top + 1}, ui.theme.line);
  box = box.inset(0, ui.px(10));
  box.bottom = std::min(box.bottom, box.top + line * static_cast<float>(kSummaryLines));
  box.cut_top(ui.canvas.paragraph(box, scenario.title, Style::strong, ui.theme.text));
  ui.canvas.paragraph(box, scenario.summary, Style::body, ui.theme.quiet_text);
}

// What is wrong with the text, wherever in it that is.
std::string trouble_of(const TaskPanel& panel) {
  if (!panel.file || panel.file->errors.empty()) return panel.refusal;
  const Diagnostics& errors = panel.file->errors;
  std::string text = fmt::format("Line {}: {}", errors.front().position.line, errors.front().message);
  if (errors.size() > 1) text += fmt::format(" (and {} more)", errors.size() - 1);
  return panel.refusal.empty() ? text : text + "  " + panel.refusal;
}

// The text takes all there is but for what is wrong with it.
void draw_file_tab(const Ui& ui, Rect box) {
  box.bottom -= ui.px(kTaskListGap);
  if (const std::string trouble = trouble_of(ui.state.panel); !trouble.empty()) {
    box.top = draw_refusal(ui, box.left, box.top, box.right, trouble) + ui.px(kTaskListGap);
  }
  draw_file_text(ui, box);
}

float content_height(const Ui& ui, float width) {
  if (ui.state.panel.tab == PanelTab::settings) return settings_form_height(ui, width);
  return task_table_height(ui) + ui.px(kTaskListFooter) + step_list_height(ui, width);
}

bool shows_steps_below(const Ui& ui) {
  return ui.state.panel.tab == PanelTab::tasks && ui.state.panel.steps == StepList::shown;
}

// The table, what can be done with it, and the steps of the selected task. In a panel that is low, the steps go first,
// then what can be done; where both are long, the table has a few rows at least, and the steps the rest.
void draw_tasks_tab(const Ui& ui, Rect content) {
  const float footer = ui.px(kTaskListFooter);
  const bool room = content.height() >= footer + ui.px(kLeastTable);
  if (room && content.height() >= footer + ui.px(kLeastTable) + step_list_header(ui)) {
    const float least = std::min(task_table_height(ui), ui.px(shows_steps_below(ui) ? kTableAboveSteps : kLeastTable));
    const float most = std::max(content.height() - footer - step_list_header(ui), 0.0F);
    const float table = std::clamp(content.height() - footer - step_list_height(ui, content.width()),
                                   std::min(least, most), std::min(task_table_height(ui), most));
    Rect steps = content;
    steps.cut_top(table + footer);
    content.bottom = steps.top;
    draw_step_list(ui, steps);
  }
  if (room) draw_footer(ui, content.cut_bottom(footer));
  draw_task_table(ui, content);
}

}  // namespace

float task_list_height(const Ui& ui, float width, Summary summary) {
  if (!ui.state.has_program()) return empty_panel_height(ui, width, kNoTasks);
  width -= 2 * ui.px(kTaskListMargin);
  const float content = ui.px(kTaskListHeader) + content_height(ui, width) + ui.px(kTaskListGap);
  if (summary == Summary::left_out || ui.state.panel.tab != PanelTab::tasks || shows_steps_below(ui)) return content;
  const Scenario& scenario = ui.state.scenario();
  const float line = std::round(ui.canvas.text_height(Style::body) * 1.35F);
  const float text = ui.canvas.paragraph_height(width, scenario.title, Style::strong) +
                     ui.canvas.paragraph_height(width, scenario.summary, Style::body);
  return content + ui.px(20) + std::min(text, line * static_cast<float>(kSummaryLines));
}

void draw_task_list(const Ui& ui, Rect box) {
  if (!ui.state.has_program()) return draw_empty_panel(ui, box, Panel::tasks, "TASKS", kNoTasks);
  ui.canvas.drawn().panels.push_back(box);
  begin_panel(ui, Panel::tasks, box);
  box = box.inset(ui.px(kTaskListMargin), 0);
  draw_header(ui, box.cut_top(ui.px(kTaskListHeader)));
  if (ui.state.panel.tab == PanelTab::file) return draw_file_tab(ui, box);
  // What names are offered over feels no pointer that is over those.
  const Pointer absent;
  const Ui below{ui.state,  ui.theme,   ui.canvas, over_offers(ui) ? absent : ui.pointer,
                 ui.memory, ui.tooltip, ui.wishes};
  const Rect whole = box;
  Rect content = box.cut_top(std::min(content_height(ui, box.width()), box.height() - ui.px(kTaskListGap)));
  if (ui.state.panel.tab == PanelTab::settings) {
    draw_settings_form(below, content);
  } else {
    draw_tasks_tab(below, content);
    if (!shows_steps_below(ui)) draw_summary(ui, box);
  }
  draw_cell_error(ui, whole);
  draw_offers(ui, whole);
  if (const std::string& refusal = ui.state.panel.refusal; !refusal.empty()) {
    const float top = std::min(box.top, box.bottom - refusal_height(ui, box.width(), refusal));
    draw_refusal(ui, box.left, top, box.right, refusal);
  }
}

}  // namespace interleave::gui

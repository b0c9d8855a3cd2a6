#include "app/gui/views/explore/direct_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <numeric>
#include <string>
#include <string_view>

#include "app/gui/model/explain/directed_text.h"
#include "app/gui/views/timeline/next_steps_view.h"
#include "app/gui/views/widgets/panel.h"
#include "app/gui/views/widgets/widgets.h"
#include "core/explore/wording.h"
#include "core/looks/wording.h"
#include "core/timeline/ends.h"

namespace interleave::gui {

namespace {

constexpr float kDirectRow = 30;
constexpr float kLeastDirectRow = 20;
constexpr float kDirectGap = 12;
constexpr float kDirectLine = 24;  // of what is said above and below the tasks
constexpr float kMostName = 150;
constexpr float kDirectCell = 8;  // around a cell's text
constexpr float kDirectMark = 10;
constexpr float kButtonsApart = 6;
constexpr std::string_view kDirectTitle = "YOU ARE THE SCHEDULER";
constexpr float kMostNext = 0.52F;  // of the panel's width, for what can be next

struct DirectButton {
  ActId act;
  Icon icon = Icon::none;
  bool may_be_left_out = false;  // where the title needs the room
};
constexpr std::array kDirectButtons = {DirectButton{"take-back-step"_act},
                                       DirectButton{"show-bad-order"_act},
                                       DirectButton{"copy-order"_act, Icon::copy, true},
                                       DirectButton{"graph"_act, Icon::none, true},
                                       DirectButton{"start-over"_act, Icon::none, true},
                                       DirectButton{"direct"_act}};

ButtonLook direct_look(const Ui& ui, const DirectButton& button) {
  const Face face = act(button.act).chosen(ui.state) ? Face::segment : Face::plain;
  const Caption caption = button.icon == Icon::none ? Caption::shown : Caption::hidden;
  return {face, button.icon, caption, Padding::snug};
}

float direct_width(const Ui& ui, const DirectButton& it) {
  return button_width(ui, it.act, direct_look(ui, it)) + ui.px(kButtonsApart);
}

bool ends_well(const Exploration& remaining) {
  return std::any_of(remaining.outcomes.begin(), remaining.outcomes.end(),
                     [](const ExploredOutcome& outcome) { return !is_bad(outcome.result); });
}

class DirectPainter {
 public:
  DirectPainter(const Ui& ui, Rect box) : ui_(ui), box_(box), directed_(*ui.state.directed) {
    const std::size_t tasks = timeline().tasks().size();
    float next = 0;
    for (std::size_t task = 0; task < tasks; ++task) {
      name_ = std::max(name_, ui.canvas.text_width(timeline().tasks()[task].name, Style::body));
      steps_.push_back(steps_of(directed_.now(), task_id(task)));
      next = std::max(next, next_width(task));
    }
    name_ = std::min(name_, ui.px(kMostName)) + ui.px(kDirectMark + 2 * kDirectCell);
    next_ = std::min(next, box.width() * kMostNext);
  }

  void draw() {
    const std::optional<Find> find = find_in(directed_.now());
    if (!draw_find(find)) draw_advice();
    const bool is_bad = find && find->is_bad;
    Rect below = box_.cut_bottom(ui_.px(kDirectLine));
    draw_remaining(below, is_bad);
    const auto tasks = static_cast<float>(steps_.size());
    const float row = std::clamp(box_.height() / tasks, ui_.px(kLeastDirectRow), ui_.px(kDirectRow));
    measure_cells();
    const std::vector<std::size_t> shown = tasks_in_order(row);
    for (const std::size_t task : shown) draw_task(box_.cut_top(std::floor(row)), task);
    if (shown.size() == steps_.size()) return;
    ui_.canvas.text(box_.cut_top(std::floor(row)), fmt::format("and {} more tasks", steps_.size() - shown.size()),
                    Style::small, ui_.theme.quiet_text);
  }

 private:
  const Timeline& timeline() const { return *directed_.now().timeline; }

  // All tasks; or as many as there is room for, with a row to spare, those first that can go.
  std::vector<std::size_t> tasks_in_order(float row) const {
    std::vector<std::size_t> tasks(steps_.size());
    std::iota(tasks.begin(), tasks.end(), std::size_t{0});
    const auto room = static_cast<std::size_t>(std::max(1.0F, std::floor(box_.height() / std::floor(row))));
    if (tasks.size() <= room) return tasks;
    std::stable_partition(tasks.begin(), tasks.end(), [this](std::size_t task) { return !steps_[task].empty(); });
    tasks.resize(room - 1);
    return tasks;
  }

  float next_width(std::size_t task) const {
    float width = 0;
    for (const OfferedStep& step : steps_[task]) {
      width += next_step_width(ui_, step) + ui_.px(kDirectGap);
    }
    if (!steps_[task].empty()) return width;
    return ui_.canvas.text_width(why_it_cannot(timeline(), task_id(task)), Style::body) + 1;
  }

  // Whether there is something to say that has been found.
  bool draw_find(const std::optional<Find>& find) {
    if (!find) return false;
    const Theme& theme = ui_.theme;
    const float pad = ui_.px(kDirectCell);
    std::string text = find->title;
    for (const std::string& sentence : find->sentences) text += " " + sentence;
    const float room = box_.width() - 2 * pad;
    const float height = ui_.canvas.paragraph_height(room, text, Style::strong) + pad;
    const Rect plate = box_.cut_top(std::min(height, box_.height() / 2));
    ui_.canvas.fill(plate, find->is_bad ? theme.notice : theme.raised, ui_.px(4));
    ui_.canvas.paragraph(plate.inset(pad, pad / 2), text, Style::strong, find->is_bad ? theme.on_notice : theme.text);
    box_.cut_top(pad);
    return true;
  }

  void draw_advice() {
    Rect line = box_.cut_top(ui_.px(kDirectLine));
    // Where nothing else is left, there is nothing to find.
    const bool may_go_wrong =
        directed_.remaining == nullptr || (gone_wrong(*directed_.remaining).any && ends_well(*directed_.remaining));
    std::string_view advice =
        may_go_wrong ? "Click what comes next. Can you find an order that goes wrong?" : "Click what comes next.";
    if (ui_.canvas.text_width(advice, Style::body) > line.width()) advice = "Click what comes next.";
    if (!directed_.planned.empty()) advice = "The simplest order that goes wrong, step by step.";
    line.cut_left(ui_.canvas.text(line, advice, Style::body, ui_.theme.quiet_text) + ui_.px(kDirectGap));
    if (act("last-order"_act).enabled(ui_.state)) offer(line, "last-order"_act);
  }

  void draw_remaining(Rect row, bool is_bad) const {
    if (directed_.now().choices.empty()) {
      const std::string again = directed_.moments.size() > 1 ? "Back tries another order." : "Nothing is to be chosen.";
      row.cut_left(ui_.canvas.text(row, again, Style::body, ui_.theme.quiet_text) + ui_.px(kDirectGap));
      if (is_bad) offer(row, "repairs"_act);
      return;
    }
    const std::string text =
        directed_.remaining == nullptr ? "Looking at every way to go on…" : remaining_text(*directed_.remaining);
    ui_.canvas.text(row, text, Style::body, ui_.theme.text);
  }

  // At the left of what is left of a line, where there is room.
  void offer(Rect row, ActId id) const {
    const ButtonLook look{Face::plain, Icon::none, Caption::shown, Padding::snug};
    const float width = button_width(ui_, id, look);
    if (width <= row.width()) button(ui_, row.cut_left(width), id, look);
  }

  // A column for each of the last steps, as many as there is room for.
  void measure_cells() {
    const float room = box_.width() - name_ - next_ - ui_.px(2 * kDirectGap);
    float width = 0;
    first_ = directed_.moments.size();
    while (first_ > 1) {
      const float cell = cell_width(first_ - 1);
      const float ellipsis = first_ > 2 ? ui_.px(2 * kDirectCell) : 0;
      if (width + cell + ellipsis > room) break;
      width += cell;
      --first_;
    }
  }

  float cell_width(std::size_t moment) const {
    return ui_.canvas.text_width(directed_.moments[moment].did, Style::small) + ui_.px(2 * kDirectCell);
  }

  void draw_task(Rect row, std::size_t task) const {
    const Color color = task_color(ui_.theme, task);
    const Color line = task_line_color(ui_.theme, task);
    Rect name = row.cut_left(name_);
    const float mark = ui_.px(kDirectMark);
    const float top = std::round(name.center().y - mark / 2);
    ui_.canvas.fill({name.left, top, name.left + mark, top + mark}, color);
    ui_.canvas.frame({name.left, top, name.left + mark, top + mark}, line, 1);
    name.cut_left(mark + ui_.px(kDirectCell));
    ui_.canvas.text(name, timeline().tasks()[task].name, Style::body, ui_.theme.text);
    draw_steps(row, task);
  }

  // What can be next stands where it stood before; what was done, behind it, the newest at the right.
  void draw_steps(Rect row, std::size_t task) const {
    ui_.canvas.fill({row.left, row.top, row.right, row.top + 1}, ui_.theme.grid);
    draw_next(row.cut_left(next_), task);
    row.cut_left(ui_.px(kDirectGap));
    if (first_ > 1) {
      ui_.canvas.text(row.cut_left(ui_.px(2 * kDirectCell)), "…", Style::small, ui_.theme.quiet_text);
    }
    for (std::size_t moment = first_; moment < directed_.moments.size(); ++moment) {
      const Rect cell = row.cut_left(cell_width(moment));
      if (directed_.moments[moment].by.task != task_id(task)) continue;
      const Rect plate = cell.inset(1, ui_.px(3));
      ui_.canvas.fill(plate, ui_.theme.raised, ui_.px(3));
      ui_.canvas.frame(plate, task_line_color(ui_.theme, task), 1, ui_.px(3));
      ui_.canvas.text(cell, directed_.moments[moment].did, Style::small, ui_.theme.text, Align::center);
    }
  }

  void draw_next(Rect row, std::size_t task) const {
    if (steps_[task].empty()) {
      ui_.canvas.text(row, why_it_cannot(timeline(), task_id(task)), Style::body, ui_.theme.quiet_text);
      return;
    }
    for (const OfferedStep& step : steps_[task]) {
      if (row.width() < ui_.px(3 * kDirectCell)) return;
      const float width = std::min(next_step_width(ui_, step), row.width());
      draw_next_step(ui_, row.cut_left(width).inset(0, ui_.px(2)), task_id(task), step);
      row.cut_left(ui_.px(kDirectGap));
    }
  }

  const Ui& ui_;
  Rect box_;
  const Directed& directed_;
  std::vector<std::vector<OfferedStep>> steps_;  // by task
  float name_ = 0;                               // the widths of the names, and of what can be next
  float next_ = 0;
  std::size_t first_ = 1;  // the first step that there is room for
};

}  // namespace

float direct_height(const Ui& ui) {
  const auto tasks = static_cast<float>(ui.state.directed->now().timeline->tasks().size());
  return ui.px(kPanelHeader + 2 * kDirectLine + 24) + tasks * ui.px(kDirectRow);
}

void draw_direct(const Ui& ui, Rect box) {
  ui.canvas.drawn().panels.push_back(box);
  begin_panel(ui, Panel::outcomes, box);
  box = box.inset(ui.px(kPanelMargin), 0);
  Rect header = box.cut_top(ui.px(kPanelHeader)).inset(0, ui.px(4));
  box.bottom -= ui.px(6);
  const std::string title_text(kDirectTitle);
  const std::string full_title = title_text + ", " + in_capitals(title(ui.state.run.settings.mode));
  float spare = header.width() - ui.canvas.text_width(title_text, Style::caption) - ui.px(16);
  for (const DirectButton& it : kDirectButtons) {
    if (!it.may_be_left_out) spare -= direct_width(ui, it);
  }
  for (auto it = kDirectButtons.rbegin(); it != kDirectButtons.rend(); ++it) {
    const float width = direct_width(ui, *it);
    if (it->may_be_left_out && width > spare) continue;
    if (it->may_be_left_out) spare -= width;
    button(ui, header.cut_right(width - ui.px(kButtonsApart)), it->act, direct_look(ui, *it));
    header.cut_right(ui.px(kButtonsApart));
  }
  const bool has_room = ui.canvas.text_width(full_title, Style::caption) + ui.px(8) < header.width();
  heading(ui, header, has_room ? full_title : title_text);
  DirectPainter(ui, box).draw();
}

}  // namespace interleave::gui

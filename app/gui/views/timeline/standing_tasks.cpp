#include "app/gui/views/timeline/standing_tasks.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "app/gui/model/explain/code_lines.h"
#include "app/gui/views/timeline/bar_paint.h"

namespace interleave::gui {

namespace {

constexpr float kStandingStripe = 2;
constexpr std::size_t kStripes = 4;
constexpr float kBeforeStripes = 5;
constexpr float kAfterStripes = 3;
constexpr float kSample = 16;  // of a task's state, before its name
constexpr float kSampleHeight = 12;
constexpr float kStandingGap = 5;
constexpr float kApart = 9;
constexpr float kLeastApart = 5;  // where otherwise a name would have no room
constexpr std::size_t kTasksMeasured = 4;
constexpr std::size_t kMostInTooltip = 12;
constexpr std::string_view kWaitToBegin = "to begin:";
constexpr std::string_view kMainProgram = "main";

std::string_view name_of(const Ui& ui, TaskId task) {
  return task == TaskId::none ? kMainProgram : ui.state.run.record->tasks()[index(task)].name;
}

BarColors colors_of(const Ui& ui, TaskId task) {
  return task == TaskId::none ? neutral_colors(ui.theme) : colors_of_task(ui.theme, task);
}

float standing_width(const Ui& ui, TaskId task) {
  return ui.px(kSample + kStandingGap) + ui.canvas.text_width(name_of(ui, task), Style::small) + 1;
}

void draw_standing(const Ui& ui, Rect box, const StandingLine::Standing& standing) {
  Rect sample = box.cut_left(ui.px(kSample));
  const float top = std::round(sample.center().y - ui.px(kSampleHeight) / 2);
  sample = {sample.left, top, sample.right, top + ui.px(kSampleHeight)};
  paint_bar(ui, sample, sample.left, standing.look, colors_of(ui, standing.task));
  box.cut_left(ui.px(kStandingGap));
  ui.canvas.text(box, name_of(ui, standing.task), Style::small, ui.theme.text);
}

std::string more_text(const StandingLine& standing, std::size_t shown) {
  return fmt::format("+{}", standing.tasks.size() - shown);
}

// How many of the tasks have room, with the number of the others; what they take, and how far apart they are.
struct Fitting {
  std::size_t count = 0;
  float width = 0;
  float apart = 0;
};

Fitting fitting(const Ui& ui, float room, const StandingLine& standing, float apart) {
  Fitting best;
  float width = 0;
  for (std::size_t count = 0;; ++count) {
    const bool all = count == standing.tasks.size();
    const float more = all ? 0 : ui.canvas.text_width(more_text(standing, count), Style::small) + 1 + apart;
    if (width + more - apart > room) return best;
    best = {count, width + more - apart, apart};
    if (all) return best;
    width += standing_width(ui, standing.tasks[count].task) + apart;
  }
}

Fitting fitting(const Ui& ui, float room, const StandingLine& standing) {
  const Fitting roomy = fitting(ui, room, standing, ui.px(kApart));
  const Fitting close = fitting(ui, room, standing, ui.px(kLeastApart));
  return close.count > roomy.count ? close : roomy;
}

}  // namespace

float stripes_width(const Ui& ui) {
  return ui.px(kBeforeStripes) + static_cast<float>(kStripes) * (ui.px(kStandingStripe) + 1) + ui.px(kAfterStripes);
}

void draw_stripes(const Ui& ui, Rect box, const StandingLine& standing) {
  box.cut_left(ui.px(kBeforeStripes));
  for (std::size_t i = 0; i < std::min(kStripes, standing.tasks.size()); ++i) {
    const Rect stripe = box.cut_left(ui.px(kStandingStripe));
    const Color color = colors_of(ui, standing.tasks[i].task).line;
    ui.canvas.fill({stripe.left, stripe.top + 1, stripe.right, stripe.bottom - 1}, color);
    box.cut_left(1);
  }
}

void draw_standing_tasks(const Ui& ui, Rect box, const StandingLine& standing) {
  const float words =
      standing.wait_to_begin ? ui.canvas.text_width(kWaitToBegin, Style::small) + ui.px(kStandingGap) + 1 : 0;
  const Fitting fits = fitting(ui, box.width() - words, standing);
  if (fits.width <= 0) return;
  box.left = box.right - fits.width - words;
  if (words > 0) ui.canvas.text(box.cut_left(words), kWaitToBegin, Style::small, ui.theme.quiet_text);
  for (std::size_t i = 0; i < fits.count; ++i) {
    draw_standing(ui, box.cut_left(standing_width(ui, standing.tasks[i].task)), standing.tasks[i]);
    box.cut_left(fits.apart);
  }
  if (fits.count < standing.tasks.size()) {
    ui.canvas.text(box, more_text(standing, fits.count), Style::small, ui.theme.text);
  }
}

Tooltip tooltip_of(const Ui& ui, const StandingLine& standing) {
  Tooltip tooltip{standing.wait_to_begin ? "Submitted here, waits to begin" : "At this line now", {}};
  for (std::size_t i = 0; i < std::min(kMostInTooltip, standing.tasks.size()); ++i) {
    tooltip.lines.push_back(fmt::format("{}\t{}", name_of(ui, standing.tasks[i].task), standing.tasks[i].state));
  }
  if (standing.tasks.size() > kMostInTooltip) {
    tooltip.lines.push_back(fmt::format("and\t{} more", standing.tasks.size() - kMostInTooltip));
  }
  return tooltip;
}

StandingWidths::StandingWidths(const Ui& ui) : ui_(ui) {
  const Scenario& scenario = *ui.state.shown_scenario;
  std::vector<float> of_function(scenario.functions.size());
  std::vector<std::size_t> measured(scenario.functions.size());
  const auto add = [&](std::size_t function, float width) {
    if (measured[function]++ < kTasksMeasured) of_function[function] += width;
  };
  std::vector<std::optional<std::vector<std::size_t>>> called(scenario.functions.size());
  for (std::size_t i = 0; i < scenario.tasks.size(); ++i) {
    const Task& task = scenario.tasks[i];
    if (!task.function) {
      set(task.steps, width_of(task_id(i)));
      for (const std::size_t at : functions_called_from(scenario, task.steps)) add(at, width_of(task_id(i)));
    } else if (measured[*task.function] < kTasksMeasured) {
      auto& from = called[*task.function];
      if (!from) from = functions_called_from(scenario, scenario.functions[*task.function].steps);
      add(*task.function, width_of(task_id(i)));
      for (const std::size_t at : *from) add(at, width_of(task_id(i)));
    }
  }
  for (std::size_t i = 0; i < of_function.size(); ++i) set(scenario.functions[i].steps, of_function[i]);
}

float StandingWidths::of(const ListingLine& line) const {
  if (line.step != StepId::none) return index(line.step) < by_step_.size() ? by_step_[index(line.step)] : 0;
  if (main_waits(line)) return width_of(TaskId::none);
  const bool may_queue = line.task != TaskId::none && traits(ui_.state.code.mode).has_max_workers;
  const float words = ui_.canvas.text_width(kWaitToBegin, Style::small) + ui_.px(kStandingGap) + 1;
  return may_queue ? width_of(line.task) + words : 0;
}

bool StandingWidths::main_waits(const ListingLine& line) const {
  const Listing& listing = *ui_.state.code.listing;
  if (listing.arrival_lines().empty() || !is_event_loop(traits(ui_.state.code.mode))) return false;
  return line.arrival != TaskId::none || &line == &listing.lines()[listing.wait_line().value()];
}

float StandingWidths::width_of(TaskId task) const { return standing_width(ui_, task) + ui_.px(kApart); }

void StandingWidths::set(const std::vector<Step>& steps, float width) {
  for_each_step(steps, [&](const Step& step) {
    by_step_.resize(std::max(by_step_.size(), index(step.id) + 1));
    if (seconds_of(step) != nullptr) by_step_[index(step.id)] = width;
  });
}

}  // namespace interleave::gui

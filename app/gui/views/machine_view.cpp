#include "app/gui/views/machine_view.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "app/gui/model/machine.h"
#include "app/gui/views/bar_paint.h"
#include "app/gui/views/icons.h"
#include "app/gui/views/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kPartsApart = 22;  // between parts, for the arrow
constexpr float kMachineTitle = 24;
constexpr float kMachineRow = 24;
constexpr float kMachineSample = 22;

// A task as the timeline draws it, its name, and what fits of the rest.
void draw_task(const Ui& ui, Rect row, const MachineItem& item) {
  const std::string& name = ui.state.run.record->tasks()[index(item.task)].name;
  Rect sample = row.cut_left(ui.px(kMachineSample));
  sample = {sample.left, std::round(sample.center().y - ui.px(7)), sample.right,
            std::round(sample.center().y + ui.px(7))};
  paint_bar(ui, sample, sample.left, item.look, colors_of_task(ui.theme, item.task));
  row.cut_left(ui.px(8));
  const float written = ui.canvas.text(row, name, Style::body, ui.theme.text);
  row.cut_left(written + ui.px(8));
  const std::string all = item.until.empty() ? item.text : fmt::format("{}, {}", item.text, item.until);
  for (const std::string& text : {all, item.text}) {
    if (ui.canvas.text_width(text, Style::small) > row.width()) continue;
    ui.canvas.text(row, text, Style::small, ui.theme.quiet_text);
    break;
  }
}

void draw_item(const Ui& ui, Rect row, const MachineItem& item, float place_width) {
  if (ui.pointer.over(row)) {
    const std::string task = item.task == TaskId::none ? "" : ui.state.run.record->tasks()[index(item.task)].name;
    ui.explain(fmt::format("{}{}{}{}{}{}", item.place, item.place.empty() || task.empty() ? "" : ": ", task,
                           task.empty() && item.place.empty() ? "" : ", ", item.text,
                           item.until.empty() ? "" : ", " + item.until));
  }
  if (place_width > 0) {
    ui.canvas.text(row.cut_left(place_width), item.place, Style::small, ui.theme.quiet_text);
    row.cut_left(ui.px(8));
  }
  if (item.task != TaskId::none)
    draw_task(ui, row, item);
  else if (ui.canvas.text_width(item.text, Style::body) <= row.width())
    ui.canvas.text(row, item.text, Style::body, ui.theme.text);
}

// The names of several workers stand before what they do; of an only one its title says enough.
float place_width(const Ui& ui, const MachinePart& part) {
  float width = 0;
  if (part.items.size() < 2) return 0;
  for (const MachineItem& item : part.items) width = std::max(width, ui.canvas.text_width(item.place, Style::small));
  return width;
}

void draw_part(const Ui& ui, Rect box, const MachinePart& part) {
  ui.canvas.frame(box, ui.theme.line, 1, ui.px(6));
  box = box.inset(ui.px(10), ui.px(4));
  heading(ui, box.cut_top(ui.px(kMachineTitle)), part.title);
  if (part.items.empty()) {
    ui.canvas.text(box.cut_top(ui.px(kMachineRow)), part.when_empty, Style::body, ui.theme.text);
    return;
  }
  const auto room = static_cast<std::size_t>(std::max(1.0F, std::floor(box.height() / ui.px(kMachineRow))));
  const std::size_t shown = part.items.size() <= room ? part.items.size() : room - 1;
  const float places = place_width(ui, part);
  for (std::size_t i = 0; i < shown; ++i) draw_item(ui, box.cut_top(ui.px(kMachineRow)), part.items[i], places);
  if (shown < part.items.size()) {
    ui.canvas.text(box.cut_top(ui.px(kMachineRow)), fmt::format("and {} more", part.items.size() - shown), Style::small,
                   ui.theme.quiet_text);
  }
}

void draw_arrow(const Ui& ui, Rect gap) {
  const float half = ui.px(5);
  const Point tip{gap.right - ui.px(5), gap.center().y};
  ui.canvas.triangle({tip.x - 2 * half, tip.y - half}, tip, {tip.x - 2 * half, tip.y + half}, ui.theme.quiet_text);
}

// Queues and timers are narrower than what runs the tasks.
float share_of(const MachinePart& part) { return part.items.empty() || part.items[0].place.empty() ? 1.0F : 1.35F; }

}  // namespace

void draw_machine(const Ui& ui, Rect box) {
  const auto parts =
      machine_at(*ui.state.run.record, *ui.state.shown_scenario, *ui.state.steps, happened_until(ui.state));
  float shares = 0;
  for (const MachinePart& part : parts) shares += share_of(part);
  const float unit = (box.width() - ui.px(kPartsApart) * static_cast<float>(parts.size() - 1)) / shares;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    draw_part(ui, box.cut_left(std::round(unit * share_of(parts[i]))), parts[i]);
    if (i + 1 < parts.size()) draw_arrow(ui, box.cut_left(ui.px(kPartsApart)));
  }
}

}  // namespace interleave::gui

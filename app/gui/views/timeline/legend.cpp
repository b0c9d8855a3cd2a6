#include "app/gui/views/timeline/legend.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/gui/model/explain/end_text.h"
#include "app/gui/model/explain/mark_text.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/views/drawing/icons.h"
#include "app/gui/views/timeline/dense_paint.h"
#include "app/gui/views/timeline/edited_ghost.h"
#include "app/gui/views/widgets/sharing_glyph.h"
#include "app/gui/views/widgets/use_glyph.h"
#include "core/base/overloaded.h"

namespace interleave::gui {

namespace {

constexpr float kLegendSample = 26;
constexpr float kLegendTone = 9;  // of the sample
constexpr float kLegendSampleHeight = 14;
constexpr float kLegendUse = 5;  // radius of a mark
constexpr float kLegendMark = 6;
constexpr float kLegendStrip = 5;
constexpr float kLegendGap = 6;
constexpr float kLegendApart = 14;
constexpr float kLegendRow = 26;
constexpr float kSnugLegendRow = 21;

float entry_width(const Ui& ui, Look look) {
  return ui.px(kLegendSample + kLegendGap) + ui.canvas.text_width(name(look), Style::small);
}

// Where tones are in sight, each look has its tone beside it.
bool has_tone(Look look) {
  return look != Look::future && look != Look::folded && look != Look::simulated && look != Look::edited;
}

bool is_in_picture(const Ui& ui, Look look) {
  if (look == Look::simulated) return shows_simulation(ui.state) && phase(ui.state) != Phase::ready;
  return look != Look::edited || shows_edit(ui.state);
}

// What has happened, the playhead, and the thin band of what comes then.
void draw_future_sample(const Ui& ui, Rect box, BarColors colors) {
  paint_bar(ui, box.cut_left(ui.px(8)), box.left, Look::running, colors);
  ui.canvas.fill(box.cut_left(ui.px(2)).inset(0, -ui.px(2)), ui.theme.playhead);
  paint_future(ui, box, Look::running, colors);
}

void draw_sample(const Ui& ui, Rect box, Look look, LegendOf picture) {
  const BarColors colors = neutral_colors(ui.theme);
  const Tones tones = tones_of(ui.theme, colors.line, {});
  if (look == Look::dense) return paint_dense_sample(ui, box, tones);
  if (picture == LegendOf::looks_and_tones && has_tone(look)) {
    TonePainter(ui).add(box.cut_right(ui.px(kLegendTone)), look, tones);
    box.cut_right(ui.px(2));
  }
  if (look == Look::edited) return paint_edited(ui, box, ui.theme.text);
  if (look == Look::future) return draw_future_sample(ui, box, colors);
  if (look == Look::simulated) {
    const float top = std::round(box.center().y - ui.px(kSimulatedStrip) / 2);
    return paint_bar(ui, {box.left, top, box.right, top + ui.px(kSimulatedStrip)}, box.left, look, colors);
  }
  if (look != Look::folded) return paint_bar(ui, box, box.left, look, colors);
  for (float share : {0.2F, 0.5F, 0.8F}) {
    const float x = std::round(box.left + box.width() * share);
    ui.canvas.fill({x, box.top, x + std::max(1.0F, ui.px(1)), box.bottom}, colors.line);
  }
}

void draw_entry(const Ui& ui, Rect box, Look look, LegendOf picture) {
  Rect sample = box.cut_left(ui.px(kLegendSample));
  const float top = std::round(sample.center().y - ui.px(kLegendSampleHeight) / 2);
  draw_sample(ui, {sample.left, top, sample.right, top + ui.px(kLegendSampleHeight)}, look, picture);
  box.cut_left(ui.px(kLegendGap));
  ui.canvas.text(box, name(look), Style::small, ui.theme.text);
}

// A mark on bars: what a task did to something of that kind.
struct UseEntry {
  ObjectKind object = ObjectKind::variable;
  AccessKind use = AccessKind::read;
};
constexpr std::array kUseEntries = {
    UseEntry{ObjectKind::variable, AccessKind::read}, UseEntry{ObjectKind::variable, AccessKind::written},
    UseEntry{ObjectKind::lock, AccessKind::acquired}, UseEntry{ObjectKind::lock, AccessKind::released},
    UseEntry{ObjectKind::queue, AccessKind::put},     UseEntry{ObjectKind::queue, AccessKind::got}};

float use_entry_width(const Ui& ui, const UseEntry& entry) {
  return ui.px(2 * kLegendUse + kLegendGap) + ui.canvas.text_width(use_word(entry.use), Style::small);
}

void draw_use_entry(const Ui& ui, Rect box, const UseEntry& entry) {
  const Rect sample = box.cut_left(ui.px(2 * kLegendUse));
  draw_use_glyph(ui, entry.object, entry.use, sample.center(), ui.px(kLegendUse));
  box.cut_left(ui.px(kLegendGap));
  ui.canvas.text(box, use_word(entry.use), Style::small, ui.theme.text);
}

// Marks stand on tasks' bars alone.
bool is_in_picture(const Ui& ui, const UseEntry& entry) {
  if (!shares_something(ui.state) || ui.state.view != View::by_task) return false;
  const auto& objects = ui.state.run.record->info().objects;
  return std::any_of(objects.begin(), objects.end(), [&](const SharedObject& object) {
    return object.kind == entry.object || (object.kind == ObjectKind::semaphore && entry.object == ObjectKind::lock);
  });
}

// The strip below something that tasks share, while somebody waits for it.
struct StripEntry {};
constexpr std::string_view kStripText = "waits for it";

float strip_entry_width(const Ui& ui) {
  return ui.px(kLegendSample + kLegendGap) + ui.canvas.text_width(kStripText, Style::small);
}

void draw_strip_entry(const Ui& ui, Rect box) {
  Rect sample = box.cut_left(ui.px(kLegendSample));
  const float top = std::round(sample.center().y - ui.px(kLegendSampleHeight) / 2);
  const BarColors colors = neutral_colors(ui.theme);
  const float middle = top + ui.px(kLegendSampleHeight - kLegendStrip);
  ui.canvas.frame({sample.left, top, sample.right, middle}, colors.line, 1);
  paint_waiting_strip(ui, {sample.left, middle + 1, sample.right, top + ui.px(kLegendSampleHeight)}, sample.left,
                      colors);
  box.cut_left(ui.px(kLegendGap));
  ui.canvas.text(box, kStripText, Style::small, ui.theme.text);
}

bool has_strips(const Ui& ui) {
  if (!shares_something(ui.state) || ui.state.shared_lanes == SharedLanes::hidden || ui.state.comparing) return false;
  return ui.memory.histories.anybody_waits(ui.state.run.record);
}

// The arrow from who cancels a task to that one.
struct CancelEntry {};
constexpr std::string_view kCancelText = "cancels";

float cancel_entry_width(const Ui& ui) {
  return ui.px(kLegendSample + kLegendGap) + ui.canvas.text_width(kCancelText, Style::small);
}

void draw_cancel_entry(const Ui& ui, Rect box) {
  const Rect sample = box.cut_left(ui.px(kLegendSample));
  const float half = ui.px(kLegendUse);
  const float line = std::max(1.0F, ui.px(2)) / 2;
  const float y = std::round(sample.center().y);
  ui.canvas.circle({sample.left + half, y}, ui.px(3), ui.theme.text);
  ui.canvas.fill({sample.left + half, y - line, sample.right - 2 * half, y + line}, ui.theme.text);
  ui.canvas.triangle({sample.right - 2 * half, y - half}, {sample.right, y}, {sample.right - 2 * half, y + half},
                     ui.theme.text);
  box.cut_left(ui.px(kLegendGap));
  ui.canvas.text(box, kCancelText, Style::small, ui.theme.text);
}

bool has_cancel_arrows(const Ui& ui) {
  return ui.state.view == View::by_task && !ui.state.comparing &&
         !ui.memory.findings.of(*ui.state.run.record).cancel_ends.empty();
}

// Whose colour it is, where lanes are workers and no table tells.
struct TaskEntry {
  std::size_t task = 0;
};
constexpr std::size_t kMostTasksTold = 6;

const std::string& name_of(const Ui& ui, TaskEntry entry) { return ui.state.run.record->info().tasks[entry.task].name; }

float task_entry_width(const Ui& ui, TaskEntry entry) {
  return ui.px(kLegendSampleHeight + kLegendGap) + ui.canvas.text_width(name_of(ui, entry), Style::small);
}

void draw_task_entry(const Ui& ui, Rect box, TaskEntry entry) {
  const Rect sample = box.cut_left(ui.px(kLegendSampleHeight));
  const float half = ui.px(kLegendMark);
  const Rect mark{sample.center().x - half, sample.center().y - half, sample.center().x + half,
                  sample.center().y + half};
  ui.canvas.fill(mark, task_color(ui.theme, entry.task));
  ui.canvas.frame(mark, task_line_color(ui.theme, entry.task), 1);
  box.cut_left(ui.px(kLegendGap));
  ui.canvas.text(box, name_of(ui, entry), Style::small, ui.theme.text);
}

std::size_t tasks_told(const Ui& ui) {
  const AppState& state = ui.state;
  const bool without_table = state.presenting || state.lesson != nullptr;
  const std::size_t tasks = state.run.record->info().tasks.size();
  const bool are_told = without_table && state.view == View::by_worker && !state.comparing && tasks <= kMostTasksTold;
  return are_told ? tasks : 0;
}

std::string_view legend_text(const Ui& ui, TaskEnd end) {
  const bool has_arrows = end == TaskEnd::deadlocked && !ui.state.comparing;
  return has_arrows ? "deadlocked: arrows to whom each waits for" : name(end);
}

float end_entry_width(const Ui& ui, TaskEnd end) {
  return ui.px(2 * kLegendUse + kLegendGap) + ui.canvas.text_width(legend_text(ui, end), Style::small);
}

void draw_end_entry(const Ui& ui, Rect box, TaskEnd end) {
  const Rect sample = box.cut_left(ui.px(2 * kLegendUse));
  const float half = ui.px(kLegendUse);
  draw_end_mark(
      ui.canvas, end,
      {sample.center().x - half, sample.center().y - half, sample.center().x + half, sample.center().y + half},
      color_of_end(ui.theme, end));
  box.cut_left(ui.px(kLegendGap));
  ui.canvas.text(box, legend_text(ui, end), Style::small, ui.theme.text);
}

// How tasks ended in the runs on the screen, unless well: whatever went well has a tick, which needs no word.
std::vector<TaskEnd> ends_in_picture(const Ui& ui) {
  std::vector<TaskEnd> ends;
  for (const auto& run : shown_runs(ui.state)) {
    const auto& more = ui.memory.findings.of(*run).ends;
    ends.insert(ends.end(), more.begin(), more.end());
  }
  std::sort(ends.begin(), ends.end());
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  return ends;
}

// A picture on paper has nothing to point at. Compared modes have no arrows.
std::string_view legend_text(MarkKind kind) {
  if (kind == MarkKind::unordered) return "unordered: either may be first";
  return kind == MarkKind::lost_update ? "lost update: the arrow comes from it"
                                       : "stale decision: the arrow comes from what had changed";
}

float mark_entry_width(const Ui& ui, MarkKind kind) {
  return ui.px(2 * kLegendMark + kLegendGap) + ui.canvas.text_width(legend_text(kind), Style::small);
}

void draw_mark_entry(const Ui& ui, Rect box, MarkKind kind) {
  const Rect sample = box.cut_left(ui.px(2 * kLegendMark));
  draw_sharing_glyph(ui, kind, sample.center(), ui.px(kLegendMark));
  box.cut_left(ui.px(kLegendGap));
  ui.canvas.text(box, legend_text(kind), Style::small, ui.theme.text);
}

// They stand on no lanes of compared modes.
std::vector<MarkKind> marks_in_picture(const Ui& ui) {
  std::vector<MarkKind> kinds;
  if (ui.state.comparing) return kinds;
  for (const SharingMark& mark : ui.memory.findings.of(*ui.state.run.record).marks) {
    if (std::find(kinds.begin(), kinds.end(), mark.kind) == kinds.end()) kinds.push_back(mark.kind);
  }
  std::sort(kinds.begin(), kinds.end(), is_worse);
  return kinds;
}

// Calls `at(entry, box)` for each entry, a look, a use, an end or a mark, row by row; returns the height.
template <class At>
float for_each_entry(const Ui& ui, Rect area, LegendOf picture, Padding padding, At at) {
  const float row = ui.px(padding == Padding::roomy ? kLegendRow : kSnugLegendRow);
  float x = area.left;
  float y = area.top;
  const auto place = [&](const auto& entry, float width) {
    if (x > area.left && x + width > area.right) {
      x = area.left;
      y += row;
    }
    at(entry, Rect{x, y, x + width + 1, y + row});
    x += width + ui.px(kLegendApart);
  };
  for (Look look : kLooks) {
    if (is_in_picture(ui, look)) place(look, entry_width(ui, look));
  }
  for (std::size_t task = 0; task < tasks_told(ui); ++task) {
    place(TaskEntry{task}, task_entry_width(ui, TaskEntry{task}));
  }
  if (picture == LegendOf::looks_and_tones) place(Look::dense, entry_width(ui, Look::dense));
  for (const UseEntry& entry : kUseEntries) {
    if (is_in_picture(ui, entry)) place(entry, use_entry_width(ui, entry));
  }
  if (has_strips(ui)) place(StripEntry{}, strip_entry_width(ui));
  for (const TaskEnd end : ends_in_picture(ui)) place(end, end_entry_width(ui, end));
  if (has_cancel_arrows(ui)) place(CancelEntry{}, cancel_entry_width(ui));
  for (const MarkKind kind : marks_in_picture(ui)) place(kind, mark_entry_width(ui, kind));
  return y + row - area.top;
}

}  // namespace

float legend_height(const Ui& ui, float width, LegendOf picture, Padding padding) {
  return for_each_entry(ui, {0, 0, width, 0}, picture, padding, [](const auto&, Rect) {});
}

void draw_legend(const Ui& ui, Rect box, LegendOf picture, Padding padding) {
  std::optional<Look> pointed;
  const auto draw_look = [&](Look look, Rect entry) {
    draw_entry(ui, entry, look, picture);
    if (!ui.pointer.over(entry) || ui.memory.grab != Grab::none) return;
    pointed = look;
    ui.tooltip = Tooltip{std::string(name(look)), {std::string(explanation(look))}};
  };
  const auto draw_use = [&](const UseEntry& use, Rect entry) { draw_use_entry(ui, entry, use); };
  const auto draw_strip = [&](StripEntry, Rect entry) { draw_strip_entry(ui, entry); };
  const auto draw_task = [&](TaskEntry task, Rect entry) { draw_task_entry(ui, entry, task); };
  const auto draw_cancel = [&](CancelEntry, Rect entry) { draw_cancel_entry(ui, entry); };
  const auto draw_end = [&](TaskEnd end, Rect entry) {
    draw_end_entry(ui, entry, end);
    if (ui.pointer.over(entry)) ui.tooltip = Tooltip{std::string(name(end)), {std::string(explanation(end))}};
  };
  const auto draw_mark = [&](MarkKind kind, Rect entry) {
    draw_mark_entry(ui, entry, kind);
    if (ui.pointer.over(entry)) ui.tooltip = Tooltip{std::string(name(kind)), {std::string(explanation(kind))}};
  };
  for_each_entry(ui, box, picture, padding,
                 Overloaded{draw_look, draw_task, draw_use, draw_strip, draw_cancel, draw_end, draw_mark});
  ui.memory.pointed_look = pointed;
}

}  // namespace interleave::gui

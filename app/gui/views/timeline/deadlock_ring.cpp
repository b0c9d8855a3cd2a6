#include "app/gui/views/timeline/deadlock_ring.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/gui/model/explain/deadlock_text.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/views/drawing/icons.h"
#include "app/gui/views/timeline/row_arrows.h"
#include "core/timeline/deadlock.h"

namespace interleave::gui {

namespace {

// Whether the lane shows how the task ended: its own, or that of the worker that it still holds.
bool shows_end_of(const Lane& lane, TaskId task) {
  if (lane.kind == LaneKind::shared || lane.compared) return false;
  if (lane.kind == LaneKind::worker) return !lane.spans.empty() && lane.spans.back().task == task;
  return lane.track == index(task);
}

const LaneRow* row_of(const std::vector<Lane>& lanes, const LaneRows& rows, TaskId task) {
  const auto found = std::find_if(rows.visible.begin(), rows.visible.end(),
                                  [&](const LaneRow& row) { return shows_end_of(lanes[row.lane], task); });
  return found == rows.visible.end() ? nullptr : &*found;
}

// What it waits for, on the bar's end, before the arrows: the first text that has room. `since`: where the wait began.
void draw_what_is_awaited(const Ui& ui, const LaneRow& row, Rect bars, float arrows_left, float since,
                          const std::vector<std::string>& texts) {
  if (row.box.height() < ui.canvas.text_height(Style::small)) return;
  const Rect box = bar_box(ui, row.box);
  const float half = std::min(box.height() / 2 - 2, ui.canvas.text_height(Style::small) / 2 + 2);
  const float right = arrows_left - ui.px(8);
  const auto left_of = [&](const std::string& text) {
    return right - ui.canvas.text_width(text, Style::small) - ui.px(8);
  };
  for (std::string text : texts) {
    // On the bar of what came before.
    if (left_of(text) < since) text = "then " + text;
    const float left = left_of(text);
    if (left <= bars.left) continue;
    const Rect plate{left, box.center().y - half, right, box.center().y + half};
    ui.canvas.fill(plate, ui.theme.ground, ui.px(3));
    ui.canvas.text(plate, text, Style::small, ui.theme.text, Align::center);
    return;
  }
}

}  // namespace

void draw_deadlock_end(const Ui& ui, const Lane& lane, const LaneRow& row, const TimeScale& scale) {
  const Timeline& timeline = *lane.timeline;
  if (!is_deadlocked(timeline) || happened_until(ui.state) < timeline.horizon() || lane.spans.empty()) return;
  const Span& last = lane.spans.back();
  const bool stuck = timeline.tasks()[index(last.task)].outcome == Outcome::deadlocked && shows(lane, last);
  const auto end = static_cast<float>(scale.x(timeline.horizon()));
  if (!stuck || end < scale.left() || end > scale.right()) return;
  Rect place{end + ui.px(6), row.box.top, scale.right(), row.box.bottom};
  const float mark = ui.px(14);
  if (place.width() < mark) return;
  draw_end_mark(ui.canvas, TaskEnd::deadlocked, place.cut_left(mark), ui.theme.text);
  place.cut_left(ui.px(5));
  constexpr std::string_view kWord = "deadlocked";
  const bool has_room = row.box.height() >= ui.canvas.text_height(Style::small) &&
                        ui.canvas.text_width(kWord, Style::small) <= place.width();
  if (lane.compared && has_room) ui.canvas.text(place, kWord, Style::small, ui.theme.text);
}

void draw_deadlock_ring(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect bars,
                        const TimeScale& scale) {
  if (comparison(ui.state) != nullptr) return;
  const Timeline& timeline = *ui.state.run.record;
  const bool reached = happened_until(ui.state) >= timeline.horizon();
  if (!is_deadlocked(timeline) || !reached) return;
  const auto end = static_cast<float>(scale.x(timeline.horizon()));
  if (end < bars.left || end > bars.right) return;
  const std::vector<DeadlockLink> links = deadlock_of(timeline);
  std::vector<RowArrow> arrows;
  for (const DeadlockLink& link : links) {
    const LaneRow* from = row_of(lanes, rows, link.waiter);
    const LaneRow* to = link.holder == TaskId::none ? nullptr : row_of(lanes, rows, link.holder);
    if (from == nullptr || to == nullptr || to == from || arrows.size() == kMostRowArrows) continue;
    arrows.push_back(arrow_between(ui, *from, *to));
  }
  give_columns(ui, arrows);
  const float taken = width_of(ui, arrows);
  ui.canvas.clip(bars);
  for (const DeadlockLink& link : links) {
    const LaneRow* row = row_of(lanes, rows, link.waiter);
    if (row == nullptr) continue;
    const std::vector<Span>& spans = timeline.tasks()[index(link.waiter)].spans;
    const bool has_bar = !spans.empty() && spans.back().state == State::waiting && spans.back().cause != Cause::sleep;
    const auto since = has_bar ? static_cast<float>(scale.x(spans.back().begin)) : end;
    draw_what_is_awaited(ui, *row, bars, end - taken, since, waiting_labels(timeline, link));
  }
  for (auto arrow = arrows.rbegin(); arrow != arrows.rend(); ++arrow) draw_row_arrow(ui, end, *arrow);
  ui.canvas.end_clip();
  ui.canvas.drawn().ring_arrows = arrows.size();
}

}  // namespace interleave::gui

#include "app/gui/views/cause_arrow.h"

#include <algorithm>

#include "app/gui/model/explain/why.h"
#include "app/gui/model/state/shown.h"

namespace interleave::gui {

namespace {

bool has(const Lane& lane, const Span& span) {
  if (lane.kind == LaneKind::worker) return span.worker != WorkerId::none && lane.track == index(span.worker);
  return lane.track == index(span.task) && shows(lane, span);
}

// The row in sight that has the span, or null.
const LaneRow* row_of(const std::vector<Lane>& lanes, const LaneRows& rows, const Span& span,
                      std::optional<Mode> compared) {
  const auto found = std::find_if(rows.visible.begin(), rows.visible.end(), [&](const LaneRow& row) {
    return lanes[row.lane].compared == compared && has(lanes[row.lane], span);
  });
  return found == rows.visible.end() ? nullptr : &*found;
}

}  // namespace

void draw_cause_arrow(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect bars,
                      const TimeScale& scale) {
  const Span* selected = selected_span(ui.state);
  if (selected == nullptr || selected->end == kNever) return;
  const Selection& selection = *ui.state.selection;
  const Timeline& timeline = timeline_of(ui.state, selection.compared);
  const Why reason = why(timeline, {selection.task, selection.span}, ui.state.playhead);
  if (!reason.ended_by) return;
  const Span& cause = timeline.tasks()[index(reason.ended_by->task)].spans[reason.ended_by->span];
  const LaneRow* from = row_of(lanes, rows, cause, selection.compared);
  const LaneRow* to = row_of(lanes, rows, *selected, selection.compared);
  const auto x = static_cast<float>(scale.x(selected->end));
  if (from == nullptr || to == nullptr || from == to || x < bars.left || x > bars.right) return;
  const bool down = to->box.top > from->box.top;
  const Rect start = bar_box(ui, from->box);
  const Rect end = bar_box(ui, to->box);
  const float tip = down ? end.top : end.bottom;
  const float head = ui.px(9);
  const float back = down ? tip - head : tip + head;
  ui.canvas.clip(bars);
  ui.canvas.line({x, down ? start.bottom : start.top}, {x, back}, ui.theme.text, ui.px(2));
  ui.canvas.triangle({x - head * 0.6F, back}, {x + head * 0.6F, back}, {x, tip}, ui.theme.text);
  ui.canvas.circle({x, down ? start.bottom : start.top}, ui.px(4), ui.theme.text);
  ui.canvas.end_clip();
}

}  // namespace interleave::gui

#include "app/gui/views/timeline/cause_arrow.h"

#include "app/gui/model/explain/why.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/views/timeline/lane_arrows.h"

namespace interleave::gui {

void draw_cause_arrow(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect bars,
                      const TimeScale& scale) {
  const Span* selected = selected_span(ui.state);
  if (selected == nullptr || selected->end == kNever) return;
  const Selection& selection = *ui.state.selection;
  const Timeline& timeline = timeline_of(ui.state, selection.compared);
  const Why reason = why(timeline, {selection.task, selection.span}, ui.state.playhead);
  if (!reason.ended_by) return;
  const Span& cause = timeline.tasks()[index(reason.ended_by->task)].spans[reason.ended_by->span];
  const LaneRow* from = row_showing(lanes, rows, cause, selection.compared);
  const LaneRow* to = row_showing(lanes, rows, *selected, selection.compared);
  const auto x = static_cast<float>(scale.x(selected->end));
  if (from == nullptr || to == nullptr || from == to || x < bars.left || x > bars.right) return;
  draw_lane_arrow(ui, *from, *to, x, bars);
}

}  // namespace interleave::gui

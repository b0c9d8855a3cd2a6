#include "app/gui/views/timeline/lane_arrows.h"

#include <algorithm>

namespace interleave::gui {

namespace {

bool has(const Lane& lane, const Span& span) {
  if (lane.kind == LaneKind::worker) return span.worker != WorkerId::none && lane.track == index(span.worker);
  return lane.track == index(span.task) && shows(lane, span);
}

}  // namespace

const LaneRow* row_showing(const std::vector<Lane>& lanes, const LaneRows& rows, const Span& span,
                           std::optional<Mode> compared) {
  const auto found = std::find_if(rows.visible.begin(), rows.visible.end(), [&](const LaneRow& row) {
    return lanes[row.lane].compared == compared && has(lanes[row.lane], span);
  });
  return found == rows.visible.end() ? nullptr : &*found;
}

void draw_lane_arrow(const Ui& ui, const LaneRow& from, const LaneRow& to, float x, Rect bars) {
  const bool down = to.box.top > from.box.top;
  const Rect start = bar_box(ui, from.box);
  const Rect end = bar_box(ui, to.box);
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

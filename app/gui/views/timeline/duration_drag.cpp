#include "app/gui/views/timeline/duration_drag.h"

#include <cmath>
#include <fmt/format.h>

#include "app/gui/model/explain/editable_duration.h"
#include "app/gui/model/explain/figures.h"
#include "app/gui/model/picture/time_text.h"
#include "app/gui/model/state/shown.h"

namespace interleave::gui {

namespace {

constexpr float kDurationDragReach = 5;

// What else a change there changes.
void tell_reach(Tooltip& tooltip, const DurationPlace& place) {
  if (place.kind == DurationPlace::Kind::shared_step && place.callers > 1) {
    tooltip.lines.push_back(fmt::format("for\tall {} tasks that run this function", place.callers));
  }
  if (place.repeated) tooltip.lines.emplace_back("for\tevery round of its repeat");
}

void tell_prediction(const Ui& ui, Tooltip& tooltip) {
  if (shows_edit(ui.state)) {
    tooltip.lines.push_back(fmt::format("then\twould take {}", time_text(ui.state.run.edited->horizon())));
  } else if (ui.state.run.started) {
    tooltip.lines.emplace_back("seen\twhen it runs again");
  } else {
    tooltip.lines.push_back(fmt::format("then\t{}", figures_of(ui.state).front().text));
  }
}

}  // namespace

void draw_duration_handle(const Ui& ui, Rect bar, const Span& span, const TimeScale& scale) {
  if (span.end == kNever || std::abs(scale.x(span.end) - double{bar.right}) > 2) return;
  const auto place = editable_duration(ui.state, span);
  if (!place || !place->number.duration) return;
  const float half = std::min(ui.px(11), bar.height() / 2);
  const Rect grip{bar.right - ui.px(3), bar.center().y - half, bar.right + ui.px(3), bar.center().y + half};
  ui.canvas.fill(grip.inset(-1, -1), ui.theme.ground, ui.px(4));
  ui.canvas.fill(grip, ui.theme.text, ui.px(3));
  const Rect target{bar.right - ui.px(kDurationDragReach), bar.top, bar.right + ui.px(kDurationDragReach), bar.bottom};
  if (!ui.pointer.over(target) || ui.memory.grab != Grab::none) return;
  ui.tooltip = Tooltip{fmt::format("{} s: drag to change it in the scenario", place->number.text), {}};
  tell_reach(*ui.tooltip, *place);
  if (!ui.pointer.pressed) return;
  const double length = seconds(*place->number.duration);
  ui.memory.grab = Grab::edge;
  ui.memory.edge =
      EdgeDrag{span.task, span.step, length, length, ui.pointer.at.x, scale.seconds_per_pixel(), ui.pointer.presses};
}

void follow_duration_drag(const Ui& ui, Rect lanes, const TimeScale& scale) {
  auto& edge = ui.memory.edge;
  if (!edge) return;
  if (ui.memory.grab != Grab::edge) {
    edge.reset();
    ui.wish(command::EndDrag{});
    return;
  }
  // Where the scale has changed, the drag goes on from what it has come to.
  const double per_pixel = scale.seconds_per_pixel();
  if (std::abs(per_pixel - edge->seconds_per_pixel) > per_pixel * 1e-6) {
    edge->length = edge->shown;
    edge->x = ui.pointer.at.x;
    edge->seconds_per_pixel = per_pixel;
  }
  const double moved = double{ui.pointer.at.x - edge->x} * per_pixel;
  const double length = moved == 0 ? edge->length : dragged_seconds(edge->length + moved, per_pixel);
  if (length != edge->shown) ui.wish(command::SetDuration{edge->task, edge->step, length, edge->group});
  edge->shown = length;
  ui.canvas.fill({ui.pointer.at.x, lanes.top, ui.pointer.at.x + 1, lanes.bottom}, ui.theme.text);
  const auto place = find_duration(ui.state.scenario(), index(edge->task), edge->step);
  if (!place) return;
  ui.tooltip =
      Tooltip{fmt::format("{}: {} s", ui.state.scenario().tasks[index(edge->task)].name, place->number.text), {}};
  tell_reach(*ui.tooltip, *place);
  tell_prediction(ui, *ui.tooltip);
}

}  // namespace interleave::gui

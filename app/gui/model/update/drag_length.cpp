#include "app/gui/model/update/drag_length.h"

#include <utility>

#include "app/gui/model/edit/duration_edit.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/update/edit_scenario.h"
#include "core/base/json_text.h"

namespace interleave::gui {

namespace {

constexpr double kRoomToDrag = 1.3;  // what is dragged beyond the edge gets as much more

}  // namespace

void set_step_duration(AppState& state, TaskId task, StepId step, double length, EditGroup group) {
  if (!find_duration(state.scenario(), index(task), step)) return;
  const TimeRange shown = state.viewport.range();
  if (group != 0 && !state.drag_fits) {
    state.drag_fits = state.viewport.fitted();
    state.viewport.show(shown);
    state.viewport.settle();
  }
  const std::string text = exact_seconds(moment_at(length));
  auto refusal = edit_scenario(state, set_duration(state.scenario(), index(task), step, text), group);
  state.panel.refusal = std::move(refusal).value_or("");
  const double end = seconds(drawn_end(state));
  if (group == 0 || end < shown.end) return;
  state.viewport.show({shown.begin, shown.begin + (end - shown.begin) * kRoomToDrag});
  state.viewport.settle();
}

void end_drag(AppState& state) {
  if (state.drag_fits.value_or(false)) state.viewport.fit();
  state.drag_fits.reset();
}

}  // namespace interleave::gui

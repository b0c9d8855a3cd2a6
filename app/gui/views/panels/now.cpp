#include "app/gui/views/panels/now.h"

#include <algorithm>
#include <fmt/format.h>

#include "app/gui/model/explain/why.h"
#include "app/gui/model/picture/time_text.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/views/panels/occupancy_view.h"
#include "app/gui/views/timeline/range_figures.h"
#include "app/gui/views/timeline/shared_lane_view.h"
#include "app/gui/views/timeline/span_tooltip.h"
#include "app/gui/views/widgets/panel.h"
#include "app/gui/views/widgets/widgets.h"

namespace interleave::gui {

namespace {

constexpr float kNowRow = 24;
constexpr std::size_t kMostRows = 6;

std::string_view question(State state) {
  switch (state) {
    case State::queued:
      return "QUEUED";
    case State::ready:
      return "READY AND NOT RUNNING";
    case State::running:
      return "RUNNING";
    case State::waiting:
      break;
  }
  return "WAITING";
}

void draw_facts(const Ui& ui, Rect box, const Timeline& timeline, const Span& span) {
  const auto facts = facts_of(ui, timeline, span);
  float names = 0;
  for (const Fact& fact : facts) names = std::max(names, ui.canvas.text_width(fact.name, Style::body));
  for (const Fact& fact : facts) {
    if (fact.name == "cause" || fact.name == "waits for" || fact.name == "then")
      continue;  // the sentence above says more
    if (box.height() < ui.px(20)) break;
    const float room = box.width() - names - ui.px(16);
    const float height = wrapped_height(ui, room, fact.value, Style::body, ui.px(kNowRow));
    if (height > ui.px(kNowRow) && height > box.height()) continue;
    Rect row = box.cut_top(height);
    const Rect name = row.cut_left(names + ui.px(16));
    ui.canvas.text({name.left, name.top, name.right, name.top + ui.px(kNowRow)}, fact.name, Style::body,
                   ui.theme.quiet_text);
    wrapped_text(ui, row, fact.value, Style::body, ui.theme.text);
  }
}

void draw_selected(const Ui& ui, Rect header, Rect box, const Span& span) {
  const Selection& selection = *ui.state.selection;
  const Timeline& timeline = timeline_of(ui.state, selection.compared);
  heading(ui, header, fmt::format("WHY IS {} {}?", timeline.tasks()[index(span.task)].name, question(span.state)));
  const Why reason = why(timeline, {selection.task, selection.span}, ui.state.playhead);
  box.cut_top(ui.canvas.paragraph(box, reason.sentence, Style::strong, ui.theme.text) + ui.px(6));
  draw_facts(ui, box, timeline, span);
}

}  // namespace

float now_height(const Ui& ui) {
  const std::size_t rows = std::max(run_beside(ui.state).tasks().size(), run_beside(ui.state).workers().size());
  return ui.px(kPanelHeader + 8) + occupancy_height(ui, std::min(rows, kMostRows));
}

void draw_now(const Ui& ui, Rect box) {
  ui.canvas.drawn().panels.push_back(box);
  begin_panel(ui, Panel::now, box);
  box = box.inset(ui.px(kPanelMargin), 0);
  const Rect header = box.cut_top(ui.px(kPanelHeader));
  box.bottom -= ui.px(10);
  if (ui.state.selected_range) return draw_range_figures(ui, header, box);
  if (const Span* span = selected_span(ui.state)) return draw_selected(ui, header, box, *span);
  if (const auto object = selected_object(ui.state); object && phase(ui.state) != Phase::ready) {
    return draw_selected_object(ui, header, box, *object);
  }
  heading_of_mode(ui, header, "NOW", fmt::format("AT {}", time_text(ui.state.playhead)));
  if (phase(ui.state) == Phase::ready) {
    ui.canvas.text(box.cut_top(ui.px(kNowRow)), "Not run yet.", Style::body, ui.theme.quiet_text);
    return;
  }
  draw_occupancy(ui, box);
}

}  // namespace interleave::gui

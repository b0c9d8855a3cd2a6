#include "app/gui/views/panels/workbench.h"

#include <algorithm>
#include <cmath>

#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/shown.h"
#include "app/gui/views/edit/task_list.h"
#include "app/gui/views/panels/chosen_panels.h"
#include "app/gui/views/panels/code_view.h"
#include "app/gui/views/panels/console.h"
#include "app/gui/views/panels/curve.h"
#include "app/gui/views/panels/now.h"
#include "app/gui/views/timeline/timeline_panel.h"
#include "app/gui/views/widgets/splitter.h"

namespace interleave::gui {

namespace {

constexpr float kNarrowWindow = 720;
constexpr float kNarrowestSide = 336;
constexpr float kWidestSide = 440;
constexpr float kWidestSteps = 520;
constexpr float kLeastCodeBelowSteps = 150;
constexpr float kRoomBesideFile = 820;
constexpr float kLeastBottomShare = 0.25F;
constexpr float kLeastBottom = 200;  // all facts of a selected span
constexpr float kRoomForCurve = 1240;
constexpr float kLeastBottomCompared = 128;
constexpr float kMostConsole = 0.5F;   // of the lower panels' width, where what is printed needs it
constexpr float kRoomForHalves = 680;  // of the lower panels: in less, they are as wide as the console needs
constexpr float kLeastBesideConsole = 250;
constexpr float kLeastForSelection = 380;
constexpr float kLowestBottom = 70;  // two lines of the console
constexpr float kMostTasks = 0.5F;   // of the left column; the code has the rest
constexpr float kMostBottomShare = 0.38F;

// The lower panels take what the timeline does not need, within limits; or what the user gave them.
float bottom_height(const Ui& ui, Rect middle, float timeline_width) {
  const PanelSize size = ui.state.panels.of(PanelGroup::bottom);
  if (size.hidden) return 0;
  const float spare = middle.height() - least_timeline_height(ui, timeline_width);
  if (size.share > 0) {
    const float room = std::max(spare, std::round(middle.height() * kLeastBottomShare));
    return std::min(std::round(middle.height() * size.share), room);
  }
  if (spare < ui.px(kLowestBottom)) return 0;
  if (ui.state.comparing) return std::min(ui.px(kLeastBottomCompared), std::round(middle.height() * kMostBottomShare));
  const float left_over = middle.height() - preferred_timeline_height(ui, timeline_width);
  const float beside = shows_orders(ui.state) ? orders_height(ui) : now_height(ui);
  const float wanted = std::min(left_over, std::max(console_height(ui), beside));
  const float most = middle.height() * kMostBottomShare;
  const float least = std::min(most, std::max(middle.height() * kLeastBottomShare, ui.px(kLeastBottom)));
  return std::round(std::clamp(wanted, least, most));
}

// Where there is room for one of the two: before a run there is no state of the machine, and where modes are compared
// or the next run would have other workers, the curve is what one looks for.
bool curve_says_more(const AppState& state) {
  if (state.selection || state.selected_range) return false;
  const bool other_workers = traits(state.settings.mode).has_max_workers && picture_is_outdated(state);
  return state.comparing || phase(state) == Phase::ready || other_workers;
}

// What is selected takes the outcomes' place, but not that of what the scheduler needs.
bool orders_give_way(const AppState& state) { return anything_selected(state) && !state.directed; }

// Where there is no room for two.
void draw_one(const Ui& ui, Rect box) {
  if (shows_orders(ui.state) && !orders_give_way(ui.state)) return draw_orders(ui, box);
  if (anything_selected(ui.state)) return draw_now(ui, box);
  return curve_says_more(ui.state) ? draw_curve(ui, box) : draw_console(ui, box);
}

// The console, and what room there is for beside it.
void draw_bottom(const Ui& ui, Rect box, bool narrow) {
  if (narrow) return draw_one(ui, box);
  const bool curve = box.width() >= ui.px(kRoomForCurve);
  const float share = std::round(box.width() * (curve ? 0.3F : 0.385F));
  const bool halves = box.width() >= ui.px(kRoomForHalves);
  const float most = curve ? share : std::round(box.width() * kMostConsole);
  const float wanted = std::max(console_width(ui), share);
  const float beside = ui.px(anything_selected(ui.state) ? kLeastForSelection : kLeastBesideConsole);
  if (!halves && box.width() - wanted < beside) return draw_one(ui, box);
  const Rect console = box.cut_left(halves ? std::min(wanted, most) : wanted);
  draw_console(ui, console);
  const bool outcomes = shows_orders(ui.state);
  if (curve) {
    const Rect right = box.cut_right(std::round(box.width() * (outcomes ? 0.68F : 0.36F)));
    outcomes ? draw_orders(ui, right) : draw_curve(ui, right);
    ui.canvas.fill({right.left, right.top, right.left + 1, right.bottom}, ui.theme.line);
  }
  if (!curve && outcomes && !orders_give_way(ui.state)) {
    draw_orders(ui, box);
  } else if (!curve && curve_says_more(ui.state)) {
    draw_curve(ui, box);
  } else {
    draw_now(ui, box);
  }
  ui.canvas.fill({console.right, console.top, console.right + 1, console.bottom}, ui.theme.line);
}

float side_width(const Ui& ui, Rect middle) {
  const PanelSize size = ui.state.panels.of(PanelGroup::side);
  if (size.hidden || middle.width() < ui.px(kNarrowWindow)) return 0;
  const float most = std::max(ui.px(kNarrowestSide), std::round(middle.width() / 2));
  if (size.share > 0) return std::clamp(std::round(middle.width() * size.share), ui.px(kNarrowestSide), most);
  // A file's lines are longer than a table's.
  if (ui.state.panel.tab == PanelTab::file) {
    const float spare = std::max(ui.px(kNarrowestSide), middle.width() - ui.px(kRoomBesideFile));
    return std::min(std::round(middle.width() * 0.45F), spare);
  }
  if (ui.state.panel.steps == StepList::shown && ui.state.panel.tab == PanelTab::tasks) {
    const float spare = std::max(ui.px(kNarrowestSide), middle.width() - ui.px(kRoomBesideFile));
    return std::min(spare, std::clamp(std::round(middle.width() * 0.36F), ui.px(kNarrowestSide), ui.px(kWidestSteps)));
  }
  return std::clamp(std::round(middle.width() * 0.27F), ui.px(kNarrowestSide), ui.px(kWidestSide));
}

// The code has what the tasks do not need, unless somebody decided. What is said of the scenario is left out where it
// would take too much.
float code_height(const Ui& ui, Rect side) {
  const PanelSize size = ui.state.panels.of(PanelGroup::code);
  if (size.hidden || ui.state.panel.tab == PanelTab::file) return 0;
  if (size.share > 0) return std::round(side.height() * size.share);
  if (ui.state.panel.steps == StepList::shown && ui.state.panel.tab == PanelTab::tasks) {
    const float left_over = side.height() - task_list_height(ui, side.width(), Summary::left_out);
    return left_over >= ui.px(kLeastCodeBelowSteps) ? left_over : 0;
  }
  const float most = std::round(side.height() * kMostTasks);
  float tasks = task_list_height(ui, side.width(), Summary::shown);
  if (tasks > most) tasks = std::min(most, task_list_height(ui, side.width(), Summary::left_out));
  return side.height() - tasks;
}

// The tasks, and below them the code.
void draw_side(const Ui& ui, Rect box) {
  const Rect whole = box;
  const Rect code = box.cut_bottom(code_height(ui, box));
  draw_task_list(ui, box);
  if (!code.empty()) draw_code(ui, code);
  if (ui.state.panel.tab != PanelTab::file) splitter(ui, PanelGroup::code, whole, code.top);
}

}  // namespace

void draw_workbench(const Ui& ui, Rect middle) {
  const Rect all = middle;
  const bool narrow = middle.width() < ui.px(kNarrowWindow);
  const Rect side = middle.cut_left(side_width(ui, middle));
  if (!side.empty()) draw_side(ui, side);
  const Rect right = middle;
  const Rect bottom = middle.cut_bottom(bottom_height(ui, middle, middle.width()));
  draw_picture(ui, middle);
  if (!bottom.empty()) draw_bottom(ui, bottom, narrow);
  if (!narrow) splitter(ui, PanelGroup::side, all, side.right);
  splitter(ui, PanelGroup::bottom, right, bottom.top);
}

}  // namespace interleave::gui

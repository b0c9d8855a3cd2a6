#include "app/gui/views/panels/status.h"

#include <algorithm>
#include <cmath>

#include "app/gui/model/explain/figures.h"
#include "app/gui/model/lesson/lesson_show.h"
#include "app/gui/model/state/progress.h"
#include "app/gui/model/state/theme_name.h"
#include "app/gui/model/state/tools_shown.h"
#include "app/gui/views/panels/toolbar.h"
#include "app/gui/views/widgets/hint.h"
#include "app/gui/views/widgets/panel.h"
#include "app/gui/views/widgets/widgets.h"

namespace interleave::gui {

namespace {

std::string_view word_of(Outcome outcome) {
  if (outcome == Outcome::deadlocked) return "deadlocked";
  return outcome == Outcome::failed ? "failed" : name(Phase::finished);
}

void draw_phase(const Ui& ui, Rect& rest) {
  const bool is_over = phase(ui.state) == Phase::finished;
  const auto& end = ui.state.run.record->end();
  const std::string_view word = is_over && end ? word_of(end->outcome) : name(phase(ui.state));
  const float width = ui.canvas.text_width(word, Style::strong) + 2 * ui.px(10);
  const Rect chip = rest.cut_left(width).inset(0, ui.px(6));
  const bool going = ui.state.playing;
  ui.canvas.fill(chip, going ? ui.theme.go : ui.theme.raised, ui.px(4));
  ui.canvas.text(chip, word, Style::strong, going ? ui.theme.on_go : ui.theme.text, Align::center);
  rest.cut_left(ui.px(18));
}

// In a hall, where the toolbar is not there as a rule: the one thing to press, and what brings the toolbar.
void draw_hall_buttons(const Ui& ui, Rect& rest) {
  const ButtonLook tools{act("tools"_act).chosen(ui.state) ? Face::segment : Face::plain, Icon::none, Caption::shown,
                         Padding::snug};
  if (!shows_toolbar(ui.state)) {
    const ActWithIcon first = first_to_press(ui.state);
    const ButtonLook look{Face::primary, first.icon, Caption::shown, Padding::snug};
    button(ui, rest.cut_left(button_width(ui, first.act, look)).inset(0, ui.px(5)), first.act, look);
    rest.cut_left(ui.px(6));
  }
  button(ui, rest.cut_left(button_width(ui, "tools"_act, tools)).inset(0, ui.px(5)), "tools"_act, tools);
  rest.cut_left(ui.px(18));
}

// What belongs to the window, at the right.
void draw_window_buttons(const Ui& ui, Rect& rest) {
  const Icon next = ui.state.theme == ThemeName::dark ? Icon::sun : Icon::moon;
  const ButtonLook theme{Face::plain, next, Caption::hidden, Padding::snug};
  button(ui, rest.cut_right(ui.px(32)).inset(0, ui.px(5)), "theme"_act, theme);
  rest.cut_right(ui.px(8));
  const ButtonLook present{Face::plain, Icon::none, Caption::shown, Padding::snug};
  const float width = button_width(ui, "presentation"_act, present);
  button(ui, rest.cut_right(width).inset(0, ui.px(5)), "presentation"_act, present);
  rest.cut_right(ui.px(12));
  if (!ui.state.presenting) return;
  for (const ActId id : {"beside-now"_act, "beside-console"_act, "beside-code"_act}) {
    const ButtonLook look{act(id).chosen(ui.state) ? Face::segment : Face::plain, Icon::none, Caption::shown,
                          Padding::snug};
    button(ui, rest.cut_right(button_width(ui, id, look)).inset(0, ui.px(5)), id, look);
    rest.cut_right(ui.px(6));
  }
  rest.cut_right(ui.px(6));
}

}  // namespace

void draw_status(const Ui& ui, Rect box) {
  begin_panel(ui, Panel::status, box);
  ui.canvas.fill(box, ui.theme.bar);
  ui.canvas.fill({box.left, box.top, box.right, box.top + 1}, ui.theme.line);
  Rect rest = box.inset(ui.px(12), 0);
  draw_window_buttons(ui, rest);
  if (ui.state.presenting) draw_hall_buttons(ui, rest);
  // Beside a slide of text alone a run from before would seem to be what it speaks of.
  const LessonShow* const lesson = lesson_of(ui.state);
  if (lesson != nullptr && !lesson->view.has_picture() && !ui.state.answer_first) return;
  draw_phase(ui, rest);
  if (ui.state.answer_first) {
    const bool asks_about_run = lesson == nullptr || (lesson->view.has_picture() && !lesson->view.is_empty);
    ui.canvas.text(rest, asks_about_run ? "Answer first: then the run is shown." : "Answer first.", Style::body,
                   ui.theme.text);
    return;
  }
  if (ui.state.future_hidden && !ui.state.run.ended) return;
  for (const Figure& figure : figures_of(ui.state, ui.memory.findings.of(run_of_figures(ui.state)).marks)) {
    const Style style = figure.weight == FigureWeight::main ? Style::strong : Style::body;
    const bool is_main = figure.weight == FigureWeight::main;
    const float wanted = ui.canvas.text_width(figure.text, style);
    if (wanted > rest.width() && !is_main) break;  // the least important come last
    const float width = std::min(wanted, rest.width() - 1);
    const Rect place = rest.cut_left(width + 1);
    ui.canvas.text(place, figure.text, style, is_main ? ui.theme.text : ui.theme.quiet_text);
    if (ui.pointer.over(place)) ui.explain(figure.explanation);
    rest.cut_left(ui.px(20));
  }
  draw_hint(ui, rest.inset(0, ui.px(8)));
}

}  // namespace interleave::gui

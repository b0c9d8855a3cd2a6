#include "app/gui/views/timeline/answer_by_drag.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "app/gui/model/lesson/answer_by_hand.h"
#include "app/gui/model/lesson/ways_to_answer.h"

namespace interleave::gui {

namespace {

constexpr double kAnswerStep = 8;  // pixels between two moments that can be pointed at, at least

// A 1, a 2 or a 5 with zeros before or behind it, in seconds.
double step_of(double least) {
  const double ten = std::pow(10, std::floor(std::log10(least)));
  for (const double times : {1.0, 2.0, 5.0}) {
    if (times * ten >= least) return times * ten;
  }
  return 10 * ten;
}

void drag_moment(const Ui& ui, bool over, const TimeScale& scale) {
  if (over && ui.memory.grab == Grab::none) {
    ui.explain("Drag to the moment that you believe in; Enter commits to it");
    if (ui.pointer.pressed && !ui.pointer.shift) ui.memory.grab = Grab::answer;
  }
  if (ui.memory.grab != Grab::answer) return;
  const double step = step_of(kAnswerStep * scale.seconds_per_pixel());
  const double x = std::clamp(ui.pointer.at.x, scale.left(), scale.right());
  ui.wish(command::PointAtMoment{std::round(scale.time(x) / step) * step});
}

void press_on_task(const Ui& ui, const AskedQuestion& asked, const std::vector<Lane>& lanes, const LaneRows& rows) {
  const auto row = std::find_if(rows.visible.begin(), rows.visible.end(), [&](const LaneRow& one) {
    return lanes[one.lane].kind == LaneKind::task && ui.pointer.over(one.box);
  });
  if (row == rows.visible.end()) return;
  const std::string task(lanes[row->lane].name);
  const auto answer = std::find_if(asked.answers.begin(), asked.answers.end(), [&](const OfferedAnswer& one) {
    return one.answer && std::get<std::string>(*one.answer) == task;
  });
  if (answer == asked.answers.end()) return;
  ui.explain("Commit to " + task + ": there is no second try");
  if (ui.pointer.clicked(row->box)) {
    ui.wish(command::CommitAnswer{static_cast<std::size_t>(answer - asked.answers.begin())});
  }
}

}  // namespace

void answer_by_drag(const Ui& ui, const std::vector<Lane>& lanes, const LaneRows& rows, Rect axis, Rect bars,
                    const TimeScale& scale) {
  const LessonShow* const show = lesson_of(ui.state);
  if (show == nullptr || !show->waits_for_answer()) return;
  const AskedQuestion& asked = *show->last_question();
  if (answer_is_moment(ui.state, asked)) {
    drag_moment(ui, ui.pointer.over(axis) || ui.pointer.over(bars), scale);
  } else if (asked.question && traits(asked.question->kind).answer == AnswerForm::task && !ui.state.presenting) {
    press_on_task(ui, asked, lanes, rows);
  }
}

}  // namespace interleave::gui

#include "app/gui/model/lesson/lesson_view.h"

#include <algorithm>

namespace interleave::gui {

bool LessonView::shows(LessonPanel panel) const {
  return std::find(panels.begin(), panels.end(), panel) != panels.end();
}

std::optional<Time> next_stop(const LessonView& view, Time playhead) {
  std::optional<Time> stop;
  const auto look_at = [&](Time time) {
    if (time > playhead && (!stop || time < *stop)) stop = time;
  };
  for (const Time freeze : view.freezes) look_at(freeze);
  if (view.runs_until) look_at(*view.runs_until);
  return stop;
}

}  // namespace interleave::gui

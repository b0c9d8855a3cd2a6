#include "app/gui/model/lesson/lesson_show.h"

#include <algorithm>

namespace interleave::gui {

const AskedQuestion* LessonShow::question(std::size_t build) const {
  const auto found = questions.find({slide, build});
  return found == questions.end() ? nullptr : &found->second;
}

const AskedQuestion* LessonShow::last_question() const {
  for (std::size_t build = builds; build > 0; --build) {
    if (const AskedQuestion* const asked = question(build - 1)) return asked;
  }
  return nullptr;
}

bool LessonShow::waits_for_answer() const {
  const AskedQuestion* const asked = question(builds - 1);
  return asked != nullptr && !asked->is_settled();
}

bool LessonShow::is_at_end() const {
  return slide + 1 == lesson->slides.size() && builds == shown().builds.size() && !waits_for_answer();
}

bool LessonShow::has_other_numbers() const {
  const auto on_slide = redrawn.lower_bound({slide, 0});
  return on_slide != redrawn.end() && on_slide->first.slide == slide;
}

}  // namespace interleave::gui

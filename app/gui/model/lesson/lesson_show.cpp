#include "app/gui/model/lesson/lesson_show.h"

namespace interleave::gui {

const AskedQuestion* LessonShow::question(std::size_t build) const {
  const auto found = questions.find({slide, build});
  return found == questions.end() ? nullptr : &found->second;
}

bool LessonShow::waits_for_answer() const {
  const AskedQuestion* const asked = question(builds - 1);
  return asked != nullptr && !asked->committed;
}

}  // namespace interleave::gui

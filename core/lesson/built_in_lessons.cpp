#include "core/lesson/built_in_lessons.h"

#include <algorithm>

namespace interleave::lesson {

const BuiltInLesson* find_built_in_lesson(std::string_view name) {
  const auto all = built_in_lessons();
  const auto found = std::find_if(all.begin(), all.end(), [&](const BuiltInLesson& one) { return one.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace interleave::lesson

#include "core/lesson/lesson.h"

#include <algorithm>

namespace interleave::lesson {

std::size_t count_predictions(const Lesson& lesson) {
  std::size_t count = 0;
  for (const Slide& slide : lesson.slides) {
    count += static_cast<std::size_t>(
        std::count_if(slide.builds.begin(), slide.builds.end(), [](const Build& one) { return one.prediction; }));
  }
  return count;
}

int minutes_of(const Lesson& lesson) {
  return lesson.minutes.value_or(static_cast<int>(lesson.slides.size() + count_predictions(lesson)));
}

}  // namespace interleave::lesson

#include "core/lesson/catalogue.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>

#include "core/lesson/built_in_lessons.h"
#include "core/lesson/lesson_reader.h"

namespace interleave::lesson {
namespace {

constexpr int kLongestLesson = 24;  // minutes; what takes longer is made of several

// "9. The last ticket" is the ninth of a course. 0: of none.
int number_in_course(std::string_view title) {
  int number = 0;
  const auto read = std::from_chars(title.data(), title.data() + title.size(), number);
  const std::string_view rest(read.ptr, title.data() + title.size());
  return read.ec == std::errc{} && rest.starts_with(". ") ? number : 0;
}

const LessonHeading* find_heading(const std::vector<LessonHeading>& headings, std::string_view name) {
  const auto found = std::find_if(headings.begin(), headings.end(), [&](const auto& one) { return one.name == name; });
  return found == headings.end() ? nullptr : &*found;
}

// How many lessons come before it at least, one behind the other. `within`: how deep it was followed, against circles.
std::size_t depth_of(const std::vector<LessonHeading>& headings, const LessonHeading& heading, std::size_t within = 0) {
  std::size_t depth = 0;
  if (within > headings.size()) return depth;
  for (const std::string& need : heading.needs) {
    const LessonHeading* const needed = find_heading(headings, need);
    if (needed != nullptr) depth = std::max(depth, 1 + depth_of(headings, *needed, within + 1));
  }
  return depth;
}

std::vector<LessonHeading> make_catalogue() {
  std::vector<LessonHeading> all;
  for (const BuiltInLesson& one : built_in_lessons()) {
    Lesson lesson = read_lesson(one.text).lesson;
    LessonHeading heading{one.name, std::move(lesson.title), minutes_of(lesson), {}};
    for (Written& need : lesson.needs) heading.needs.push_back(std::move(need.text));
    all.push_back(std::move(heading));
  }
  std::vector<LessonHeading> sorted = all;
  const auto rank = [&](const LessonHeading& heading) {
    return std::tuple(heading.minutes > kLongestLesson, number_in_course(heading.title), depth_of(all, heading),
                      heading.minutes);
  };
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](const LessonHeading& one, const LessonHeading& other) { return rank(one) < rank(other); });
  return sorted;
}

}  // namespace

std::span<const LessonHeading> lesson_catalogue() {
  static const std::vector<LessonHeading> catalogue = make_catalogue();
  return catalogue;
}

}  // namespace interleave::lesson

#include "core/lesson/catalogue.h"

#include <algorithm>
#include <cctype>
#include <doctest/doctest.h>
#include <string>

#include "core/lesson/built_in_lessons.h"

namespace interleave::lesson {

TEST_CASE("the catalogue has every lesson once, and each behind those that it needs") {
  const auto all = lesson_catalogue();
  CHECK(all.size() == built_in_lessons().size());
  CHECK(all.front().name == "start-here");
  for (std::size_t i = 0; i < all.size(); ++i) {
    CAPTURE(all[i].title);
    CHECK(all[i].minutes > 0);
    for (const std::string& need : all[i].needs) {
      const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == need; });
      CHECK(found - all.begin() < static_cast<std::ptrdiff_t>(i));
    }
  }
  CHECK(std::is_sorted(all.begin(), all.end(),
                       [](const auto& one, const auto& other) { return (one.minutes > 24) < (other.minutes > 24); }));
}

TEST_CASE("the lessons of the course come by their numbers, from 1 to 12") {
  int last = 0;
  for (const LessonHeading& one : lesson_catalogue()) {
    if (!std::isdigit(static_cast<unsigned char>(one.title.front()))) continue;
    CHECK(one.title.starts_with(std::to_string(++last) + ". "));
  }
  CHECK(last == 12);
}

}  // namespace interleave::lesson

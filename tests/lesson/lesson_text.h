#pragma once

#include <fmt/format.h>
#include <string>
#include <string_view>

#include "core/lesson/lesson_reader.h"

namespace interleave::lesson {

// A lesson with these slides, which begin in its line 5.
inline std::string with_slides(std::string_view slides) { return "---\ntitle: Test\n---\n\n" + std::string(slides); }

// What a lesson's text is told is wrong with it, a line each: "2:5: message". Empty where nothing is.
inline std::string errors_of(std::string_view text) {
  const ReadLesson read = read_lesson(text);
  std::string lines;
  for (const Diagnostic& one : diagnostics_of(read.lesson, read.findings, "test.lesson.md")) {
    lines += fmt::format("{}:{}: {}\n", one.position.line, one.position.column, one.message);
  }
  return lines;
}

inline Lesson lesson_of(std::string_view text) { return read_lesson(text).lesson; }

}  // namespace interleave::lesson

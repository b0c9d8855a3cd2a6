#include "app/cli/checked_lesson.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "app/cli/lesson_pictures.h"
#include "app/cli/messages.h"
#include "app/files/read_file.h"
#include "core/lesson/built_in_lessons.h"
#include "core/lesson/lesson_reader.h"
#include "core/scenario/wording.h"

namespace interleave::cli {
namespace {

using lesson::Finding;

void add_as(std::string_view kind, const std::vector<Finding>& findings, std::vector<Finding>& to) {
  for (const Finding& finding : findings) to.push_back({finding.offset, fmt::format("{}: {}", kind, finding.message)});
}

// Lessons that this one needs and nobody who gets it will find: they are neither built in nor beside it.
std::vector<Finding> missing_needs(const lesson::Lesson& lesson, const std::string& folder) {
  std::vector<Finding> missing;
  for (const lesson::Written& need : lesson.needs) {
    if (lesson::find_built_in_lesson(need.text) != nullptr) continue;
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::path(folder) / (need.text + ".lesson.md"), ignored)) continue;
    std::vector<std::string_view> names;
    for (const lesson::BuiltInLesson& one : lesson::built_in_lessons()) names.push_back(one.name);
    missing.push_back({need.offset, fmt::format("there is no lesson \"{}\", built in or beside this file{}", need.text,
                                                suggestion(need.text, names))});
  }
  return missing;
}

}  // namespace

Result<LessonText, std::string> read_lesson_file(const std::string& file) {
  auto text = read_regular_file(file, lesson::kMostLessonBytes);
  if (!text) return text.error().message;
  const std::filesystem::path parent = std::filesystem::path(file).parent_path();
  return LessonText{std::move(text).value(), file, parent.empty() ? "." : parent.string()};
}

CheckedLesson check_and_tell(const LessonText& found, const gui::SeePart& see) {
  lesson::ReadLesson read = lesson::read_lesson(found.text);
  LessonPictures pictures(found.folder);
  gui::LessonReport report = gui::check_lesson(
      read.lesson, found.folder, [&](const std::string& picture) { return pictures.problem(picture); }, see);
  std::vector<Finding> told;
  add_as("error", read.findings, told);
  add_as("error", report.errors, told);
  const bool is_wrong = !told.empty();
  add_as("warning", report.warnings, told);
  add_as("warning", missing_needs(read.lesson, found.folder), told);
  std::stable_sort(told.begin(), told.end(),
                   [](const Finding& one, const Finding& other) { return one.offset < other.offset; });
  write_to_stderr(to_string(lesson::diagnostics_of(read.lesson, told, found.name)));
  if (std::max(read.findings.size(), report.errors.size()) >= lesson::kMostFindings) {
    complain(fmt::format("{} has more mistakes than are told; mend these first", found.name));
  }
  return {std::move(read.lesson), std::move(report.answers), is_wrong};
}

}  // namespace interleave::cli

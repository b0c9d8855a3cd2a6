#include "app/cli/checked_lesson.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <optional>
#include <string_view>
#include <utility>

#include "app/cli/messages.h"
#include "core/base/utf8.h"
#include "core/lesson/lesson_reader.h"
#include "core/lesson/png.h"

namespace interleave::cli {
namespace {

using lesson::Finding;

constexpr std::size_t kMostPictureBytes = std::size_t{64} << 20U;

std::optional<std::string> look_at_picture(const std::string& folder, const std::string& file) {
  // Told already, as a path that leads elsewhere.
  if (std::filesystem::path(file).is_absolute() || file.find("..") != std::string::npos) return std::nullopt;
  const auto bytes = read_picture(folder, file);
  if (bytes) return std::nullopt;
  return fmt::format("the picture {}: {}", in_quotes(file), bytes.error().message);
}

void add_as(std::string_view kind, const std::vector<Finding>& findings, std::vector<Finding>& to) {
  for (const Finding& finding : findings) to.push_back({finding.offset, fmt::format("{}: {}", kind, finding.message)});
}

}  // namespace

Result<LessonText, std::string> read_lesson_file(const std::string& file) {
  auto text = read_file(file, lesson::kMostLessonBytes);
  if (!text) return text.error().message;
  const std::filesystem::path parent = std::filesystem::path(file).parent_path();
  return LessonText{std::move(text).value(), file, parent.empty() ? "." : parent.string()};
}

CheckedLesson check_and_tell(const LessonText& found, const gui::SeePart& see) {
  lesson::ReadLesson read = lesson::read_lesson(found.text);
  gui::LessonReport report = gui::check_lesson(
      read.lesson, found.folder, [&](const std::string& picture) { return look_at_picture(found.folder, picture); },
      see);
  std::vector<Finding> told;
  add_as("error", read.findings, told);
  add_as("error", report.errors, told);
  const bool is_wrong = !told.empty();
  add_as("warning", report.warnings, told);
  std::stable_sort(told.begin(), told.end(),
                   [](const Finding& one, const Finding& other) { return one.offset < other.offset; });
  write_to_stderr(to_string(lesson::diagnostics_of(read.lesson, told, found.name)));
  return {std::move(read.lesson), std::move(report.answers), is_wrong};
}

Result<std::string, ReadError> read_picture(const std::string& folder, const std::string& file) {
  const std::filesystem::path path = std::filesystem::path(folder) / file;
  std::error_code none;
  if (!std::filesystem::is_regular_file(path, none)) return ReadError{"there is no such file in the lesson's folder"};
  auto bytes = read_file(path.string(), kMostPictureBytes);
  if (!bytes) return bytes;
  if (auto problem = lesson::png_problem(bytes.value())) return ReadError{std::move(*problem)};
  return bytes;
}

}  // namespace interleave::cli

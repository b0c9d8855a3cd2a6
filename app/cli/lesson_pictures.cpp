#include "app/cli/lesson_pictures.h"

#include <fmt/format.h>

#include "app/files/lesson_picture.h"
#include "core/base/utf8.h"
#include "core/lesson/inner_path.h"

namespace interleave::cli {
namespace {

std::optional<std::string> problem_of(const std::filesystem::path& folder, const std::string& file) {
  const auto bytes = read_lesson_picture(folder, file);
  return bytes ? std::nullopt : std::optional(bytes.error().message);
}

}  // namespace

std::optional<std::string> LessonPictures::problem(const std::string& file) {
  if (lesson::picture_path_problem(file)) return std::nullopt;
  auto known = known_.find(file);
  if (known == known_.end()) known = known_.emplace(file, problem_of(folder_, file)).first;
  if (!known->second) return std::nullopt;
  return fmt::format("the picture {}: {}", in_quotes(file), *known->second);
}

}  // namespace interleave::cli

#include "app/cli/lesson_pictures.h"

#include <fmt/format.h>
#include <string_view>
#include <system_error>
#include <utility>

#include "core/base/utf8.h"
#include "core/lesson/inner_file.h"
#include "core/lesson/inner_path.h"
#include "core/lesson/png.h"

namespace interleave::cli {
namespace {

constexpr std::size_t kMostPictureBytes = std::size_t{64} << 20U;

std::optional<std::string> problem_of(const std::filesystem::path& folder, const std::string& file) {
  const auto bytes = read_picture(folder, file);
  return bytes ? std::nullopt : std::optional(bytes.error().message);
}

}  // namespace

Result<std::string, ReadError> read_picture(const std::filesystem::path& folder, const std::string& file) {
  const std::filesystem::path path = folder / file;
  std::error_code none;
  if (!std::filesystem::is_regular_file(path, none)) return ReadError{"there is no such file in the lesson's folder"};
  if (auto problem = lesson::link_problem(folder, file)) return ReadError{std::move(*problem)};
  auto bytes = read_file(path.string(), kMostPictureBytes);
  if (!bytes) return bytes;
  if (auto problem = lesson::png_problem(bytes.value())) return ReadError{std::move(*problem)};
  return bytes;
}

std::optional<std::string> LessonPictures::problem(const std::string& file) {
  if (lesson::picture_path_problem(file)) return std::nullopt;
  auto known = known_.find(file);
  if (known == known_.end()) known = known_.emplace(file, problem_of(folder_, file)).first;
  if (!known->second) return std::nullopt;
  return fmt::format("the picture {}: {}", in_quotes(file), *known->second);
}

}  // namespace interleave::cli

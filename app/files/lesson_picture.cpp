#include "app/files/lesson_picture.h"

#include <system_error>
#include <utility>

#include "core/lesson/inner_file.h"
#include "core/lesson/inner_path.h"
#include "core/lesson/png.h"

namespace interleave {
namespace {

constexpr std::size_t kMostPictureBytes = std::size_t{64} << 20U;

}  // namespace

Result<std::string, ReadError> read_lesson_picture(const std::filesystem::path& folder, const std::string& file) {
  if (auto problem = lesson::picture_path_problem(file)) return ReadError{std::move(*problem)};
  const std::filesystem::path path = folder / file;
  std::error_code none;
  if (!std::filesystem::is_regular_file(path, none)) return ReadError{"there is no such file in the lesson's folder"};
  if (auto problem = lesson::link_problem(folder, file)) return ReadError{std::move(*problem)};
  auto bytes = read_file(path.string(), kMostPictureBytes);
  if (!bytes) return bytes;
  if (auto problem = lesson::png_problem(bytes.value())) return ReadError{std::move(*problem)};
  return bytes;
}

}  // namespace interleave

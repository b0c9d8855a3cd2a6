#include "core/lesson/inner_file.h"

#include <algorithm>
#include <system_error>

namespace interleave::lesson {

std::optional<std::string> link_problem(const std::filesystem::path& folder, std::string_view path) {
  std::error_code failed;
  const auto home = std::filesystem::weakly_canonical(folder.empty() ? "." : folder, failed);
  const auto place = std::filesystem::weakly_canonical(home / path, failed);
  const bool is_inside = std::mismatch(home.begin(), home.end(), place.begin(), place.end()).first == home.end();
  if (is_inside && !failed) return std::nullopt;
  return "it is a link that leads out of the lesson's folder; put the file itself there";
}

}  // namespace interleave::lesson

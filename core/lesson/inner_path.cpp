#include "core/lesson/inner_path.h"

#include <algorithm>
#include <fmt/format.h>

#include "core/base/utf8.h"

namespace interleave::lesson {
namespace {

constexpr std::string_view kRemedy = "put the file into the lesson's folder, and name it from there";

bool has_step_up(std::string_view path) {
  while (!path.empty()) {
    const std::string_view step = path.substr(0, path.find('/'));
    if (step == "..") return true;
    path.remove_prefix(std::min(step.size() + 1, path.size()));
  }
  return false;
}

}  // namespace

std::optional<std::string> path_problem(std::string_view path) {
  const auto because = [&](std::string_view why) { return fmt::format("{} {}; {}", in_quotes(path), why, kRemedy); };
  if (path.empty()) return fmt::format("the name of the file is missing; {}", kRemedy);
  if (has_control_characters(path)) return because("has characters that no name has");
  if (path.find("://") != std::string_view::npos) return because("leads into the web, which a lesson does without");
  if (path.find('\\') != std::string_view::npos) return because("has a \\, where steps of a path are parted by /");
  if (path.find(':') != std::string_view::npos) return because("has a colon, which stands behind the name of a drive");
  if (path.front() == '/' || path.front() == '~') return because("leads out of the lesson's folder");
  if (has_step_up(path)) return because("leads out of the lesson's folder");
  return std::nullopt;
}

std::optional<std::string> picture_path_problem(std::string_view path) {
  constexpr std::string_view kEnding = ".png";
  if (auto problem = path_problem(path)) return problem;
  if (path.size() > kEnding.size() && path.ends_with(kEnding)) return std::nullopt;
  return fmt::format("{} is no PNG; a slide shows pictures whose name ends in .png", in_quotes(path));
}

}  // namespace interleave::lesson

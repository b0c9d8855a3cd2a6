#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace interleave::lesson {

// Why a path does not name a file within the lesson's folder on every system, and what to write instead; none where it
// does. Nothing of the disk is looked at.
std::optional<std::string> path_problem(std::string_view path);

// The same of a picture's.
std::optional<std::string> picture_path_problem(std::string_view path);

}  // namespace interleave::lesson

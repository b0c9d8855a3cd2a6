#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace interleave::lesson {

// Why the file of that path within the lesson's folder is not to be read, although it is there: a link leads out of the
// folder. None where it really lies there. The path is one without a path_problem().
std::optional<std::string> link_problem(const std::filesystem::path& folder, std::string_view path);

}  // namespace interleave::lesson

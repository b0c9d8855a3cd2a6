#pragma once

#include <filesystem>
#include <string>

#include "app/files/read_file.h"
#include "core/base/result.h"

namespace interleave {

// The bytes of a PNG file in the lesson's folder; or why it cannot be shown.
Result<std::string, ReadError> read_lesson_picture(const std::filesystem::path& folder, const std::string& file);

}  // namespace interleave

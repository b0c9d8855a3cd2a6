#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "app/files/read_file.h"
#include "core/base/result.h"

namespace interleave::cli {

// The bytes of a picture in the lesson's folder; or why it cannot be shown.
Result<std::string, ReadError> read_picture(const std::filesystem::path& folder, const std::string& file);

// The pictures of a lesson's folder, each of which is looked at once.
class LessonPictures {
 public:
  explicit LessonPictures(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // Why the picture of that path cannot be shown; none where it can, or the lesson's reader has said so.
  std::optional<std::string> problem(const std::string& file);

 private:
  std::filesystem::path folder_;
  std::map<std::string, std::optional<std::string>> known_;
};

}  // namespace interleave::cli

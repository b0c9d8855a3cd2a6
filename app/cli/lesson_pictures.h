#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace interleave::cli {

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

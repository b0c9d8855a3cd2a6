#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/gui/model/files/files.h"
#include "tests/gui/late_answers.h"

namespace interleave::gui {

// Files that a test made up: by their whole paths. A folder is what has a file below it.
class FakeFiles final : public Files {
 public:
  struct File {
    std::string text;
    int version = 1;
  };
  std::map<std::string, File> files;
  std::vector<std::string> crashed;   // places that another run left
  std::string refuses;                // the reason why nothing can be written
  std::shared_ptr<LateAnswers> late;  // set: what is requested comes when it says so

  // As another program would.
  void put(const std::string& path, std::string_view text);

  Result<std::string, FileError> read(const std::string& path) override;
  void request(const std::string& path, const Answer& answer) override;
  std::optional<FileError> write(const std::string& path, std::string_view text) override;
  void remove(const std::string& path) override;
  FileStamp stamp(const std::string& path) override;
  bool is_folder(const std::string& path) override;
  Result<std::vector<FolderEntry>, FileError> list(const std::string& folder) override;
  std::string absolute(const std::string& path) override;
  std::string keeping_place(std::size_t number) override;
  std::vector<std::string> left_behind() override;
  std::string recent_place() override { return "/state/recent"; }
  std::string time_of_day() override { return "2024-05-01 12:30"; }
};

}  // namespace interleave::gui

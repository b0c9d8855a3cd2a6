#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace interleave::gui {

// Tells one state of a file from another without reading it.
struct FileStamp {
  std::int64_t changed = 0;  // when, in nanoseconds
  std::uint64_t size = 0;
  bool exists = false;

  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

// Why something could not be done with a file, as a sentence.
struct FileError {
  std::string message;
};

struct FolderEntry {
  std::string name;
  bool is_folder = false;
};

// The files that the window works with: the machine's, or a test's own.
class Files {
 public:
  virtual ~Files() = default;
  virtual Result<std::string, FileError> read(const std::string& path) = 0;
  // The same for a file that somebody chose, which may be far away. Calls `answer` once, on the window's thread: at
  // once, or later.
  using Answer = std::function<void(Result<std::string, FileError> text)>;
  virtual void request(const std::string& path, const Answer& answer) { answer(read(path)); }
  // All of it or nothing: on an error the file is as it was.
  virtual std::optional<FileError> write(const std::string& path, std::string_view text) = 0;
  virtual void remove(const std::string& path) = 0;
  virtual FileStamp stamp(const std::string& path) = 0;
  virtual bool is_folder(const std::string& path) = 0;
  // Sorted by name.
  virtual Result<std::vector<FolderEntry>, FileError> list(const std::string& folder) = 0;
  virtual std::string absolute(const std::string& path) = 0;

  // Where unsaved work of this program is kept, a file a number; and what others left there that are no longer running.
  virtual std::string keeping_place(std::size_t number) = 0;
  virtual std::vector<std::string> left_behind() = 0;
  // Where it is kept which files were opened lately.
  virtual std::string recent_place() = 0;
  // Now, as one reads it: "2024-05-01 12:30".
  virtual std::string time_of_day() = 0;
};

// Parts of a path, with / between them.
std::string file_name(const std::string& path);
std::string folder_of(const std::string& path);
std::string joined(const std::string& folder, const std::string& name);
inline constexpr std::string_view kScenarioExtension = ".json";
// A scenario, or a recording of one's run.
bool can_be_opened(const std::string& name);

}  // namespace interleave::gui

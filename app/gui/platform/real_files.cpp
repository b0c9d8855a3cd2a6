#include "app/gui/platform/real_files.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fmt/format.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/files/read_file.h"
#include "app/files/replace_file.h"
#include "app/gui/model/files/recorded_run.h"
#include "core/scenario/limits.h"

namespace interleave::gui {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostRecordingBytes = std::size_t{1} << 30U;
constexpr std::string_view kKeptPrefix = "unsaved-";

fs::path state_folder() {
  const char* const given = std::getenv("XDG_STATE_HOME");
  if (given != nullptr && given[0] == '/') return fs::path(given) / "interleave";
  const char* const home = std::getenv("HOME");
  return fs::path(home != nullptr ? home : "/tmp") / ".local" / "state" / "interleave";
}

bool is_running(pid_t process) { return ::kill(process, 0) == 0 || errno == EPERM; }

class RealFiles final : public Files {
 public:
  Result<std::string, FileError> read(const std::string& path) override {
    auto bytes = read_file(path, is_recording(path) ? kMostRecordingBytes : kMostFileBytes);
    if (!bytes) return FileError{bytes.error().message};
    return std::move(bytes).value();
  }

  std::optional<FileError> write(const std::string& path, std::string_view text) override {
    std::error_code ignored;
    if (fs::path(path).parent_path() == state_folder()) fs::create_directories(state_folder(), ignored);
    if (auto error = replace_file(path, text)) return FileError{std::move(*error)};
    return std::nullopt;
  }

  void remove(const std::string& path) override { ::unlink(path.c_str()); }

  FileStamp stamp(const std::string& path) override {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return {};
    return {std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec,
            static_cast<std::uint64_t>(status.st_size), true};
  }

  bool is_folder(const std::string& path) override {
    std::error_code ignored;
    return fs::is_directory(path, ignored);
  }

  Result<std::vector<FolderEntry>, FileError> list(const std::string& folder) override {
    std::vector<FolderEntry> entries;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
      const std::string name = at->path().filename().string();
      std::error_code ignored;
      if (!name.starts_with('.')) entries.push_back({name, at->is_directory(ignored)});
    }
    if (error) return FileError{fmt::format("cannot list {}: {}", folder, error.message())};
    std::sort(entries.begin(), entries.end(),
              [](const FolderEntry& a, const FolderEntry& b) { return a.name < b.name; });
    return entries;
  }

  std::string absolute(const std::string& path) override {
    const char* const home = std::getenv("HOME");
    std::string given = path.starts_with("~/") && home != nullptr ? home + path.substr(1) : path;
    std::error_code error;
    fs::path result = fs::absolute(given, error).lexically_normal();
    if (error) return given;
    if (result.has_relative_path() && !result.has_filename()) result = result.parent_path();
    return result.string();
  }

  std::string keeping_place(std::size_t number) override {
    return (state_folder() / fmt::format("{}{}-{}", kKeptPrefix, ::getpid(), number)).string();
  }

  std::vector<std::string> left_behind() override {
    std::vector<std::string> places;
    std::error_code error;
    for (fs::directory_iterator at(state_folder(), error), end; !error && at != end; at.increment(error)) {
      const std::string name = at->path().filename().string();
      if (!name.starts_with(kKeptPrefix)) continue;
      const long process = std::strtol(name.c_str() + kKeptPrefix.size(), nullptr, 10);
      if (process > 0 && !is_running(static_cast<pid_t>(process))) places.push_back(at->path().string());
    }
    std::sort(places.begin(), places.end());
    return places;
  }

  std::string recent_place() override { return (state_folder() / "recent-files").string(); }

  std::string time_of_day() override {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    char text[32];
    return {text, std::strftime(text, sizeof text, "%Y-%m-%d %H:%M", &local)};
  }
};

}  // namespace

std::shared_ptr<Files> real_files() { return std::make_shared<RealFiles>(); }

}  // namespace interleave::gui

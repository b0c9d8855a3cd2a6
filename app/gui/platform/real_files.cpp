#include "app/gui/platform/real_files.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fmt/format.h>
#include <signal.h>
#include <sstream>
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

// When a process began, in the system's ticks since it came up; 0 where the system does not tell. With its number it
// names a process for good: numbers alone are given again.
std::uint64_t start_of(pid_t process) {
  const auto told = read_file(fmt::format("/proc/{}/stat", process), kMostFileBytes);
  if (!told) return 0;
  constexpr int kFieldsBefore = 20;  // the 22nd, after the number and the name, which may hold anything
  std::istringstream fields(told.value().substr(std::min(told.value().rfind(')'), told.value().size() - 1) + 1));
  std::string skipped;
  for (int i = 1; i < kFieldsBefore; ++i) fields >> skipped;
  std::uint64_t start = 0;
  fields >> start;
  return fields ? start : 0;
}

// Whether the process that wrote "NUMBER.START-…" still runs, and not another one to which its number was given.
bool writer_runs(const char* name) {
  char* end = nullptr;
  const long process = std::strtol(name, &end, 10);
  if (process <= 0) return true;  // nobody that is known
  const std::uint64_t start = *end == '.' ? std::strtoull(end + 1, nullptr, 10) : 0;
  const auto number = static_cast<pid_t>(process);
  if (::kill(number, 0) != 0 && errno != EPERM) return false;
  const std::uint64_t now = start_of(number);
  return start == 0 || now == 0 || now == start;
}

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
    return (state_folder() / fmt::format("{}{}.{}-{}", kKeptPrefix, ::getpid(), start_, number)).string();
  }

  std::vector<std::string> left_behind() override {
    std::vector<std::string> places;
    std::error_code error;
    for (fs::directory_iterator at(state_folder(), error), end; !error && at != end; at.increment(error)) {
      const std::string name = at->path().filename().string();
      if (!name.starts_with(kKeptPrefix)) continue;
      if (!writer_runs(name.c_str() + kKeptPrefix.size())) places.push_back(at->path().string());
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

 private:
  const std::uint64_t start_ = start_of(::getpid());
};

}  // namespace

std::shared_ptr<Files> real_files() { return std::make_shared<RealFiles>(); }

}  // namespace interleave::gui

#include "app/files/replace_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/files/interrupts_held.h"

namespace interleave {
namespace {

std::string cannot_write(const std::string& path, int error) {
  return fmt::format("cannot write {}: {}", path, std::strerror(error));
}

// Where the new contents go: the file that `path` leads to, and what stands there now.
struct Destination {
  std::filesystem::path file;
  std::filesystem::path folder;
  bool exists = false;
  struct stat status {};
};

Destination destination_of(const std::string& path) {
  Destination found;
  found.file = path;
  found.exists = ::stat(path.c_str(), &found.status) == 0;
  if (found.exists) {
    std::error_code error;
    auto resolved = std::filesystem::canonical(found.file, error);
    if (!error) found.file = std::move(resolved);
  }
  found.folder = found.file.has_parent_path() ? found.file.parent_path() : ".";
  return found;
}

// Errno, or 0.
int write_all(int file, std::string_view contents) {
  while (!contents.empty()) {
    const ssize_t written = ::write(file, contents.data(), contents.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    contents.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

int write_in_place(const std::string& path, std::string_view contents) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
  if (file < 0) return errno;
  const int error = write_all(file, contents);
  return ::close(file) != 0 && error == 0 ? errno : error;
}

int write_new(const std::filesystem::path& path, std::string_view contents, const Destination& destination) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0) return errno;
  int error = 0;
  if (destination.exists && ::fchmod(file, destination.status.st_mode & 07777U) != 0) error = errno;
  if (error == 0) error = write_all(file, contents);
  // Without this a crash of the machine after the rename could leave an empty file where the old one was.
  if (error == 0 && ::fsync(file) != 0 && errno != EINVAL && errno != ENOTSUP) error = errno;
  if (::close(file) != 0 && error == 0) error = errno;
  if (error == 0 && std::rename(path.c_str(), destination.file.c_str()) != 0) error = errno;
  if (error != 0) ::unlink(path.c_str());
  return error;
}

void sync_folder(const std::filesystem::path& folder) {
  const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return;
  ::fsync(file);
  ::close(file);
}

}  // namespace

WriteError can_replace_file(const std::string& path) {
  if (path.empty()) return "the name of the file to write is empty";
  const Destination destination = destination_of(path);
  if (destination.exists && S_ISDIR(destination.status.st_mode)) return cannot_write(path, EISDIR);
  if (destination.exists && ::access(path.c_str(), W_OK) != 0) return cannot_write(path, errno);
  if (destination.exists && !S_ISREG(destination.status.st_mode)) return {};
  if (path.back() == '/') return cannot_write(path, ENOENT);
  if (::access(destination.folder.c_str(), W_OK | X_OK) != 0) return cannot_write(path, errno);
  return {};
}

WriteError replace_file(const std::string& path, std::string_view contents) {
  if (WriteError error = can_replace_file(path)) return error;
  const Destination destination = destination_of(path);
  int error = 0;
  if (destination.exists && !S_ISREG(destination.status.st_mode)) {
    error = write_in_place(path, contents);
  } else {
    const InterruptsHeld held;
    // A name of its own, not one made from the target's: that one may already be as long as names may be. Another
    // number where one is taken: a process of our id may have been killed here before.
    for (int number = 0; number == 0 || (error == EEXIST && number < 100); ++number) {
      const auto temporary = destination.folder / fmt::format(".interleave-{}-{}.tmp", ::getpid(), number);
      error = write_new(temporary, contents, destination);
    }
    if (error == 0) sync_folder(destination.folder);
  }
  if (error != 0) return cannot_write(path, error);
  return {};
}

}  // namespace interleave

#include "app/files/read_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <system_error>

namespace interleave {
namespace {

// More than most files have, so that a large one does not grow by small steps.
constexpr std::size_t kBlock = std::size_t{1} << 20U;

ReadError cannot_read(const std::string& path, int error) {
  return {fmt::format("cannot read {}: {}", path, std::strerror(error))};
}

}  // namespace

Result<std::string, ReadError> read_file(const std::string& path, std::size_t most) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (!file) return cannot_read(path, errno);
  std::string bytes;
  while (true) {
    const std::size_t before = bytes.size();
    bytes.resize(before + kBlock);
    errno = 0;
    const std::size_t read = std::fread(bytes.data() + before, 1, kBlock, file.get());
    bytes.resize(before + read);
    if (std::ferror(file.get()) != 0) return cannot_read(path, errno);
    if (bytes.size() > most) {
      return ReadError{fmt::format("{} is larger than {} MiB, the most that is read", path, most >> 20U)};
    }
    if (read < kBlock) return bytes;
  }
}

Result<std::string, ReadError> read_regular_file(const std::string& path, std::size_t most) {
  std::error_code none;
  const auto type = std::filesystem::status(path, none).type();
  const bool has_bytes = type == std::filesystem::file_type::regular || type == std::filesystem::file_type::not_found;
  if (none || has_bytes) return read_file(path, most);
  return ReadError{fmt::format("cannot read {}: it is no regular file", path)};
}

}  // namespace interleave

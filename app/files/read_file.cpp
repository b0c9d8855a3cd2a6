#include "app/files/read_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>
#include <memory>

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

}  // namespace interleave

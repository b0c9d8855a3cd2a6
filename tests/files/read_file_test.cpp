#include "app/files/read_file.h"

#include <doctest/doctest.h>
#include <fstream>

#include "tests/files/scratch_folder.h"

using namespace interleave;
using namespace interleave::testing;

namespace {

std::string problem(const std::string& path, std::size_t most) {
  const auto bytes = read_file(path, most);
  return bytes ? "none" : bytes.error().message;
}

}  // namespace

TEST_CASE("a file is read byte for byte, whatever its bytes and however long it is") {
  const ScratchFolder folder;
  std::string bytes;
  for (int i = 0; i < 3'000'000; ++i) bytes += static_cast<char>(i * 7);
  for (const std::string& contents : {std::string(), std::string("\0\r\n\xff", 4), bytes}) {
    std::ofstream(folder.path("a"), std::ios::binary) << contents;
    const auto read = read_file(folder.path("a"), bytes.size());
    REQUIRE(read);
    CHECK(read.value() == contents);
  }
}

TEST_CASE("what cannot be read says why, and what has no end is not read to it") {
  const ScratchFolder folder;
  CHECK(problem(folder.path("absent"), 10) == "cannot read " + folder.path("absent") + ": No such file or directory");
  CHECK(problem(folder.path(""), 10).ends_with(": Is a directory"));
  CHECK(problem("/dev/zero", std::size_t{3} << 20U) == "/dev/zero is larger than 3 MiB, the most that is read");
}

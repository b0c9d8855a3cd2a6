#include "app/files/replace_file.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

#include "app/files/read_file.h"
#include "tests/files/scratch_folder.h"

using namespace interleave;
using namespace interleave::testing;

namespace {

std::string contents_of(const std::string& path) { return read_file(path, 1'000'000).value(); }

}  // namespace

TEST_CASE("a file is made, and replaced whole by something shorter, and nothing else is left in its folder") {
  const ScratchFolder folder;
  CHECK_FALSE(replace_file(folder.path("a"), "something long"));
  CHECK_FALSE(replace_file(folder.path("a"), std::string_view("\0b", 2)));
  CHECK(contents_of(folder.path("a")) == std::string("\0b", 2));
  CHECK(folder.files() == 1);
}

TEST_CASE("who had the old file open goes on reading it: the new one takes its name") {
  const ScratchFolder folder;
  REQUIRE_FALSE(replace_file(folder.path("a"), "old"));
  const int old = ::open(folder.path("a").c_str(), O_RDONLY);
  REQUIRE(old >= 0);
  REQUIRE_FALSE(replace_file(folder.path("a"), "new"));
  char text[3] = {};
  CHECK(::read(old, text, sizeof text) == 3);
  CHECK(std::string_view(text, 3) == "old");
  ::close(old);
  CHECK(contents_of(folder.path("a")) == "new");
}

TEST_CASE("a link stays a link and permissions stay") {
  const ScratchFolder folder;
  REQUIRE_FALSE(replace_file(folder.path("a"), "old"));
  REQUIRE(::chmod(folder.path("a").c_str(), 0600) == 0);
  std::filesystem::create_symlink("a", folder.path("link"));
  CHECK_FALSE(replace_file(folder.path("link"), "new"));
  CHECK(std::filesystem::is_symlink(folder.path("link")));
  CHECK(contents_of(folder.path("a")) == "new");
  CHECK((std::filesystem::status(folder.path("a")).permissions() & std::filesystem::perms::mask) ==
        static_cast<std::filesystem::perms>(0600));
}

TEST_CASE("what cannot be written is told before and when it is tried") {
  const ScratchFolder folder;
  for (const std::string& path : {folder.path(""), folder.path("absent/a"), std::string()}) {
    CAPTURE(path);
    CHECK(can_replace_file(path));
    CHECK(replace_file(path, "text"));
  }
  CHECK(folder.files() == 0);
}

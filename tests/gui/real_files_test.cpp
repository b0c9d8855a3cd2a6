#include "app/gui/platform/real_files.h"

#include <cstdlib>
#include <doctest/doctest.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace interleave::gui {

namespace {

namespace fs = std::filesystem;

// A folder for one test, which is also where unsaved work is kept.
struct Folder {
  fs::path path = fs::temp_directory_path() / ("interleave-files-" + std::to_string(::getpid()));
  std::shared_ptr<Files> files = real_files();

  Folder() {
    fs::create_directories(path / "inner");
    ::setenv("XDG_STATE_HOME", path.c_str(), 1);
  }
  ~Folder() {
    ::unsetenv("XDG_STATE_HOME");
    fs::remove_all(path);
  }
  std::string at(const char* name) const { return (path / name).string(); }
};

}  // namespace

TEST_CASE("what is written is read again, keeps its permissions, and leaves nothing else behind") {
  const Folder folder;
  CHECK_FALSE(folder.files->write(folder.at("a.json"), "one"));
  ::chmod(folder.at("a.json").c_str(), 0640);
  const FileStamp before = folder.files->stamp(folder.at("a.json"));
  CHECK_FALSE(folder.files->write(folder.at("a.json"), "three"));
  CHECK(folder.files->read(folder.at("a.json")).value() == "three");
  CHECK_FALSE(folder.files->stamp(folder.at("a.json")) == before);
  struct stat status {};
  REQUIRE(::stat(folder.at("a.json").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0640);
  const auto entries = folder.files->list(folder.path.string());
  REQUIRE(entries);
  REQUIRE(entries.value().size() == 2);
  CHECK(entries.value()[0].name == "a.json");
  CHECK(entries.value()[1].is_folder);
}

TEST_CASE("a link stays one, and what it leads to is written") {
  const Folder folder;
  folder.files->write(folder.at("a.json"), "one");
  fs::create_symlink(folder.at("a.json"), folder.at("link.json"));
  CHECK_FALSE(folder.files->write(folder.at("link.json"), "two"));
  CHECK(fs::is_symlink(folder.at("link.json")));
  CHECK(folder.files->read(folder.at("a.json")).value() == "two");
}

TEST_CASE("what cannot be read or written is said as a sentence") {
  const Folder folder;
  CHECK(folder.files->read(folder.at("none.json")).error().message.find("No such file") != std::string::npos);
  CHECK(folder.files->read(folder.path.string()).error().message.find("Is a directory") != std::string::npos);
  CHECK(folder.files->write(folder.at("inner"), "x"));
  CHECK_FALSE(folder.files->list(folder.at("none")));
  CHECK(fs::is_directory(folder.at("inner")));
}

TEST_CASE("only what a program that no longer runs has kept is left behind") {
  const Folder folder;
  CHECK_FALSE(folder.files->write(folder.files->keeping_place(0), "mine"));
  CHECK(folder.files->left_behind().empty());
  // No process has this number: it is above the largest that a system gives.
  const std::string other = folder.at("interleave/unsaved-999999999-0");
  CHECK_FALSE(folder.files->write(other, "theirs"));
  CHECK(folder.files->left_behind() == std::vector<std::string>{other});
}

TEST_CASE("what was kept is left behind also where its program's number was given to another") {
  const Folder folder;
  const std::string mine = folder.files->keeping_place(0);
  CHECK_FALSE(folder.files->write(mine, "mine"));
  // Of this number, but begun at another moment.
  const std::string other = folder.at(("interleave/unsaved-" + std::to_string(::getpid()) + ".1-0").c_str());
  CHECK_FALSE(folder.files->write(other, "theirs"));
  CHECK(mine != other);
  CHECK(folder.files->left_behind() == std::vector<std::string>{other});
}

}  // namespace interleave::gui

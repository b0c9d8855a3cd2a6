#include <doctest/doctest.h>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

#include "tests/cli/support/process.h"

namespace interleave::test {

TEST_CASE("-o gives a file what standard output would have had, in every format, and standard output nothing") {
  const TemporaryFolder folder;
  for (const std::string format : {"console", "chart", "json", "trace", "csv", "svg"}) {
    CAPTURE(format);
    const std::string path = folder.write("result", "something old and longer than a line\n");
    const Finished finished = cli({"run", "coffee-shop", "--format", format, "-o", path});
    CHECK(finished.exit_code == 0);
    CHECK(finished.out == "");
    CHECK(finished.err == "");
    CHECK(contents_of(path) == cli({"run", "coffee-shop", "--format", format}).out);
    CHECK(folder.names() == std::vector<std::string>{"result"});
  }
}

TEST_CASE("a file that cannot be written is an error of exit code 2 and leaves nothing behind") {
  const TemporaryFolder folder;
  for (const std::string& path : {folder.path(), folder.path("absent/result"), folder.path("new/"), std::string()}) {
    CAPTURE(path);
    for (const std::string clock : {"virtual", "real"}) {
      const Finished finished = cli({"run", "coffee-shop", "--clock", clock, "-o", path});
      CHECK(finished.exit_code == 2);
      CHECK(finished.out == "");
      CHECK(finished.err != "");
    }
  }
  CHECK(folder.names().empty());
}

TEST_CASE("a disk that is full is reported and keeps the old file") {
  const TemporaryFolder folder;
  const std::string path = folder.write("result", "old");
  // A limit on the size of files fails a write as a full disk does. Its signal is ignored from the start, since a
  // sanitizer writes files of its own before the program does anything.
  const std::string script = "trap '' XFSZ; ulimit -f 0; exec '" INTERLEAVE_CLI "' run coffee-shop -o " + path;
  const Finished finished = run_process({.arguments = {"-c", script}, .input = "", .program = "/bin/sh"});
  CHECK(finished.exit_code == 2);
  CHECK(finished.err.find("cannot write " + path + ": File too large") != std::string::npos);
  CHECK(contents_of(path) == "old");
  CHECK(folder.names() == std::vector<std::string>{"result"});
}

TEST_CASE("a standard output that cannot be written is an error") {
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"run", "coffee-shop"},
                                                    {"compare", "coffee-shop"},
                                                    {"sweep", "coffee-shop"},
                                                    {"list"},
                                                    {"--help"},
                                                    {"--version"}}) {
    CAPTURE(arguments.front());
    const Finished finished = run_process({.arguments = arguments, .input = "", .stdout_file = "/dev/full"});
    CHECK(finished.exit_code == 2);
    CHECK(finished.err.find("cannot write to standard output: No space left on device") != std::string::npos);
  }
}

TEST_CASE("a reader that goes away ends the program without a word") {
  const std::string script = "'" INTERLEAVE_CLI "' sweep downloads --workers 1..1000 --format json | true";
  const Finished finished = run_process({.arguments = {"-c", script}, .input = "", .program = "/bin/sh"});
  CHECK(finished.exit_code == 0);
  CHECK(finished.err == "");
}

TEST_CASE("replacing a file keeps its permissions, and a link to it") {
  const TemporaryFolder folder;
  const std::string path = folder.write("result", "old");
  REQUIRE(::chmod(path.c_str(), 0640) == 0);
  std::filesystem::create_symlink("result", folder.path("link"));
  CHECK(cli({"run", "coffee-shop", "-o", folder.path("link")}).exit_code == 0);
  CHECK(std::filesystem::is_symlink(folder.path("link")));
  CHECK(contents_of(path) == cli({"run", "coffee-shop"}).out);
  CHECK((std::filesystem::status(path).permissions() & std::filesystem::perms::mask) ==
        static_cast<std::filesystem::perms>(0640));
}

TEST_CASE("a result is not written over its own scenario") {
  const TemporaryFolder folder;
  const std::string text = R"({"interleave": 1, "title": "T", "tasks": [{"name": "a", "steps": []}]})";
  const std::string path = folder.write("mine.json", text);
  const Finished finished = cli({"run", path, "-o", folder.path("./mine.json")});
  CHECK(finished.exit_code == 2);
  CHECK(finished.err.find("is the scenario itself") != std::string::npos);
  CHECK(contents_of(path) == text);
}

TEST_CASE("a device is written to and not replaced") {
  CHECK(cli({"run", "coffee-shop", "-o", "/dev/null"}).exit_code == 0);
  CHECK(std::filesystem::is_character_file("/dev/null"));
  CHECK(cli({"run", "coffee-shop", "-o", "/dev/stdout"}).out == cli({"run", "coffee-shop"}).out);
  CHECK(cli({"run", "coffee-shop", "-o", "-"}).out == cli({"run", "coffee-shop"}).out);
  const Finished full = cli({"run", "coffee-shop", "-o", "/dev/full"});
  CHECK(full.exit_code == 2);
  CHECK(full.err.find("No space left on device") != std::string::npos);
}

}  // namespace interleave::test

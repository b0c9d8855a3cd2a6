#include <doctest/doctest.h>
#include <filesystem>
#include <string>
#include <sys/stat.h>

#include "tests/cli/support/process.h"
#include "tests/support/png_bytes.h"

namespace interleave::test {
namespace {

using testing::png_bytes;

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a lesson opens scenarios of its folder, and shows pictures that are there and PNGs") {
  const TemporaryFolder folder;
  folder.write("kitchen.json",
               R"({"interleave": 1, "title": "Kitchen", "tasks": [{"name": "soup", "steps": [{"sleep": 2}]}]})");
  folder.write("broken.json",
               R"({"interleave": 1, "title": "Broken", "tasks": [{"name": "soup", "steps": [{"slep": 1}]}]})");
  folder.write("text.png", "no picture");
  folder.write("cook.png", png_bytes(8, 8));
  folder.write("cut.png", png_bytes(8, 8).substr(0, 33));
  folder.write("wide.png", png_bytes(65536, 8));
  const auto check = [&](const std::string& slides) {
    return cli({"lesson", "check", folder.write("a.lesson.md", "---\ntitle: A\n---\n\n" + slides)});
  };
  CHECK(check("# A\n\n![Cook](cook.png)\n\n```interleave\nopen kitchen\nrun until 1\n```\n").exit_code == 0);
  CHECK(check("# A\n\n```interleave\nopen kitchen.json\nrun\n```\n").exit_code == 0);
  CHECK(says(check("# A\n\n```interleave\nopen broken\n```\n").err, "broken.json:1:76: unknown key \"slep\""));
  CHECK(says(check("# A\n\n![Cook](cake.png)\n").err,
             ":7:9: error: the picture \"cake.png\": there is no such file in the lesson's folder"));
  CHECK(says(check("# A\n\n- a\n\n  ![Cook](text.png)\n").err, "it is no PNG; save the picture as one"));
  CHECK(says(check("# A\n\n![Cook](wide.png)\n").err, "it has 65536 x 8 pixels"));
  const Finished cut = check("# A\n\n![Cook](cut.png)\n\n![The same](cut.png)\n");
  CHECK(says(cut.err, ":7:9: error: the picture \"cut.png\": it is cut off; save it anew"));
  CHECK(says(cut.err, ":9:13: error: the picture \"cut.png\": it is cut off; save it anew"));
  const Finished outside = check("# A\n\n![Cook](../cook.png)\n\n```interleave\nopen ../kitchen\n```\n");
  CHECK(outside.exit_code == 2);
  CHECK(says(outside.err, ":7:9: error: \"../cook.png\" leads out of the lesson's folder"));
  CHECK(says(outside.err, ":10:1: error: \"../kitchen\" leads out of the lesson's folder"));
}

TEST_CASE("a picture that is not there is told of once, and so is one whose path is wrong") {
  const TemporaryFolder folder;
  const auto told = [&](const std::string& picture) {
    const std::string file = folder.write("a.lesson.md", "---\ntitle: A\n---\n\n# A\n\n![Cook](" + picture + ")\n");
    const std::string err = cli({"lesson", "check", file}).err;
    CHECK(says(err, ":7:9: error: "));
    CHECK(err.find("error: ") == err.rfind("error: "));
    return err;
  };
  CHECK(says(told("no..png"), "there is no such file in the lesson's folder"));
  CHECK(says(told("https://example.org/a.png"), "leads into the web"));
  CHECK(says(told("../a.png"), "leads out of the lesson's folder"));
  CHECK(says(told("cook.jpeg"), "is no PNG"));
}

TEST_CASE("a link in the lesson's folder is followed within it, and not out of it") {
  const TemporaryFolder folder;
  const std::filesystem::path root = folder.path();
  std::filesystem::create_directories(root / "lessons" / "inner");
  const std::string kitchen =
      R"({"interleave": 1, "title": "Kitchen", "tasks": [{"name": "soup", "steps": [{"sleep": 2}]}]})";
  folder.write("kitchen.json", kitchen);
  folder.write("cook.png", png_bytes(8, 8));
  folder.write("lessons/inner/soup.json", kitchen);
  folder.write("lessons/inner/cook.png", png_bytes(8, 8));
  std::filesystem::create_symlink("../kitchen.json", root / "lessons" / "kitchen.json");
  std::filesystem::create_symlink("../cook.png", root / "lessons" / "cook.png");
  std::filesystem::create_directory_symlink("..", root / "lessons" / "up");
  std::filesystem::create_symlink("inner/soup.json", root / "lessons" / "soup.json");
  std::filesystem::create_symlink("inner/cook.png", root / "lessons" / "inside.png");
  std::filesystem::create_directory_symlink("lessons", root / "by-link");
  const auto check = [&](const std::string& picture, const std::string& scenario) {
    folder.write("lessons/a.lesson.md", "---\ntitle: A\n---\n\n# A\n\n![Cook](" + picture +
                                            ")\n\n```interleave\nopen " + scenario + "\n```\n");
    return cli({"lesson", "check", folder.path("by-link/a.lesson.md")});
  };
  CHECK(check("inside.png", "soup").err == "");
  const std::string err = check("cook.png", "kitchen").err;
  CHECK(says(err,
             ":7:9: error: the picture \"cook.png\": it is a link that leads out of the lesson's folder; put "
             "the file itself there"));
  CHECK(says(err, ":10:1: error: \"kitchen.json\": it is a link that leads out of the lesson's folder"));
  const std::string by_folder = check("up/cook.png", "up/kitchen").err;
  CHECK(says(by_folder, ":7:9: error: "));
  CHECK(says(by_folder, ":10:1: error: "));
}

TEST_CASE("nobody waits for a lesson that is a pipe, a device or a folder") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo(folder.path("pipe.lesson.md").c_str(), 0600) == 0);
  std::filesystem::create_directory(folder.path("inner.lesson.md"));
  folder.write("a.lesson.md", "---\ntitle: A\n---\n\n# A\n\n![Cook](pipe.png)\n\n```interleave\nopen pipe\n```\n");
  REQUIRE(::mkfifo(folder.path("pipe.png").c_str(), 0600) == 0);
  REQUIRE(::mkfifo(folder.path("pipe.json").c_str(), 0600) == 0);
  for (const std::string& file :
       {folder.path("pipe.lesson.md"), folder.path("inner.lesson.md"), std::string("/dev/null")}) {
    const Finished finished = cli({"lesson", "check", file});
    CHECK(finished.exit_code == 2);
    CHECK(finished.err == "interleave-cli: cannot read " + file + ": it is no regular file\n");
  }
  const Finished listed = cli({"lesson", "list", folder.path()});
  CHECK(listed.exit_code == 2);
  CHECK(says(listed.err, "pipe.lesson.md: it is no regular file"));
  CHECK(says(listed.out, "a\tA\t1\t\n"));
  const std::string err = cli({"lesson", "check", folder.path("a.lesson.md")}).err;
  CHECK(says(err, ":7:9: error: the picture \"pipe.png\": there is no such file"));
  CHECK(says(err, ":10:1: error: there is no scenario \"pipe\""));
}

TEST_CASE("nothing that stands in a lesson or in its name does anything to the terminal") {
  const TemporaryFolder folder;
  const auto is_clean = [](const std::string& text) {
    return text.find_first_of("\x1B\x07\r") == std::string::npos && text.find("\u202E") == std::string::npos;
  };
  const std::string begin = "---\ntitle: A\n---\n\n# A\n\n";
  const std::string good = folder.write("a\x1B[31m\u202Eb.lesson.md", begin);
  const std::string bad = folder.write("bad\x1B[31m.lesson.md", "nothing\n");
  const std::string wrong = folder.write(
      "c\x1B[31m.lesson.md",
      begin +
          "```interleave\nopen \x1B[2J\n\x1B[2J\nshow \x1B[2J\nopen coffee-shop\nset-mode \x1B[2J\nselect \x1B[2J\n"
          "edit \x1B[2J seconds 2\nhighlight line \x1B[2J\nwork\x07out 2\n```\n\n```predict\nline 1\n- \x1B[2J: a\n"
          "- \u202Eb: c\n- \x1B[2J: a\n```\n");
  for (const std::string& file :
       {good, bad, wrong, folder.path("none\x1B[31m.lesson.md"), folder.path("no\r\u202Ene")}) {
    const Finished checked = cli({"lesson", "check", "--answers", file});
    CHECK(is_clean(checked.out));
    CHECK(is_clean(checked.err));
    CHECK(checked.exit_code == (file == good ? 0 : 2));
  }
  const Finished listed = cli({"lesson", "list", folder.path(), folder.path("none\x1B[31m")});
  CHECK(is_clean(listed.out));
  CHECK(is_clean(listed.err));
  CHECK(says(listed.out, "a\uFFFD[31m\uFFFDb\tA\t"));
}

TEST_CASE("a lesson's program that never ends is told of at its place") {
  const TemporaryFolder folder;
  const std::string file = folder.write(
      "a.lesson.md",
      "---\ntitle: A\n---\n\n# A\n\n```json scenario\n{\"interleave\": 1, \"title\": \"A\", \"tasks\": "
      "[{\"name\": \"a\", \"steps\": [{\"while\": \"1 > 0\", \"steps\": [{\"print\": \"on\"}]}]}]}\n```\n");
  const Finished finished = cli({"lesson", "check", file});
  CHECK(finished.exit_code == 2);
  CHECK(says(finished.err, file + ":8:1: error: a goes on for ever here"));
}

}  // namespace interleave::test

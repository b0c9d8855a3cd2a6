#include <doctest/doctest.h>
#include <fmt/format.h>
#include <string>
#include <vector>

#include "tests/cli/support/page.h"
#include "tests/cli/support/process.h"
#include "tests/cli/support/refusal.h"

namespace interleave::test {
namespace {

constexpr const char* kGoodLesson =
    "---\ntitle: Two waits\n---\n\n# Two waits\n\n```interleave\nopen coffee-shop\nset-mode coroutine\n```\n\n"
    "```predict\nmakespan\n- sequential: One after another.\n- shared-out: Shared out.\n```\n";

}  // namespace

TEST_CASE("lesson check says how long a good lesson takes, and nothing else") {
  const TemporaryFolder folder;
  const std::string file = folder.write("two-waits.lesson.md", kGoodLesson);
  const Finished finished = cli({"lesson", "check", file});
  CHECK(finished.exit_code == 0);
  CHECK(finished.err == "");
  CHECK(finished.out == "two-waits.lesson.md: 1 slide, 1 prediction, about 2 minutes\n");
}

TEST_CASE("lesson check says what is wrong where, with the line, a caret and what to write instead") {
  const TemporaryFolder folder;
  std::string text = kGoodLesson;
  text.replace(text.find("set-mode coroutine"), 18, "set-mode corutine");
  const std::string file = folder.write("two-waits.lesson.md", text);
  const Finished finished = cli({"lesson", "check", file});
  CHECK(finished.exit_code == 2);
  CHECK(finished.out == "");
  CHECK(contains(finished.err, file + ":9:1: error: \"corutine\" is no mode; did you mean coroutine? (write: set-mode "
                                      "mode)\nset-mode corutine\n^\n"));
  // What comes of that alone is not told.
  CHECK(!contains(finished.err, ":14:3:"));
}

TEST_CASE("lesson check --answers prints what the answers of each prediction come to, of a wrong lesson too") {
  const TemporaryFolder folder;
  std::string text = std::string(kGoodLesson);
  const std::string file = folder.write("two-waits.lesson.md", text.insert(text.find("- shared-out"), "- 8: No.\n"));
  const std::string answers = file + ":13: makespan: right 5 s; sequential 9 s; 8 s; shared-out 3 s\n";
  const Finished finished = cli({"lesson", "check", "--answers", file});
  CHECK(finished.exit_code == 0);
  CHECK(finished.out == answers + "two-waits.lesson.md: 1 slide, 1 prediction, about 2 minutes\n");
  const std::string wrong = folder.write("two-waits.lesson.md", text + "\n***\n");
  const Finished refused = cli({"lesson", "check", "--answers", wrong});
  CHECK(refused.exit_code == 2);
  CHECK(refused.out == answers);
}

TEST_CASE("a lesson that needs one which is neither built in nor beside it is told of, and is good") {
  const TemporaryFolder folder;
  folder.write("mine.lesson.md", kGoodLesson);
  std::string text = kGoodLesson;
  const std::string file =
      folder.write("a.lesson.md", text.insert(text.find("title"), "needs: mine, cofee-shop, two-locks\n"));
  const Finished finished = cli({"lesson", "check", file});
  CHECK(finished.exit_code == 0);
  CHECK(finished.err == file +
                            ":2:14: warning: there is no lesson \"cofee-shop\", built in or beside this file; did you "
                            "mean \"coffee-shop\"?\nneeds: mine, cofee-shop, two-locks\n             ^\n");
}

TEST_CASE("two wrong answers that are the same are a warning, and the lesson is good") {
  const TemporaryFolder folder;
  const std::string file = folder.write(
      "a.lesson.md",
      std::string(kGoodLesson).insert(std::string(kGoodLesson).find("- shared-out"), "- last: The last one.\n"));
  const Finished finished = cli({"lesson", "check", file});
  CHECK(finished.exit_code == 0);
  CHECK(contains(finished.err, ":16:3: warning: shared-out comes to 3 s, as last does"));
  CHECK(contains(finished.out, "1 slide"));
}

TEST_CASE("every one of several lessons is checked") {
  const TemporaryFolder folder;
  const std::string good = folder.write("good.lesson.md", kGoodLesson);
  const std::string bad = folder.write("bad.lesson.md", "# No title\n");
  const Finished finished = cli({"lesson", "check", bad, good, folder.path("none.lesson.md")});
  CHECK(finished.exit_code == 2);
  CHECK(contains(finished.out, "good.lesson.md: 1 slide"));
  CHECK(contains(finished.err, bad + ":1:1: error: a lesson begins with a line ---"));
  CHECK(contains(finished.err, "cannot read " + folder.path("none.lesson.md")));
}

TEST_CASE("bad lessons are named with a place, whatever is wrong with them") {
  const TemporaryFolder folder;
  std::string binary = "---\ntitle: A\n---\n";
  for (int i = 0; i < 1000; ++i) binary.push_back(static_cast<char>(i * 7));
  std::string slides = "---\ntitle: A\n---\n\n# A\n";
  for (int i = 0; i < 10'000; ++i) slides += "\n---\n\n# A\n";
  const std::string good = kGoodLesson;
  std::vector<std::string> texts = {"",
                                    "\n",
                                    binary,
                                    slides,
                                    good + "\n```interleave\n",
                                    good + "\n<!-- ",
                                    "---\n",
                                    std::string(9U << 20U, 'a'),
                                    std::string(100'000, '>'),
                                    std::string(100'000, '['),
                                    good + "\n<script>\n",
                                    good + "\n***\n"};
  for (std::size_t size = 1; size + 40 < good.size(); size += 11) texts.push_back(good.substr(0, size));
  for (const std::string& text : texts) {
    CAPTURE(text.substr(0, 300));
    const std::string file = folder.write("bad.lesson.md", text);
    const Finished finished = cli({"lesson", "check", file});
    // What was cut off behind a whole slide is a good lesson still.
    CHECK((finished.exit_code == 2 || finished.exit_code == 0));
    if (finished.exit_code == 0) continue;
    CHECK(finished.out == "");
    CHECK((finished.err.starts_with(file + ":") || finished.err.starts_with("interleave-cli: ")));
  }
}

TEST_CASE("a new lesson passes the check as it is") {
  const TemporaryFolder folder;
  const std::string file = folder.path("coffee-break.lesson.md");
  const Finished made = cli({"lesson", "new", "coffee-break", "-o", file});
  CHECK(made.exit_code == 0);
  CHECK(made.out == "");
  CHECK(contains(contents_of(file), "title: Coffee break\n"));
  const Finished checked = cli({"lesson", "check", file});
  CHECK(checked.exit_code == 0);
  CHECK(checked.err == "");
  CHECK(checked.out == "coffee-break.lesson.md: 5 slides, 1 prediction, 5 minutes\n");
  CHECK(cli({"lesson", "new", "coffee-break"}).out == contents_of(file));
  check_refused({"lesson", "new", "-o", file}, "is there already; name another file for the new lesson");
  check_refused({"lesson", "new", ""}, "is no name for a lesson");
}

TEST_CASE("lessons are listed with what they need, built-in ones first, then those of folders") {
  const TemporaryFolder folder;
  folder.write("b.lesson.md", "---\ntitle: Second\nminutes: 7\nneeds: a, start-here\n---\n\n# B\n");
  folder.write("a.lesson.md", kGoodLesson);
  folder.write("notes.md", "no lesson");
  const std::string built_in = cli({"lesson", "list"}).out;
  const Finished finished = cli({"lesson", "list", folder.path()});
  CHECK(finished.exit_code == 0);
  CHECK(finished.out == built_in + "a\tTwo waits\t2\t\nb\tSecond\t7\ta, start-here\n");
  folder.write("c.lesson.md", "broken");
  const Finished broken = cli({"lesson", "list", folder.path()});
  CHECK(broken.exit_code == 2);
  CHECK(broken.out == finished.out);
  CHECK(contains(broken.err, "c.lesson.md has mistakes; lesson check says which"));
  CHECK(cli({"lesson", "list", folder.path("none")}).exit_code == 2);
}

TEST_CASE("a call of lesson with something missing or wrong is refused") {
  check_refused({"lesson"}, "a command is missing: check, list, new or export");
  check_refused({"lesson", "chek"}, "no such command; there are check, list, new, export; did you mean check?");
  check_refused({"lesson", "check"}, "FILE");
  check_refused({"lesson", "new", "a", "b"}, "one argument too many");
}

}  // namespace interleave::test

#include <doctest/doctest.h>

#include "tests/lesson/lesson_text.h"

namespace interleave::lesson {
namespace {

TEST_CASE("the front matter says what is known of the lesson as a whole") {
  const std::string text =
      "---\n# comment\ntitle: The coffee shop\nauthor: A. Teacher\nlocale: en\nminutes: 14\n\nneeds: start-here, "
      "calling\n---\n\n# First\n";
  CHECK(errors_of(text) == "");
  const Lesson lesson = lesson_of(text);
  CHECK(lesson.title == "The coffee shop");
  CHECK(lesson.author == "A. Teacher");
  CHECK(lesson.locale == "en");
  CHECK(lesson.minutes == 14);
  REQUIRE(lesson.needs.size() == 2);
  CHECK(lesson.needs[0].text == "start-here");
  CHECK(lesson.needs[1].text == "calling");
  CHECK(lesson.text.substr(lesson.needs[1].offset).starts_with("calling"));
}

TEST_CASE("slides begin behind a line of three dashes between blank lines, which within a fence or a comment is none") {
  const std::string text =
      with_slides("# One\n\n---\n\n# Two\n\n```\na\n\n---\n\nb\n```\n\n<!--\n\n---\n\n-->\n\n---\n");
  CHECK(errors_of(text) == "26:1: there is nothing on this slide; write something, or leave out a ---\n");
  const Lesson lesson = lesson_of(with_slides("# One\n\n---\n\n# Two\n\n```\na\n\n---\n\nb\n```\n"));
  REQUIRE(lesson.slides.size() == 2);
  CHECK(lesson.slides[0].title == "One");
  CHECK(lesson.slides[1].title == "Two");
}

TEST_CASE("a slide is built up by pauses, and what follows a prediction is a later build") {
  const std::string text = with_slides(
      "# One\n\nA\n\n<!-- pause -->\n\nB\n\n```predict\nmakespan\n- sequential: No.\n```\n\nC\n\n<!-- pause -->\n");
  CHECK(errors_of(text) == "");
  const Lesson lesson = lesson_of(text);
  REQUIRE(lesson.slides.size() == 1);
  const auto& builds = lesson.slides[0].builds;
  REQUIRE(builds.size() == 3);
  CHECK(builds[0].blocks.size() == 2);
  CHECK(builds[1].prediction);
  CHECK(builds[1].blocks.size() == 1);
  CHECK(!builds[2].prediction);
  CHECK(std::get<Paragraph>(builds[2].blocks.at(0).what).words == Words{{"C"}});
}

TEST_CASE("a prediction at the end of its slide is followed by no build") {
  const Lesson lesson = lesson_of(with_slides("# One\n\n```predict\nmakespan\n- sequential: No.\n```\n"));
  REQUIRE(lesson.slides.size() == 1);
  CHECK(lesson.slides[0].builds.size() == 1);
}

TEST_CASE("notes are the speaker's alone, and several are joined; other comments say nothing") {
  const std::string text = with_slides(
      "# One\n\n<!-- notes: Ask first. -->\n<!-- a comment -->\n\n<!-- notes:\nThen wait.\n-->\n\nText <!-- x --> goes "
      "on.\n");
  CHECK(errors_of(text) == "");
  const Lesson lesson = lesson_of(text);
  REQUIRE(lesson.slides.size() == 1);
  CHECK(lesson.slides[0].notes == "Ask first.\nThen wait.");
  REQUIRE(lesson.slides[0].builds[0].blocks.size() == 2);
  CHECK(plain_text(std::get<Paragraph>(lesson.slides[0].builds[0].blocks[1].what).words) == "Text  goes on.");
}

TEST_CASE("commands are kept line by line with their places, a scenario as it stands") {
  const std::string text = with_slides(
      "# One\n\n```interleave\n# a comment\nopen coffee-shop\n\n  set-mode coroutine\n```\n\n~~~json "
      "scenario\n{}\n~~~\n");
  CHECK(errors_of(text) == "");
  const Lesson lesson = lesson_of(text);
  const Build& build = lesson.slides.at(0).builds.at(0);
  REQUIRE(build.commands.size() == 2);
  CHECK(build.commands[0].text == "open coffee-shop");
  CHECK(build.commands[1].text == "set-mode coroutine");
  CHECK(lesson.text.substr(build.commands[1].offset).starts_with("set-mode"));
  REQUIRE(build.scenario);
  CHECK(build.scenario->text == "{}\n");
  CHECK(build.blocks.size() == 1);
}

TEST_CASE("minutes that nobody says are one a slide and one more a prediction") {
  const std::string predict = "```predict\nmakespan\n- sequential: No.\n```\n";
  CHECK(minutes_of(lesson_of(with_slides("# A\n\n" + predict + "\n---\n\n# B\n"))) == 3);
  CHECK(minutes_of(lesson_of("---\ntitle: T\nminutes: 7\n---\n\n# A\n")) == 7);
}

TEST_CASE("a file with a byte order mark and lines that end as on Windows is read as any other") {
  const std::string text =
      "\xEF\xBB\xBF---\r\ntitle: T\r\n---\r\n\r\n# A\r\n\r\n---\r\n\r\n# B\r\n\r\n```interleave\r\nrun\r\n```\r\n";
  CHECK(errors_of(text) == "");
  const Lesson lesson = lesson_of(text);
  CHECK(lesson.title == "T");
  REQUIRE(lesson.slides.size() == 2);
  CHECK(lesson.slides[1].title == "B");
  CHECK(lesson.slides[1].builds.at(0).commands.at(0).text == "run");
}

}  // namespace
}  // namespace interleave::lesson

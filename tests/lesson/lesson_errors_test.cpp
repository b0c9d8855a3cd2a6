#include <doctest/doctest.h>
#include <vector>

#include "core/lesson/prediction_reader.h"
#include "tests/lesson/lesson_text.h"

namespace interleave::lesson {
namespace {

struct WrongLesson {
  std::string text;
  std::string errors;
};

TEST_CASE("each mistake of the front matter has its place, and what to write instead") {
  const std::vector<WrongLesson> wrong = {
      {"",
       "1:1: a lesson begins with a line ---, a line such as title: The coffee shop, and a line ---\n"
       "1:1: the lesson has no slide; write # and a heading below the line ---\n"},
      {"# A\n", "1:1: a lesson begins with a line ---, a line such as title: The coffee shop, and a line ---\n"},
      {"---\ntitle: A\n",
       "1:1: a line --- is missing that ends what stands above the first slide; write it below the title\n"},
      {"---\ntitle: A\n\n# A\n\nText.\n\n---\n\n# B\n\nMore.\n",
       "1:1: a line --- is missing that ends what stands above the first slide; write it below the title\n"},
      {"---\nauthor: A\n---\n# A\n",
       "1:1: the title is missing; write a line such as title: The coffee shop above the next ---\n"},
      {"---\ntitle: A\nminuts: 5\n---\n# A\n", "3:1: unknown key \"minuts\"; did you mean minutes?\n"},
      {"---\ntitle: A\nroom: 5\n---\n# A\n",
       "3:1: unknown key \"room\"; a lesson has title, author, locale, minutes or needs\n"},
      {"---\ntitle: A\nminutes: 601\n---\n# A\n", "3:10: \"601\" are no minutes; write a whole number from 1 to 600\n"},
      {"---\ntitle: A\nminutes: 1.5\n---\n# A\n", "3:10: \"1.5\" are no minutes; write a whole number from 1 to 600\n"},
      {"---\ntitle: A\ntitle: B\n---\n# A\n", "3:1: title is said twice; leave one of them out\n"},
      {"---\ntitle:\n---\n# A\n", "2:1: title says nothing; write something behind the colon\n"},
      {"---\ntitle: \"\"\n---\n# A\n", "2:1: title says nothing; write something behind the colon\n"},
      {"---\ntitle: A\nauthor: \"  \"\nneeds: \"\"\n---\n# A\n",
       "3:1: author says nothing; write something behind the colon\n"
       "4:1: needs says nothing; write something behind the colon\n"},
      {"---\ntitle: A\nlocale: a b\n---\n# A\n", "3:9: \"a b\" is no language; write en, or de-CH\n"},
      {"---\ntitle: A\nneeds: a, , b\n---\n# A\n",
       "3:10: lessons are named as their files, without .lesson.md, and a comma stands between two; such as "
       "start-here, calling\n"},
      {"---\ntitle: A\nneeds: a.lesson.md\n---\n# A\n",
       "3:8: lessons are named as their files, without .lesson.md, and a comma stands between two; such as "
       "start-here, calling\n"},
      {"---\ntitle: A\nneeds: a, b, a\n---\n# A\n", "3:14: \"a\" is needed twice; leave one of them out\n"},
      {"---\ntitle: " + std::string(1001, 'A') + "\n---\n# A\n",
       "2:8: title has more than 1000 characters; write less\n"},
      {"---\ntitle A\n---\n# A\n",
       "1:1: the title is missing; write a line such as title: The coffee shop above the next ---\n"
       "2:1: a colon is missing here; write a line such as minutes: 14\n"},
  };
  for (const WrongLesson& one : wrong) {
    CAPTURE(one.text);
    CHECK(errors_of(one.text) == one.errors);
  }
}

TEST_CASE("each mistake of a slide has its place, and what to write instead") {
  const std::vector<WrongLesson> wrong = {
      {"# A\n\n```interleave\nrun\n", "7:1: this fence does not end; write a line ``` below it\n"},
      {"# A\n\n<!-- notes: a\n", "7:1: this comment does not end; write --> where it does\n"},
      {"# A\n\n<!-- pause->\n\nb\n\n---\n\n# B\n\n<!-- notes: c -->\n",
       "7:1: this comment does not end before another one begins; write --> where it does\n"},
      {"# A\n\n<!-- a --> b\n", "7:12: a comment ends its line; go on in the next one\n"},
      {"# A\n---\n\n# B\n",
       "6:1: a new slide begins with ---, with a blank line above and below it; a heading with ##\n"},
      {"# A\n\n---\n# B\n", "7:1: a new slide begins with a line of three ---, with a blank line below it\n"},
      {"# A\n\n----\n\n# B\n", "7:1: a new slide begins with a line of three ---, with a blank line below it\n"},
      {"# A\n\n---\n\n---\n\n# B\n", "8:1: there is nothing on this slide; write something, or leave out a ---\n"},
      {"# A\n\n```predct\nmakespan\n```\n", "7:1: no fence is called \"predct\"; did you mean predict?\n"},
      {"# A\n\n ```interleave\nrun\n```\n",
       "7:2: this fence stands at the beginning of its line; leave out what is before it\n"},
      {"# A\n\n```json scenario\n{}\n```\n\n```json scenario\n{}\n```\n",
       "11:1: there is a scenario here already; write <!-- pause --> above the second\n"},
      {"# A\n\n```predict\nmakespan\n```\n\n```predict\nmakespan\n```\n",
       "11:1: this slide asks for a prediction already; write --- above the second\n"},
  };
  for (const WrongLesson& one : wrong) {
    CAPTURE(one.text);
    CHECK(errors_of(with_slides(one.text)) == one.errors);
  }
}

TEST_CASE("a fence with more behind its name is none, and what it was meant to be is told") {
  const std::vector<WrongLesson> wrong = {
      {"```predict makespan\n```\n",
       "5:1: no fence is called \"predict makespan\"; write predict, and \"makespan\" as the first line of the "
       "fence\n"},
      {"```predct ends food\n```\n",
       "5:1: no fence is called \"predct ends food\"; write predict, and \"ends food\" as the first line of the "
       "fence\n"},
      {"```interleave show timeline\nrun\n```\n",
       "5:1: no fence is called \"interleave show timeline\"; write interleave, and \"show timeline\" as the first "
       "line "
       "of the fence\n"},
      {"```json scenario kitchen\n{}\n```\n",
       "5:1: no fence is called \"json scenario kitchen\"; write json scenario, and \"kitchen\" as the first line of "
       "the "
       "fence\n"},
      {"```scenario\n{}\n```\n", "5:1: no fence is called \"scenario\"; did you mean json scenario?\n"},
      {"```json scenaro\n{}\n```\n", "5:1: no fence is called \"json scenaro\"; did you mean json scenario?\n"},
      {"```json\n{}\n```\n\n```python title\n```\n\n```question\n```\n", ""},
  };
  for (const WrongLesson& one : wrong) {
    CAPTURE(one.text);
    CHECK(errors_of(with_slides(one.text)) == one.errors);
  }
}

TEST_CASE("a comment that is nearly one of the lesson's own is told of, and any other says nothing") {
  for (const char* comment : {"Pause", "pauze", "pause 2", "PAUSE"}) {
    CAPTURE(comment);
    CHECK(errors_of(with_slides(fmt::format("# A\n\n<!-- {} -->\n\nb\n", comment))) ==
          "7:1: this comment says nothing; did you mean <!-- pause -->?\n");
  }
  for (const char* comment : {"note: x", "Notes: x", "notes : x", "notes", "note"}) {
    CAPTURE(comment);
    CHECK(errors_of(with_slides(fmt::format("# A\n\n<!-- {} -->\n", comment))) ==
          "7:1: this comment says nothing; did you mean <!-- notes: … -->?\n");
  }
  for (const char* comment : {"", "x", "Note that this is long", "todo: more", "a pause follows", "causes", "past"}) {
    CAPTURE(comment);
    CHECK(errors_of(with_slides(fmt::format("# A\n\n<!-- {} -->\n", comment))) == "");
  }
}

TEST_CASE("a fence that does not end is told of once, and nothing of what follows it") {
  const std::string rest = "\n***\n\n---\n\n# B\n\n```predict\nnothing\n```\n\n<script>\n";
  const std::string told = ":1: this fence does not end; write a line ``` below it\n";
  CHECK(errors_of(with_slides("# A\n\n```interleave\nrun\n" + rest)) == "7" + told);
  CHECK(errors_of(with_slides("# A\n\n```json scenario\n{}\n" + rest)) == "7" + told);
  CHECK(errors_of(with_slides("# A\n\n```python\nrun()\n" + rest)) == "7" + told);
  CHECK(errors_of(with_slides("```interleave\nrun\n" + rest)) == "5" + told);
  CHECK(errors_of(with_slides("# A\n\n````markdown\n```predict\nmakespan\n```\n````\n")) == "");
}

TEST_CASE("all mistakes of a file are told, in its order") {
  const std::string text = "---\ntitel: A\n---\n\n# A\n\n***\n\n```predict\n```\n\n#### B\n\n```interleave\n";
  const std::string errors = errors_of(text);
  CAPTURE(errors);
  for (const char* place : {"1:1: ", "2:1: ", "7:1: ", "9:1: ", "12:6: ", "14:1: "}) {
    CAPTURE(place);
    CHECK(errors.find(place) != std::string::npos);
  }
}

TEST_CASE("a file that is no text, or too much of it, is told so") {
  CHECK(errors_of(std::string_view("---\ntitle: A\n---\n\n# \0", 21)).find("zero byte") != std::string::npos);
  CHECK(errors_of("---\rtitle: A\r---\r\r# A\r") ==
        "1:4: a line ends here by CR alone; save the file with lines that end by LF, or by CR LF\n");
  CHECK(errors_of(with_slides("# A\n\nb\r---\rc\n")) ==
        "7:2: a line ends here by CR alone; save the file with lines that end by LF, or by CR LF\n");
  CHECK(errors_of("---\r\ntitle: A\r\n---\r\n\r\n# A\r\n") == "");
  CHECK(errors_of("---\ntitle: \xff\n---\n") == "2:8: the byte 0xFF is not UTF-8 here; save the file as UTF-8 text\n");
  CHECK(errors_of(std::string(kMostLessonBytes + 1, 'a')).find("more than 8 MiB") != std::string::npos);
  std::string slides;
  for (std::size_t i = 0; i < kMostSlides + 10; ++i) slides += "# A\n\n---\n\n";
  CHECK(errors_of(with_slides(slides)).find("at most 2000 slides") != std::string::npos);
  CHECK(errors_of(with_slides(std::string(kMostPartBytes + 1, 'a'))) ==
        "4:1: this part of the slide has more than 64 KiB of text; make several slides of it\n");
}

TEST_CASE("a slide has so many parts, a part so many commands, and a question so many answers") {
  const auto times = [](std::size_t count, const std::string& text) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += text;
    return all;
  };
  const auto slide = [](const std::string& text) { return errors_of(with_slides("# A\n\n" + text)); };
  CHECK(slide(times(kMostParts - 1, "<!-- pause -->\n\na\n\n")) == "");
  CHECK(slide(times(kMostParts + 5, "<!-- pause -->\n\na\n\n"))
            .ends_with(": a slide has at most 100 parts; make several slides of it\n"));
  CHECK(slide("```interleave\n" + times(kMostCommands, "run\n") + "```\n") == "");
  CHECK(slide("```interleave\n" + times(kMostCommands + 5, "run\n") + "```\n") ==
        "208:1: a part of a slide has at most 200 commands; leave some out, or write <!-- pause --> between them\n");
  std::string answers;
  for (std::size_t i = 0; i < kMostAnswers; ++i) answers += fmt::format("- {}: a\n", i);
  CHECK(slide("```predict\nmakespan\n" + answers + "```\n") == "");
  CHECK(slide("```predict\nmakespan\n" + answers + "- 99: b\n  c\n- 100: d\n```\n") ==
        "59:1: a question has at most 50 answers; leave some out\n");
}

TEST_CASE("an answer of a choice is there once, and a mistake in it is told of once") {
  const auto choice = [](const std::string& answers) {
    return errors_of(with_slides("# A\n\n```predict\nchoice\nWhich?\n" + answers + "```\n"));
  };
  CHECK(choice("- [x] a\n- [ ] b\n- [ ] a\n") == "12:3: this answer is there twice; leave one of them out\n");
  CHECK(
      choice("- [x] a\n- [ ] <b>b</b>\n") ==
      "11:3: this is HTML, of which only comments are known; write it in Markdown, and \\< where the sign is meant\n");
}

TEST_CASE("what is right in a lesson is read although something else is wrong") {
  const Lesson lesson = lesson_of(with_slides("# A\n\n***\n\n---\n\n# B\n\n```interleave\nrun\n```\n"));
  REQUIRE(lesson.slides.size() == 2);
  CHECK(lesson.slides[0].title == "A");
  CHECK(lesson.slides[1].builds.at(0).commands.size() == 1);
}

}  // namespace
}  // namespace interleave::lesson

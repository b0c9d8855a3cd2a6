#include <doctest/doctest.h>
#include <vector>

#include "tests/lesson/lesson_text.h"

namespace interleave::lesson {
namespace {

// A slide with a fence of these lines, the first of which is line 6 of the file.
std::string slide_with(std::string_view lines) { return with_slides("```predict\n" + std::string(lines) + "```\n"); }

Prediction prediction_of(std::string_view lines) {
  const ReadLesson read = read_lesson(slide_with(lines));
  for (const Finding& finding : read.findings) FAIL_CHECK(finding.message);
  return read.lesson.slides.at(0).builds.at(0).prediction.value();
}

TEST_CASE("a prediction has what is asked, the question, and an explanation for each answer") {
  const Prediction prediction = prediction_of(
      "makespan\nHow long does the *whole* run take?\n- right: All three wait over the same seconds.\n"
      "- sequential: That is one after another.\n  It would be so if each waited for the one before it.\n- 7:\n"
      "- \"a: b\": Quoted.\n");
  CHECK(prediction.asked.text == "makespan");
  CHECK(prediction.words == Words{{"How long does the "}, {"whole", {.slanted = true}}, {" run take?"}});
  REQUIRE(prediction.answers.size() == 4);
  CHECK(prediction.answers[0].key.text == "right");
  CHECK(prediction.answers[1].key.text == "sequential");
  CHECK(plain_text(prediction.answers[1].text) ==
        "That is one after another. It would be so if each waited for the one before it.");
  CHECK(prediction.answers[2].key.text == "7");
  CHECK(prediction.answers[2].text.empty());
  CHECK(prediction.answers[3].key.text == "\"a: b\"");
}

TEST_CASE("a question and the right answer may be left out") {
  const Prediction prediction = prediction_of("ends food\n- sequential: No.\n");
  CHECK(prediction.words.empty());
  CHECK(prediction.answers.size() == 1);
}

TEST_CASE("of a choice the lesson says which answer is right") {
  const Prediction prediction = prediction_of(
      "choice\nWhat does the loop do?\n- [ ] It asks around.\n- [x] It sleeps.\n  Until the next timer.\n");
  REQUIRE(prediction.options.size() == 2);
  CHECK(!prediction.options[0].is_right);
  CHECK(prediction.options[1].is_right);
  CHECK(plain_text(prediction.options[1].text) == "It sleeps.");
  CHECK(plain_text(prediction.options[1].explanation) == "Until the next timer.");
}

TEST_CASE("each mistake of a prediction has its place, and what to write instead") {
  struct Wrong {
    std::string lines;
    std::string errors;
  };
  const std::vector<Wrong> wrong = {
      {"", "5:1: the first line says what is asked, such as makespan, ends food or choice; it is missing here\n"},
      {"- right: A\n",
       "5:1: the first line says what is asked, such as makespan, ends food or choice; it is missing here\n"},
      {"makespan\n- sequential\n",
       "7:3: an answer is written as - sequential: text, or - 7: text; the colon or what stands before it is "
       "missing\n"},
      {"makespan\n- 7: a\n- 7: b\n", "8:3: the answer \"7\" is there twice; leave one of them out\n"},
      {"makespan\n- 7: a\nb\n", "8:1: an answer begins with \"- \", and goes on in lines that begin with two blanks\n"},
      {"makespan\n- [x] a\n",
       "7:3: answers to choose from belong to a choice; here the engine knows the right one, and a wrong one is "
       "written as - sequential: …\n"},
      {"choice\nWhat?\n- right: a\n",
       "5:1: a choice needs two answers or more, each a line - [ ] text\n"
       "5:1: no answer is the right one; write - [x] before it\n"
       "8:3: of a choice the right answer is written as - [x] text, and a wrong one as - [ ] text\n"},
      {"choice\nWhat?\n- [x] a\n- [x] b\n", "5:1: 2 answers are right; a choice has exactly one - [x]\n"},
      {"choice\nWhat?\n- [x] a\n- [y] b\n- [ ] c\n",
       "9:3: write - [x] before the right answer, and - [ ] before each wrong one\n"},
      {"choice\n- [x] a\n- [ ] b\n", "6:1: the question is missing; write it in the lines below choice\n"},
      {"choice of mine\nWhat?\n- [x] a\n- [ ] b\n",
       "6:1: nothing stands behind choice; the question is in the next line\n"},
      {"makespan\n> quoted\n- 7: a\n", "7:1: only words can stand here; write it as a paragraph\n"},
  };
  for (const Wrong& one : wrong) {
    CAPTURE(one.lines);
    CHECK(errors_of(slide_with(one.lines)) == one.errors);
  }
}

}  // namespace
}  // namespace interleave::lesson

#include "app/gui/model/lesson/show_slide.h"

#include <algorithm>

#include "app/gui/model/lesson/check_lesson.h"
#include "app/gui/model/lesson/posed_prediction.h"
#include "tests/gui/lesson/stage.h"

namespace interleave::gui {
namespace {

lesson::Lesson lesson_with(const std::string& slides) {
  lesson::ReadLesson read = lesson::read_lesson("---\ntitle: Test\n---\n\n" + slides);
  for (const lesson::Finding& finding : read.findings) FAIL_CHECK(finding.message);
  return std::move(read).lesson;
}

// What is wrong with the slides, a line each, with what stands there.
std::string errors_in(const std::string& slides) {
  const lesson::Lesson lesson = lesson_with(slides);
  const LessonReport report = check_lesson(lesson, ".", [](const std::string&) { return std::nullopt; });
  std::string text;
  for (const lesson::Finding& error : report.errors) {
    const std::string rest = lesson.text.substr(error.offset);
    text += rest.substr(0, rest.find('\n')) + " | " + error.message + "\n";
  }
  for (const lesson::Finding& warning : report.warnings) text += "warning: " + warning.message + "\n";
  return text;
}

std::string commands(const std::string& lines) { return "```interleave\n" + lines + "\n```\n\n"; }
std::string predict(const std::string& lines) { return "```predict\n" + lines + "\n```\n\n"; }

TEST_CASE("the scenario and how it is run go on to the next slide, what is looked at does not") {
  Stage stage;
  begin_slide(stage.state, stage.view);
  for (const char* command : {"open coffee-shop", "set-mode coroutine", "edit food seconds 2", "layout picture",
                              "compare on", "freeze 1", "hide future", "select food", "playhead 1"}) {
    stage.must(command);
  }
  begin_slide(stage.state, stage.view);
  CHECK(stage.state.settings.mode == Mode::coroutine);
  CHECK(std::get<Number>(stage.state.scenario().tasks[1].arguments[1]).text == "2");
  CHECK(stage.view.layout == LessonLayout::beside);
  CHECK(stage.view.freezes.empty());
  CHECK(!stage.view.hides_future);
  CHECK(!stage.state.comparing);
  CHECK(!stage.state.selection);
  CHECK(!stage.state.run.started);
  CHECK(stage.state.playhead == Time{});
  CHECK(!stage.view.has_picture());
  stage.must("run");
  CHECK(stage.view.has_picture());
}

TEST_CASE(
    "a scenario in the lesson takes the place of one that is opened, and its mistakes are told where they stand") {
  CHECK(errors_in("# A\n\n```json scenario\n{\"interleave\": 1, \"title\": \"T\",\n \"tasks\": [{\"name\": \"a\", "
                  "\"steps\": [{\"sleep\": 2}]}]}\n```\n\n" +
                  commands("run") + predict("makespan\n- 3: No.")) == "");
  CHECK(errors_in("# A\n\n```json scenario\n{\"interleave\": 1, \"title\": \"é\",\n \"tasks\": [{\"name\": \"é\", "
                  "\"steps\": [{\"slep\": 2}]}]}\n```\n")
            .starts_with("\"slep\": 2}]}]} | unknown key \"slep\"; did you mean \"sleep\"?"));
}

TEST_CASE("a picture on which there is nothing is told of, unless it is meant") {
  const std::string nobody =
      "# A\n\n```json scenario\n{\"interleave\": 1, \"title\": \"T\", \"tasks\": [{\"name\": \"a\", \"steps\": []}]}\n"
      "```\n\n";
  CHECK(errors_in(nobody).find("there is nothing on this slide's picture") != std::string::npos);
  CHECK(errors_in(nobody + commands("empty")) == "");
  CHECK(errors_in(nobody + commands("layout text")) == "");
}

TEST_CASE("a right answer that a wrong one is too, is refused; two wrong ones alike are warned of") {
  const std::string shop = "# A\n\n" + commands("open coffee-shop\nset-mode coroutine");
  CHECK(errors_in(shop + predict("makespan\n- right: Yes.\n- sequential: No.\n- 8: No.")) == "");
  CHECK(errors_in(shop + predict("makespan\n- 5.05: No.")) ==
        "5.05: No. | 5.05 comes to 5.05 s, which is right; change a number of the scenario, leave this answer out, or "
        "write - right: before its text\n");
  CHECK(errors_in(shop + predict("makespan\n- shared-out: No.\n- last: No.")) ==
        "warning: last comes to 3 s, as shared-out does: who answers so is told what stands there first; with other "
        "numbers they can be told apart\n");
  CHECK(errors_in("# A\n\n" + commands("open coffee-shop") + predict("makespan\n- sequential: No.")) ==
        "sequential: No. | sequential comes to 9 s, which is right; change a number of the scenario, leave this "
        "answer out, or write - right: before its text\n");
}

TEST_CASE("a question about orders is warned of where there is one order alone") {
  const std::string tickets =
      "# A\n\n" + commands("open last-ticket\nset-mode sequential") + predict("outcomes\n- 2: No.");
  CHECK(
      errors_in(tickets) ==
      "warning: one after another there is one order alone; write set-mode threads above it where several are meant\n");
}

TEST_CASE("a run behind an order that is shown is told of, for it would take its place") {
  const std::string order = "open last-ticket\nschedule \"desk 1, desk 2\"";
  CHECK(errors_in("# A\n\n" + commands(order)) == "");
  CHECK(errors_in("# A\n\n" + commands(order + "\nrun")) ==
        "run | schedule has shown a run already, of which this one takes the place; leave one of them out\n");
  CHECK(errors_in("# A\n\n" + commands(order + "\nrun until 0")) ==
        "run until 0 | schedule has shown a run already, of which this one takes the place; leave one of them out\n");
}

TEST_CASE("a question without an answer is refused where it stands, and so is a model that says nothing here") {
  const std::string shop = "# A\n\n" + commands("open coffee-shop\nset-mode coroutine");
  CHECK(errors_in("# A\n\n" + predict("makespan\n- 8: No.")) ==
        "makespan | there is nothing to ask about yet; write open coffee-shop, or a scenario, above it\n");
  CHECK(errors_in(shop + predict("ends tea\n- 8: No.")) ==
        "ends tea | this has no answer: there is no task \"tea\"; there are coffee, food, cake\n");
  CHECK(errors_in(shop + predict("ends\n- 8: No.")) == " | write ends TASK\n");
  CHECK(errors_in(shop + predict("makespan\n- dealt: No.")) ==
        "dealt: No. | `dealt` needs a mode with max_workers; write set-mode pool\n");
  CHECK(errors_in(shop + predict("makespan\n- sequental: No.")) ==
        "sequental: No. | there is no model \"sequental\"; did you mean sequential?\n");
  CHECK(errors_in(shop + predict("shared beans\n- 8: No.")) ==
        "shared beans | this has no answer: the scenario has no variables; declare them with \"shared\"\n");
  CHECK(errors_in("# A\n\n" + predict("choice\nWhat?\n- [x] a\n- [ ] b")) == "");
}

TEST_CASE("an answer names tasks that are there, and an order each of them once") {
  const std::string shop = "# A\n\n" + commands("open coffee-shop\nset-mode coroutine");
  CHECK(errors_in(shop + predict("order\n- coffee, food, cake: No.")) == "");
  CHECK(errors_in(shop + predict("order\n- coffee, tea, cake: No.")) ==
        "coffee, tea, cake: No. | there is no task \"tea\"; write coffee, food or cake\n");
  CHECK(errors_in(shop + predict("order\n- coffee, fod, cake: No.")) ==
        "coffee, fod, cake: No. | there is no task \"fod\"; did you mean food?\n");
  CHECK(errors_in(shop + predict("order\n- food, cake: No.")) ==
        "food, cake: No. | an order has each task once; write coffee, cake, food, in another order\n");
  CHECK(errors_in(shop + predict("order\n- food, food, cake: No."))
            .starts_with("food, food, cake: No. | an order has each task once"));
  CHECK(errors_in(shop + predict("order\n- \"coffee, cake, food\": No.")) ==
        "\"coffee, cake, food\": No. | there is no task \"coffee, cake, food\"; write coffee, food or cake\n");
  CHECK(errors_in(shop + predict("point food\n- cake: No.")) == "");
  CHECK(errors_in(shop + predict("point longest\n- Cake: No.\n- tea: No.")) ==
        "tea: No. | there is no task \"tea\"; write coffee, food or cake\n");
}

TEST_CASE("who has answered is told the text of that answer, and of the right one first") {
  Stage stage;
  stage.must("open coffee-shop");
  stage.must("set-mode coroutine");
  const lesson::Lesson lesson =
      lesson_with("# A\n\n" + predict("makespan\n- sequential: No.\n- right: Yes.\n- 8: Added."));
  const PosedPrediction posed = pose(*lesson.slides[0].builds[0].prediction, stage.state, true);
  CHECK(posed.errors.empty());
  CHECK(posed.right == Answer(5.0));
  CHECK(text_for(posed, Answer(5.0)) == 1);
  CHECK(text_for(posed, Answer(9.1)) == 0);
  CHECK(text_for(posed, Answer(8.0)) == 2);
  CHECK(!text_for(posed, Answer(7.0)));
}

TEST_CASE("all that is wrong with a lesson is told in its order, but for what may come of something else") {
  const std::string errors = errors_in("# A\n\n" + commands("open tea-shop\nset-mode pool") + "---\n\n# B\n\n" +
                                       commands("open coffee-shop\nset-mode pol\nrun until 99") +
                                       predict("makespan\n- nine: No.\n- sequential: No.") + "---\n\n# C\n\n" +
                                       commands("open coffee-shop") + predict("makespan\n- 9: No."));
  CAPTURE(errors);
  std::size_t at = 0;
  for (const char* part : {"open tea-shop |", "set-mode pol |", "run until 99 |", "nine: No. |", "9: No. |"}) {
    CAPTURE(part);
    at = errors.find(part, at);
    REQUIRE(at != std::string::npos);
  }
  CHECK(errors.find("sequential: No. |") == std::string::npos);
  CHECK(errors.find("nothing is open") == std::string::npos);
}

TEST_CASE("nothing is told of what comes of a scenario that could not be opened, until another one is") {
  const std::string rest = commands("set-mode coroutine\nselect soup\nrun until 3") + "---\n\n# B\n\n" +
                           commands("freeze 1\nshow console") + predict("makespan\n- 9: No.") + "---\n\n# C\n\n";
  const std::string broken = "# A\n\n```json scenario\n{\"interleave\": 1,\n```\n\n";
  const auto lines_of = [](const std::string& text) { return std::count(text.begin(), text.end(), '\n'); };
  CHECK(lines_of(errors_in(broken + rest)) == 1);
  CHECK(lines_of(errors_in("# 0\n\n" + commands("open coffee-shop") + "---\n\n" + broken + rest)) == 1);
  CHECK(errors_in("# A\n\n" + rest) == "set-mode coroutine | nothing is open yet; write open coffee-shop above it\n");
  const std::string errors = errors_in(broken + rest + commands("open coffee-shop\nselect soup"));
  CHECK(lines_of(errors) == 2);
  CHECK(errors.find("select soup |") != std::string::npos);
}

TEST_CASE("a slide freezes at as many moments as parts follow at most, and within the run that it comes to") {
  const std::string shop = "# A\n\n" + commands("open coffee-shop\nfreeze 1, 8\nrun");
  const std::string part = "<!-- pause -->\n\nMore.\n\n";
  CHECK(errors_in(shop + part + part) == "");
  CHECK(errors_in(shop + part + part + part) == "");
  CHECK(errors_in(shop + part) ==
        "freeze 1, 8 | 1 part of the slide follows, and it freezes at 2 moments; write <!-- pause --> and what is to "
        "appear for each, or leave moments out\n");
  const std::string changed =
      "# A\n\n" + commands("open coffee-shop\nrun until 8\nfreeze 1, 8\nset-mode coroutine\nrun");
  CHECK(errors_in(changed + part + part) ==
        "run until 8 | the run of this part ends at 5 s; name an earlier moment\n"
        "freeze 1, 8 | the run of this part ends at 5 s; name an earlier moment\n");
}

}  // namespace
}  // namespace interleave::gui

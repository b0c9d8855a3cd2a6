#include <vector>

#include "app/gui/model/input/command_text.h"
#include "app/gui/model/lesson/lesson_scenario.h"
#include "tests/gui/lesson/stage.h"

namespace interleave::gui {
namespace {

TEST_CASE("a lesson opens a scenario as its file says it, whatever was edited before") {
  Stage stage;
  Scenario shop = testing::built_in("coffee-shop");
  shop.most_steps = kMostLessonSteps;
  stage.must("open coffee-shop");
  CHECK(stage.state.scenario().title == "Coffee shop");
  CHECK(stage.state.chosen == 1);
  stage.must("edit food seconds 2");
  CHECK(stage.state.scenario() != shop);
  stage.must("set-mode pool");
  stage.must("open coffee-shop");
  CHECK(stage.state.scenario() == shop);
  CHECK(stage.state.settings.mode == Mode::sequential);
  stage.must("open frozen-loop");
  CHECK(stage.state.scenarios.size() == 2);
}

TEST_CASE("commands of the window are done as by hand") {
  Stage stage;
  stage.must("open coffee-shop");
  stage.must("set-mode pool");
  stage.must("set-max-workers 3");
  stage.must("set-language cpp");
  stage.must("set-clock real");
  stage.must("set-speed 2");
  CHECK(stage.state.settings.mode == Mode::pool);
  CHECK(stage.state.settings.max_workers == 3);
  CHECK(stage.state.settings.language == Language::cpp);
  CHECK(stage.state.speed == 2);
  stage.must("playhead 2.5");
  CHECK(seconds(stage.state.playhead) == 2.5);
  stage.must("select food");
  REQUIRE(stage.state.selection);
  CHECK(stage.state.selection->task == task_id(1));
}

TEST_CASE("each of the lesson's own commands does what it says") {
  Stage stage;
  stage.must("open coffee-shop");
  stage.must("set-mode coroutine");
  stage.must("layout below");
  CHECK(stage.view.layout == LessonLayout::below);
  stage.must("freeze 1, 3.0");
  CHECK(stage.view.freezes == std::vector{Time(std::chrono::seconds(1)), Time(std::chrono::seconds(3))});
  stage.must("run until 2.4");
  CHECK(stage.state.run.started);
  CHECK(stage.state.playing);
  CHECK(stage.view.runs_until == Time(std::chrono::milliseconds(2400)));
  CHECK(next_stop(stage.view, Time{}) == Time(std::chrono::seconds(1)));
  CHECK(next_stop(stage.view, Time(std::chrono::seconds(1))) == Time(std::chrono::milliseconds(2400)));
  CHECK(!next_stop(stage.view, Time(std::chrono::seconds(3))));
  stage.must("hide future");
  CHECK(stage.view.hides_future);
  stage.must("show workers, code, now");
  CHECK(stage.view.panels == std::vector{LessonPanel::workers, LessonPanel::code, LessonPanel::now});
  CHECK(stage.state.view == View::by_worker);
  stage.must("show timeline");
  CHECK(stage.state.view == View::by_task);
  stage.must("highlight line sleep");
  CHECK(stage.view.highlighted == "sleep");
  stage.must("compare sequential,coroutine");
  CHECK(stage.view.compared == std::vector{Mode::sequential, Mode::coroutine});
  CHECK(stage.state.comparing);
  stage.must("compare off");
  CHECK(!stage.state.comparing);
  stage.must("gil off");
  CHECK(!stage.state.settings.gil);
  stage.must("edit food seconds 2");
  CHECK(std::get<Number>(stage.state.scenario().tasks[1].arguments[1]).text == "2");
  stage.must("empty");
  CHECK(stage.view.is_empty);
  stage.must("outcomes");
  CHECK(stage.state.outcomes == OutcomesShown::yes);
}

TEST_CASE("a length is changed where it is written: an argument, a step of the task's own, another parameter") {
  Stage stage;
  stage.must("open downloads");
  stage.must("edit music.zip megabytes 8");
  CHECK(std::get<Number>(stage.state.scenario().tasks[1].arguments[1]).text == "8");
  stage.must("open last-ticket");
  stage.must("edit \"desk 1\" customer Eve");
  CHECK(std::get<std::string>(stage.state.scenario().tasks[0].arguments[0]) == "Eve");
}

TEST_CASE("an order of steps is shown, with quotes or without") {
  Stage stage;
  stage.must("open last-ticket");
  stage.must("schedule desk 1, desk 2:2, desk 1");
  CHECK(stage.state.run.ended);
  stage.must("schedule \"desk 1:2, desk 2\"");
  CHECK(stage.tell("schedule desk 3") ==
        "That order cannot be shown: step 1, \"desk 3\": no task is called so; did you mean \"desk 1\"?.");
}

TEST_CASE("what cannot be done is told with what to write instead") {
  struct Refused {
    std::string command;
    std::string why;
  };
  Stage stage;
  CHECK(stage.tell("run") == "nothing is open yet; write open coffee-shop above it");
  CHECK(stage.tell("hide future") == "nothing is open yet; write open coffee-shop above it");
  stage.must("open coffee-shop");
  const std::vector<Refused> refused = {
      {"opne coffee-shop", "there is no command \"opne\"; did you mean open?"},
      {"dance", "there is no command \"dance\"; a command is, for example, open coffee-shop"},
      {"open cofee-shop",
       "there is no scenario \"cofee-shop\", neither built in nor in the lesson's folder; did you "
       "mean coffee-shop?"},
      {"open", "write open SCENARIO"},
      {"set-mode treads", "\"treads\" is no mode; did you mean threads? (write: set-mode mode)"},
      {"set-max-workers 5000", "max_workers is from 1 to 1024"},
      {"set-speed 1000", "the speed is from 0.1 to 100"},
      {"run until", "write run until SECONDS"},
      {"run until noon", "\"noon\" is no moment; write seconds, such as 2.4"},
      {"run until 0", "the run has not begun at 0 s; write playhead 0"},
      {"freeze 0, 1", "the run has not begun at 0 s; write playhead 0"},
      {"run until 10", "the run ends at 9 s; name an earlier moment"},
      {"playhead 10", "the run ends at 9 s; name an earlier moment"},
      {"freeze 3, 1", "moments are named in their order, each once"},
      {"select tea", "there is no task \"tea\"; write coffee, food or cake (write: select task [span] [mode] [lane])"},
      {"select food 9", "that task has no such bar in this run; write select and a task, or count its bars from 1"},
      {"show timline", "\"timline\" is no panel; did you mean timeline?"},
      {"hide past", "write hide future"},
      {"layout above", "\"above\" is no layout; write beside, below, text, picture or workbench"},
      {"compare sequential,sequential", "sequential is there twice"},
      {"edit tea seconds 2", "\"tea\" is no task; write coffee, food or cake"},
      {"edit food minutes 2", "food has no parameter \"minutes\"; write seconds, or a parameter of its function"},
      {"edit food seconds", "write edit, a task, seconds and a number, such as edit food seconds 2"},
      {"highlight line dance", "no line of the program has \"dance\" in it; look at it with show code"},
      {"choose-scenario coffee-shop", "a lesson opens a scenario by open NAME"},
      {"save", "a lesson saves and opens no files; write open NAME"},
      {"open-file /etc/passwd", "a lesson saves and opens no files; write open NAME"},
      {"close", "a lesson leaves the window as it is; leave this out"},
      {"type a", "a lesson types nothing; write what is to come of it, such as set-cell"},
      {"empty handed", "write empty"},
  };
  for (const Refused& one : refused) {
    CAPTURE(one.command);
    CHECK(stage.tell(one.command) == one.why);
  }
  CHECK(stage.tell("edit food seconds -2").find("write a number from 0 to 86400") != std::string::npos);
  stage.must("open producer-consumer");
  CHECK(stage.tell("set-mode processes").starts_with("Refused: "));
}

TEST_CASE("no path leads out of the lesson's folder") {
  Stage stage;
  for (const char* path : {"/etc/passwd", "../secret", "a/../../secret", "C:\\x", "~/x", "file:///etc/passwd"}) {
    CAPTURE(path);
    CHECK(stage.tell(std::string("open ") + path).find("put the file into the lesson's folder") != std::string::npos);
  }
}

TEST_CASE("every command of the window is refused by name in a lesson, or can be done without a file and a screen") {
  for (const std::string_view form : command_forms()) {
    CAPTURE(form);
    Stage stage;
    stage.must("open coffee-shop");
    const std::string_view name = form.substr(0, form.find(' '));
    stage.tell(name);  // mostly without its arguments
    CHECK(!stage.state.closed);
    CHECK(!stage.state.dialog);
  }
}

TEST_CASE("a moment before the run and a value that an edit cannot have are told as what they are") {
  Stage stage;
  stage.must("open coffee-shop");
  stage.must("run");
  CHECK(stage.tell("playhead -1") == "the run begins at 0 s; name that moment or a later one");
  CHECK(stage.tell("playhead 99") == "the run ends at 9 s; name an earlier moment");
  CHECK(stage.tell("run until -1") != "");
  CHECK(stage.tell("freeze -1") != "");
  // The lines of a file that is written anew are those of nobody's.
  CHECK(stage.tell("edit food seconds abc") ==
        "\"seconds\" is the seconds of \"sleep\": write a number from 0 to 86400, and not the text \"abc\"");
}

TEST_CASE("a lesson neither turns its own slides nor chooses what stands there in a hall") {
  Stage stage;
  stage.must("open coffee-shop");
  for (const char* command : {"open-lesson coffee-shop", "close-lesson", "next-build", "previous-build",
                              "move-slides 1", "go-to-slide 1", "commit-answer 1", "toggle-notes"}) {
    CAPTURE(command);
    CHECK(stage.tell(command) == "a lesson does not turn its own slides; leave this out");
  }
  for (const char* command : {"toggle-presentation", "toggle-black"}) {
    CAPTURE(command);
    CHECK(stage.tell(command) == "who lectures chooses what stands there; leave this out");
  }
}

TEST_CASE("blanks between the words of a command are blanks, however many and of whatever kind") {
  Stage stage;
  stage.must("open\tcoffee-shop");
  stage.must("run  until 3");
  CHECK(stage.view.runs_until == Time(std::chrono::seconds(3)));
  stage.must("hide \t future");
  CHECK(stage.tell("runs until 3") != "");
  CHECK(stage.tell("open") == "write open SCENARIO");
  CHECK(stage.tell("show code,now,code") == "code is there twice");
  CHECK(stage.tell("select \"food").starts_with("the quote before food is not closed; write another one behind it"));
}

}  // namespace
}  // namespace interleave::gui

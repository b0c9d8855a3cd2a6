#include "app/gui/model/lesson/handout.h"

#include <doctest/doctest.h>
#include <string>

#include "core/lesson/lesson_reader.h"

namespace interleave::gui {
namespace {

Handout handout_of(const std::string& slides) {
  const lesson::ReadLesson read = lesson::read_lesson("---\ntitle: Test\n---\n\n" + slides);
  for (const lesson::Finding& finding : read.findings) FAIL_CHECK(finding.message);
  HandoutMaker maker;
  const LessonReport report = check_lesson(
      read.lesson, ".", [](const std::string&) { return std::nullopt; },
      [&](const ShownPart& shown) { maker.see(shown); });
  for (const lesson::Finding& error : report.errors) FAIL_CHECK(error.message);
  return maker.take();
}

// For each slide what is read of it at once: T its text, F its figures, in lower case what waits, - no figure, ? a
// question.
std::string told(const std::string& slides) {
  std::string text;
  for (const auto& slide : handout_of(slides).slides) {
    if (!text.empty()) text += " | ";
    for (const HandoutPart& part : slide) {
      text += part.text_waits ? "t" : "T";
      text += part.figures.subjects.empty() ? "-" : part.figures_wait ? "f" : "F";
      if (part.question) text += "?";
    }
  }
  return text;
}

std::string does(const std::string& lines) { return "```interleave\n" + lines + "\n```\n\n"; }
std::string asks(const std::string& lines) { return "```predict\n" + lines + "\n```\n\n"; }
constexpr const char* kNext = "\n---\n\n";

TEST_CASE("what stands behind a question waits, and so do the figures of the run that it is about, on any slide") {
  const std::string asking = does("open coffee-shop\nset-mode coroutine") + asks("makespan\n- last: No.") + "Said.\n";
  CHECK(told("# A\n\n" + asking) == "Tf?tf");
  const std::string shown = "# B\n\n" + does("open coffee-shop\nset-mode coroutine\nrun") + "See.\n";
  CHECK(told(shown + kNext + "# A\n\n" + asking) == "Tf | Tf?tf");
}

TEST_CASE("another mode, other numbers and another scenario are runs that nobody asks about") {
  const std::string asking = "# A\n\n" + does("open coffee-shop\nset-mode coroutine") + asks("makespan\n- last: No.");
  for (const char* other : {"set-mode threads", "edit food seconds 2", "open downloads"}) {
    CAPTURE(other);
    CHECK(told(asking + kNext + "# B\n\n" + does(other + std::string("\nrun")) + "See.\n").ends_with(" | TF"));
  }
  CHECK(told(asking + kNext + "# B\n\n" + does("set-max-workers 5\nrun") + "See.\n").ends_with(" | tf"));
}

TEST_CASE("a run that has the bars of the asked one waits, whatever it is a run of") {
  const auto scenario = [](const std::string& steps) {
    return "```json scenario\n{\"interleave\": 1, \"title\": \"T\", \"mode\": \"coroutine\", \"tasks\": [{\"name\": "
           "\"a\", "
           "\"steps\": [" +
           steps + "]}]}\n```\n\n";
  };
  const std::string asking = "# A\n\n" + scenario("{\"sleep\": 2}") + asks("makespan\n- 9: No.");
  CHECK(told(asking + kNext + "# B\n\n" + scenario("{\"sleep\": 2.0}, {\"print\": \"b\"}") + does("run")) ==
        "Tf? | tf");
  CHECK(told(asking + kNext + "# B\n\n" + scenario("{\"sleep\": 3}") + does("run")) == "Tf? | TF");
}

TEST_CASE("a comparison waits where one of its modes is asked about") {
  const std::string asking = "# A\n\n" + does("open coffee-shop\nset-mode coroutine") + asks("makespan\n- last: No.");
  CHECK(told(asking + kNext + "# B\n\n" + does("compare sequential,coroutine")).ends_with(" | tf"));
  CHECK(told(asking + kNext + "# B\n\n" + does("set-mode threads\ncompare sequential,threads")).ends_with(" | TF"));
}

TEST_CASE("a text waits that goes on with the asked run, but not what leads to a change or to a question") {
  const std::string asking = "# A\n\n" + does("open coffee-shop\nset-mode coroutine") + asks("makespan\n- last: No.");
  const auto behind = [&](const std::string& slide) {
    const std::string all = told(asking + kNext + "# B\n\n" + slide);
    return all.substr(all.find(" | ") + 3);
  };
  CHECK(behind(does("run") + "Look.\n") == "tf");
  CHECK(behind("Look.\n") == "T-");
  const std::string change =
      does("run") + "Change it.\n\n<!-- pause -->\n\n" + does("edit food seconds 2\nrun") + "So.\n";
  CHECK(behind(change) == "Tftf");
  CHECK(behind(change + "\n<!-- pause -->\n\nTry alone.\n") == "TftfTf");
  CHECK(behind(does("run") + "And then?\n\n" + asks("ends cake\n- 9: No.") + "So.\n") == "Tf?tf");
}

TEST_CASE("a text waits that names the answer of an earlier question about tasks of these names") {
  const std::string asking = "# A\n\n" + does("open coffee-shop\nset-mode coroutine") + asks("makespan\n- last: No.");
  CHECK(told(asking + kNext + "# B\n\nThat was 5 s.\n") == "Tf? | t-");
  CHECK(told(asking + kNext + "# B\n\nThat was 4 s.\n") == "Tf? | T-");
  CHECK(told("# B\n\nThat was 5 s.\n" + (kNext + asking)) == "T- | Tf?");
}

TEST_CASE("a choice may be about a run that is opened behind it alone") {
  const std::string choice = "# A\n\n" + asks("choice\nWhich?\n- [x] One.\n  Yes.\n- [ ] Two.\n  No.") +
                             does("open coffee-shop\nset-mode coroutine\nrun") + "So.\n";
  CHECK(told(choice + kNext + "# B\n\n" + does("run") + "Look.\n") == "T-?tf | tf");
}

TEST_CASE("a run is no figure while it is hidden up to its start, nor where the user is to make it") {
  CHECK(told("# A\n\n" + does("open coffee-shop\nhide future\nplayhead 0")) == "T-");
  CHECK(told("# A\n\n" + does("open coffee-shop\nhide future\nrun until 2")) == "TF");
  CHECK(told("# A\n\n" + does("open last-ticket\ndirect on")) == "T-");
  CHECK(told("# A\n\n" + does("open coffee-shop\nlayout text")) == "T-");
}

TEST_CASE("figures are as the slide has them: its edits, its lanes, its program, its outcomes") {
  const auto figures = [](const std::string& commands) {
    return handout_of("# A\n\n" + does(commands)).slides[0][0].figures;
  };
  const SlideFigures edited = figures("open coffee-shop\nset-mode coroutine\nedit food seconds 2\nset-clock real\nrun");
  CHECK(edited.run->horizon() == Time(std::chrono::seconds(3)));
  CHECK(edited.by_task);
  CHECK(!edited.by_worker);
  const SlideFigures workers = figures("open coffee-shop\nshow workers,console,code\nhighlight line sleep");
  CHECK(workers.by_worker);
  CHECK(workers.console);
  CHECK(workers.listing != nullptr);
  CHECK(workers.highlighted == "sleep");
  const SlideFigures compared = figures("open coffee-shop\ncompare coroutine,threads");
  CHECK(compared.run == nullptr);
  CHECK(compared.compared.size() == 2);
  const SlideFigures explored = figures("open last-ticket\nset-mode threads\nshow outcomes");
  CHECK(explored.run == nullptr);
  CHECK(explored.outcomes == "6 interleavings, 2 outcomes");
  CHECK(explored.outcome_rows.size() == 2);
}

}  // namespace
}  // namespace interleave::gui

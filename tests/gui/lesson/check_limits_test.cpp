#include <doctest/doctest.h>
#include <fmt/format.h>

#include "app/gui/model/lesson/check_lesson.h"
#include "app/gui/model/lesson/lesson_scenario.h"
#include "core/lesson/lesson_reader.h"
#include "core/scenario/built_in.h"
#include "core/scenario/loader.h"

namespace interleave::gui {
namespace {

// What is wrong with slides that begin in line 5, each as "12: message".
std::vector<std::string> told_of(const std::string& slides) {
  const lesson::ReadLesson read = lesson::read_lesson("---\ntitle: Test\n---\n\n" + slides);
  CHECK(read.findings.empty());
  const LessonReport report = check_lesson(read.lesson, ".", [](const std::string&) { return std::nullopt; });
  std::vector<std::string> told;
  for (const Diagnostic& one : lesson::diagnostics_of(read.lesson, report.errors, "")) {
    told.push_back(fmt::format("{}: {}", one.position.line, one.message));
  }
  return told;
}

using Told = std::vector<std::string>;

std::string scenario_of(const std::string& tasks) {
  return "```json scenario\n{\"interleave\": 1, \"title\": \"T\", \"shared\": {\"n\": 0}, \"mode\": \"threads\", "
         "\"tasks\": [\n" +
         tasks + "]}\n```\n\n";
}

const std::string kEndless = R"({"name": "a", "steps": [{"while": "1 == 1", "steps": [{"sleep": 1}]}]})";

TEST_CASE("every built-in scenario is one that a lesson can show") {
  for (const BuiltIn& one : built_in_scenarios()) {
    CAPTURE(one.name);
    CHECK(load_scenario(one.text, one.name, kMostLessonSteps));
  }
}

TEST_CASE("a run that goes on for ever is told of once, where it comes up, and nothing of what comes of it") {
  CHECK(told_of("# A\n\n" + scenario_of(kEndless) + "```interleave\nrun\n```\n\n```predict\nmakespan\n- 5: a\n```\n\n" +
                "---\n\n# B\n\n```interleave\nrun\nshow code\n```\n") ==
        Told{"8: a goes on for ever here, and was stopped after 100 000 steps of this run; let its loop end"});
}

TEST_CASE("a run that ends in the mode that the part comes to is none that goes on for ever") {
  const std::string waiting = scenario_of(
      R"({"name": "a", "steps": [{"read": "n", "into": "m"}, {"while": "m == 0", "steps": [{"sleep": 1}, {"read": "n", "into": "m"}]}]},
{"name": "b", "steps": [{"sleep": 3}, {"write": "n", "value": 1}]})");
  CHECK(told_of("# A\n\n" + waiting + "```interleave\nrun\n```\n") == Told{});
  CHECK(told_of("# A\n\n" + waiting + "```interleave\nset-mode sequential\nset-mode threads\nrun\n```\n") == Told{});
  CHECK(told_of("# A\n\n" + waiting + "---\n\n# B\n\n```interleave\nset-mode sequential\nrun\n```\n") ==
        Told{"19: a goes on for ever here, and was stopped after 100 000 steps of this run; let its loop end"});
}

TEST_CASE("a scenario that repeats more than a slide can show is told of at its task, also where an edit makes it so") {
  CHECK(
      told_of("# A\n\n" + scenario_of(R"({"name": "a", "steps": [{"repeat": 200000, "steps": [{"sleep": 1}]}]})")) ==
      Told{"9: with this task the scenario comes to more than 100 000 steps in all, after repeats; repeat less often, "
           "or leave out tasks"});
  const Told edited = told_of("# A\n\n```interleave\nopen downloads\nedit music.zip megabytes 200000\n```\n");
  REQUIRE(edited.size() == 1);
  CHECK(edited[0].starts_with("9: with this task the scenario comes to more than 100 000 steps in all"));
}

TEST_CASE("no more mistakes are told than somebody reads") {
  std::string slides;
  for (int i = 0; i < 10; ++i) {
    slides += "# A\n\n```interleave\nopen coffee-shop\n";
    for (int j = 0; j < 50; ++j) slides += "nothing\n";
    slides += "```\n\n---\n\n";
  }
  CHECK(told_of(slides + "# B\n").size() == lesson::kMostFindings);
}

TEST_CASE("what a scenario prints has the length of a line that somebody reads") {
  const auto printing = [](std::size_t length) {
    return "# A\n\n" +
           scenario_of(R"({"name": "a", "steps": [{"sleep": 1}, {"print": ")" + std::string(length, 'x') + "\"}]}");
  };
  CHECK(told_of(printing(kMostLessonText)) == Told{});
  CHECK(told_of(printing(kMostLessonText + 1)) == Told{"8: the scenario has a text of 501 bytes; in a lesson one that "
                                                       "is printed has at most 500, and an argument 200"});
}

TEST_CASE("an order of many tasks is told of with its beginning") {
  std::string tasks;
  for (int i = 0; i < 300; ++i)
    tasks += fmt::format("{}{{\"name\": \"t{}\", \"steps\": [{{\"sleep\": {}}}]}}", i == 0 ? "" : ",", i, i + 1);
  const Told told = told_of("# A\n\n" + scenario_of(tasks) + "```predict\norder\n- listed: a\n```\n");
  REQUIRE(told.size() == 1);
  CHECK(told[0].size() < 400);
  CHECK(told[0].find("t10, t11") != std::string::npos);
  CHECK(told[0].find("..., which is right") != std::string::npos);
}

TEST_CASE("a lesson whose runs come to too much together is told so, and not shown to its end") {
  const std::string steps = R"({"repeat": 20000, "steps": [{"sleep": 1}]})";
  std::string slides = "# A\n\n" + scenario_of("{\"name\": \"a\", \"steps\": [" + steps + "]}");
  for (int i = 0; i < 8; ++i) {
    slides += "```interleave\n";
    for (int j = 0; j < 150; ++j) slides += "show code\n";
    slides += "```\n\n---\n\n# B\n\n";
  }
  const Told told = told_of(slides);
  REQUIRE(told.size() == 1);
  CHECK(told[0].find("the runs of this lesson have more than 5 000 000 bars up to here") != std::string::npos);
}

}  // namespace
}  // namespace interleave::gui

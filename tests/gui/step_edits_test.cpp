#include "app/gui/model/edit/step_edits.h"

#include <doctest/doctest.h>

#include "app/gui/model/edit/cells.h"
#include "app/gui/model/edit/function_edits.h"
#include "app/gui/model/edit/step_cells.h"
#include "app/gui/model/edit/step_declarations.h"
#include "app/gui/model/edit/step_help.h"
#include "tests/gui/step_editing.h"

namespace interleave::gui {

namespace {

// What is there after the edit, or why it is refused.
std::string shown_after(Edited edit, std::size_t task = 0) {
  edit = checked(std::move(edit));
  return edit ? shown_steps(edit.value().scenario, task) : edit.error();
}

Scenario after(Edited edit) {
  edit = checked(std::move(edit));
  INFO((edit ? std::string() : edit.error()));
  REQUIRE(edit);
  return std::move(edit).value().scenario;
}

std::size_t count_steps(const Scenario& scenario) {
  std::size_t count = 0;
  for_each_step(scenario, [&](const Step&) { ++count; });
  return count;
}

Verb verb_at(std::size_t position) { return static_cast<Verb>(position); }

const char* const kNested = R"([{"print": "1"}, {"if": "1 < 2", "steps": [{"print": "2"}]}, {"print": "3"}])";

}  // namespace

TEST_CASE("a step of every verb can be added to any list, is described, and stands in the list at once") {
  const Scenario begun = with_steps(R"([{"try": [], "except": []}])");
  for (std::size_t i = 0; i < kVerbCount; ++i) {
    CAPTURE(name(verb_at(i)));
    for (const char* place : {"1", "2", "1/try/1", "1/except/1", "1/finally/1"}) {
      const Scenario now = after(add_step(begun, 0, path_of(place), verb_at(i)));
      const Step* const step = step_at(steps_of(now, 0), path_of(place));
      REQUIRE(step != nullptr);
      CHECK(step->verb() == verb_at(i));
      CHECK(row_of(step_rows(now, 0), step_cell(0, path_of(place), kVerbKey)));
    }
    CHECK_FALSE(help_of(verb_at(i)).meaning.empty());
    CHECK_FALSE(help_of(verb_at(i)).brief.empty());
  }
  CHECK(verbs_by_group().size() == kVerbCount);
}

TEST_CASE("the list shows a step a row, with its bodies further in, and what is shared last") {
  const Scenario scenario =
      testing::scenario_of(R"({"interleave": 1, "title": "t", "shared": {"n": 3}, "queues": {"q": 0},
    "functions": {"f": {"parameters": ["x", "a, b"], "steps": [
      {"if": "1 < 2", "steps": [{"sleep": 0.50}], "else": [{"print": "\t{x}\\{{"}]},
      {"try": [{"read": "n", "into": "m"}], "finally": []}, {"repeat": 2, "steps": []}]}},
    "tasks": [{"name": "t", "call": "f", "arguments": {"x": 1, "a, b": 2}}]})");
  CHECK(shown_steps(scenario) == R"(function f takes x, "a, b"
if 1 < 2
  sleep 0.50
else
  print \t{x}\\{{
try
  read n into m
except (none)
finally
repeat 2
  -
variable n begins at 3
queue q room for 0
)");
}

TEST_CASE("what is added below a step without steps goes into it, else behind it, and below a heading under that") {
  const Scenario scenario = with_steps(R"([{"if": "1 < 2", "steps": []}, {"lock": "m", "steps": [{"sleep": 1}]}])");
  const auto below = [&](const Cell& cell) { return written(place_below(scenario, 0, cell)); };
  CHECK(below(step_cell(0, path_of("1"), "if")) == "1/steps/1");
  CHECK(below(place_cell(0, path_of("1/else/1"))) == "1/else/1");
  CHECK(below(step_cell(0, path_of("2"), "lock")) == "3");
  CHECK(below(step_cell(0, path_of("2/steps/1"), "sleep")) == "2/steps/2");
}

TEST_CASE("a step is moved past its neighbours, into steps and out of them, place by place, and back the same way") {
  Scenario scenario = with_steps(kNested);
  StepPath path = path_of("1");
  std::vector<std::string> seen = {shown_steps(scenario)};
  std::string ways;
  while (const auto to = place_beside(steps_of(scenario, 0), path, Way::down)) {
    scenario = after(move_step(scenario, 0, path, *to));
    path = moved(path, *to);
    ways += written(path) + " ";
    seen.push_back(shown_steps(scenario));
  }
  CHECK(ways == "1/steps/1 1/steps/2 1/else/1 2 3 ");
  for (std::size_t i = seen.size(); i-- > 0;) {
    CHECK(shown_steps(scenario) == seen[i]);
    const auto to = place_beside(steps_of(scenario, 0), path, Way::up);
    CHECK(to.has_value() == (i > 0));
    if (!to) break;
    scenario = after(move_step(scenario, 0, path, *to));
    path = moved(path, *to);
  }
}

TEST_CASE("a step cannot be put into itself, and one that is gone cannot be moved") {
  const Scenario scenario = with_steps(kNested);
  CHECK(shown_after(move_step(scenario, 0, path_of("2"), path_of("2/steps/2"))) == "a step cannot be put into itself");
  CHECK(shown_after(move_step(scenario, 0, path_of("9"), path_of("1"))) == "there is no such step any more");
  CHECK(shown_after(move_step(scenario, 0, path_of("1"), path_of("2/except/1"))) == "there is no such step any more");
}

TEST_CASE("with another verb a step keeps what both have, and no step within it is lost") {
  const Scenario begun = with_steps(
      R"([{"set": "x", "value": 1}, {"if": "x > 0", "steps": [{"print": "a"}], "else": [{"print": "b"}]}, {"sleep": 2}])");
  CHECK(shown_after(change_step(begun, 0, path_of("3"), kVerbKey, " block ")) ==
        "set x value 1\nif x > 0\n  print a\nelse\n  print b\nblock 2\n");
  CHECK(shown_after(change_step(begun, 0, path_of("2"), kVerbKey, "while")) ==
        "set x value 1\nwhile x > 0\n  print a\nprint b\nsleep 2\n");
  CHECK(shown_after(change_step(begun, 0, path_of("2"), kVerbKey, "try")) ==
        "set x value 1\ntry\n  print a\nexcept\n  print b\nfinally (none)\nsleep 2\n");
  CHECK(shown_after(change_step(begun, 0, path_of("2"), kVerbKey, "wile")) ==
        "there is no step \"wile\"; did you mean \"while\"?");
  for (std::size_t from = 0; from < kVerbCount; ++from) {
    const Scenario one = after(add_step(with_steps(R"([{"set": "x", "value": 1}])"), 0, path_of("2"), verb_at(from)));
    for (std::size_t to = 0; to < kVerbCount; ++to) {
      CAPTURE(name(verb_at(from)));
      CAPTURE(name(verb_at(to)));
      CHECK(count_steps(after(change_step(one, 0, path_of("2"), kVerbKey, name(verb_at(to))))) == 2);
    }
  }
}

TEST_CASE("what a step names is declared: a variable at 0, a queue without bounds; a new name renames it") {
  Scenario scenario = after(add_step(with_steps("[]"), 0, path_of("1"), Verb::read));
  CHECK(shown_steps(scenario) == "read counter into x\nvariable counter begins at 0\n");
  scenario = after(change_step(scenario, 0, path_of("1"), "read", "tickets"));
  CHECK(shown_steps(scenario) == "read tickets into x\nvariable tickets begins at 0\n");
  scenario = after(set_declared_number(scenario, ObjectKind::variable, 0, "7"));
  scenario = after(add_step(scenario, 0, path_of("2"), Verb::write));
  scenario = after(change_step(scenario, 0, path_of("2"), "write", "sold"));
  CHECK(shown_steps(scenario) ==
        "read tickets into x\nwrite sold value x\nvariable tickets begins at 7\nvariable sold begins at 0\n");
  scenario = after(change_step(scenario, 0, path_of("2"), "write", "tickets"));
  CHECK(shown_steps(scenario) == "read tickets into x\nwrite tickets value x\nvariable tickets begins at 7\n");
  scenario = after(add_step(scenario, 0, path_of("3"), Verb::get));
  CHECK(shown_steps(scenario) ==
        "read tickets into x\nwrite tickets value x\nget queue into y\n"
        "variable tickets begins at 7\nqueue queue room for 0\n");
}

TEST_CASE("what is shared is renamed wherever steps and arguments name it, and goes only when nobody names it") {
  const Scenario scenario = testing::scenario_of(R"({"interleave": 1, "title": "t", "shared": {"a": 1, "b": 2},
    "functions": {"f": {"parameters": ["which"], "steps": [{"write": "{which}", "value": 1}, {"write": "a", "value": 2}]}},
    "tasks": [{"name": "t", "call": "f", "arguments": {"which": "a"}}, {"name": "u", "call": "f", "arguments": {"which": "b"}}]})");
  const Scenario renamed = after(rename_declaration(scenario, ObjectKind::variable, 0, "account"));
  CHECK(shown_steps(renamed) ==
        "function f takes which\nwrite {which} value 1\nwrite account value 2\n"
        "variable account begins at 1\nvariable b begins at 2\n");
  CHECK(shown_text(renamed, {CellKind::value, 0, "which"}) == "account");
  CHECK(shown_text(renamed, {CellKind::value, 1, "which"}) == "b");
  CHECK(shown_after(remove_declaration(scenario, ObjectKind::variable, 1)).starts_with("steps use \"b\""));
  CHECK(shown_after(rename_declaration(scenario, ObjectKind::variable, 1, "a")).find("twice") != std::string::npos);
  CHECK(shown_after(set_declared_number(scenario, ObjectKind::variable, 0, "many")).find("whole number") !=
        std::string::npos);
}

TEST_CASE("a value's new name is used by all who use the value, unless others give it the old name too") {
  const Scenario scenario = with_steps(R"([{"read": "n", "into": "x"}, {"if": "x > 0 and 2 * x == 4", "steps":
    [{"write": "n", "value": "x - 1"}, {"print": "{x} {{x}}"}]}, {"repeat": 2, "index": "i", "steps": [{"sleep": "{i}"}]}])",
                                       R"("shared": {"n": 0}, )");
  CHECK(shown_after(change_step(scenario, 0, path_of("1"), "into", "left")) ==
        "read n into left\nif left > 0 and 2 * left == 4\n  write n value left - 1\n  print {left} {{x}}\nelse\n"
        "repeat 2 index i\n  sleep {i}\nvariable n begins at 0\n");
  CHECK(shown_after(change_step(scenario, 0, path_of("3"), "index", "round")).find("sleep {round}") !=
        std::string::npos);
  const Scenario twice = with_steps(R"([{"set": "x", "value": 1}, {"set": "x", "value": 2}, {"print": "{x}"}])");
  CHECK(shown_after(change_step(twice, 0, path_of("1"), "set", "y")) == "set y value 1\nset x value 2\nprint {x}\n");
}

TEST_CASE("as many values are awaited as tasks, and lists are typed with commas") {
  const Scenario scenario = testing::scenario_with_tasks(
      R"({"name": "a", "steps": [{"await": "b", "into": "x"}]}, {"name": "b", "steps": []}, {"name": "c, d", "steps": []})");
  const Scenario two = after(change_step(scenario, 0, path_of("1"), "await", R"(b, "c, d")"));
  CHECK(shown_steps(two) == "await b, \"c, d\" into x, x_2\n");
  CHECK(shown_after(change_step(two, 0, path_of("1"), "await", R"(["c, d"])")) == "await [\"c, d\"] into x\n");
  CHECK(shown_after(change_step(two, 0, path_of("1"), "into", "")) == "await b, \"c, d\"\n");
  CHECK(shown_after(change_step(two, 0, path_of("1"), "into", "one")).find("as many as") != std::string::npos);
  CHECK(shown_after(change_step(two, 0, path_of("1"), "await", "")).find("at least one task") != std::string::npos);
}

TEST_CASE("a task that is started waits for that; a step that needs another task makes one where there is none") {
  const Scenario alone = after(add_step(with_steps("[]"), 0, path_of("1"), Verb::start));
  CHECK(shown_steps(alone) == "start task 2\n");
  REQUIRE(alone.tasks.size() == 2);
  CHECK(alone.tasks[1].manual);
  CHECK(shown_text(alone, {CellKind::after, 1}) == "by start");
  CHECK(shown_after(set_cell(alone, {CellKind::after, 1}, "2")).find("is submitted anyway") != std::string::npos);
  const Scenario renamed = after(rename_task(alone, 1, "kitchen"));
  CHECK(shown_steps(renamed) == "start kitchen\n");
  const Scenario later = after(set_cell(after(remove_step(renamed, 0, path_of("1"))), {CellKind::after, 1}, "2"));
  CHECK_FALSE(later.tasks[1].manual);
}

TEST_CASE("a duration takes a parameter or an index with braces or without, and what is none is told what to write") {
  const Scenario scenario = testing::scenario_of(R"({"interleave": 1, "title": "t", "functions": {"f": {"parameters":
    ["seconds"], "steps": [{"sleep": 1}]}}, "tasks": [{"name": "t", "call": "f", "arguments": {"seconds": 1}}]})");
  const auto typed = [&](std::string_view text) {
    return shown_after(change_step(scenario, 0, path_of("1"), "sleep", text));
  };
  CHECK(typed("seconds") == "function f takes seconds\nsleep {seconds}\n");
  CHECK(typed(" {seconds} ") == typed("seconds"));
  CHECK(typed("0.10") == "function f takes seconds\nsleep 0.10\n");
  CHECK(typed("soon").find("takes a number") != std::string::npos);
  CHECK(typed("{second}").find("did you mean {seconds}?") != std::string::npos);
}

TEST_CASE("a function's parameters are renamed in their place, added with the task's name, and refused while used") {
  const Scenario scenario = testing::scenario_of(R"({"interleave": 1, "title": "t", "functions": {"f": {"parameters":
    ["who", "seconds"], "steps": [{"print": "{who}"}, {"sleep": "{seconds}"}]}}, "tasks": [
    {"name": "t", "call": "f", "arguments": {"who": "Ada", "seconds": 2}}, {"name": "u", "call": "f", "arguments": {"who": "{task}", "seconds": 3}}]})");
  const Scenario other = after(set_parameters(scenario, 0, "seconds, customer, extra"));
  CHECK(shown_text(other, {CellKind::value, 0, "seconds"}) == "2");
  CHECK(shown_text(other, {CellKind::value, 1, "extra"}) == "u");
  const Scenario renamed = after(set_parameters(scenario, 1, "customer, seconds"));
  CHECK(shown_steps(renamed) == "function f takes customer, seconds\nprint {customer}\nsleep {seconds}\n");
  CHECK(shown_text(renamed, {CellKind::value, 0, "customer"}) == "Ada");
  CHECK(shown_text(renamed, {CellKind::value, 1, "customer"}) == "u");
  CHECK(shown_after(set_parameters(scenario, 0, "who")).find("{seconds}") != std::string::npos);
}

TEST_CASE("an edit of a function says how many tasks it changes; a task can have a function of its own") {
  const Scenario scenario = testing::built_in("coffee-shop");
  CHECK(add_step(scenario, 1, path_of("1"), Verb::print).value().act == "add print to order, which 3 tasks call");
  Edited split = checked(split_function(scenario, 1));
  REQUIRE(split);
  CHECK(split.value().act == "give food a function of its own");
  const Scenario apart = after(remove_step(split.value().scenario, 1, path_of("1")));
  CHECK(steps_of(apart, 0).size() == steps_of(apart, 1).size() + 1);
  CHECK(shown_text(apart, {CellKind::value, 1, "seconds"}) == "5");
}

}  // namespace interleave::gui

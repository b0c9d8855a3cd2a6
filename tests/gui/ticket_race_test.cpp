#include <doctest/doctest.h>

#include "app/gui/model/input/command_text.h"
#include "app/gui/model/update/make_app.h"
#include "app/gui/model/update/update.h"
#include "app/gui/platform/real_engine.h"
#include "core/scenario/writer.h"
#include "core/timeline/sharing_marks.h"
#include "tests/gui/headless.h"
#include "tests/gui/last_ticket.h"
#include "tests/support/scenarios.h"

namespace interleave::gui {

namespace {

// Nothing but what can be done by hand, as texts.
constexpr const char* kByHand[] = {
    "set-cell title \"The last ticket\"",
    "set-cell name \"task 1\" \"desk 1\"",
    "remove-step \"desk 1\" 3",
    "remove-step \"desk 1\" 2",
    "remove-step \"desk 1\" 1",
    "set-cell function-name \"desk 1\" sell",
    "set-cell parameters \"desk 1\" customer",
    "set-cell value \"desk 1\" customer Ada",
    "add-step \"desk 1\" 1 read",
    "set-cell step \"desk 1\" 1 read tickets",
    "set-cell step \"desk 1\" 1 into left",
    "set-cell shared-number variable 1 \"1\"",
    "add-step \"desk 1\" 2 if",
    "set-cell step \"desk 1\" 2 if \"left > 0\"",
    "add-step \"desk 1\" 2/steps/1 sleep",
    "set-cell step \"desk 1\" 2/steps/1 sleep \"0.1\"",
    "add-step \"desk 1\" 2/steps/2 write",
    "set-cell step \"desk 1\" 2/steps/2 value \"left - 1\"",
    "add-step \"desk 1\" 2/steps/3 print",
    "set-cell step \"desk 1\" 2/steps/3 print \"{customer} has a ticket\"",
    "add-step \"desk 1\" 2/else/1 print",
    "set-cell step \"desk 1\" 2/else/1 print \"Sold out, {customer}\"",
    "add-task",
    "set-cell name \"task 2\" \"desk 2\"",
    "set-cell value \"desk 2\" customer Bob",
    "set-cell opening-mode threads",
};

void say(AppState& state, std::string_view text) {
  CAPTURE(text);
  CommandNames names;
  for (const Task& task : state.scenario().tasks) names.tasks.push_back(task.name);
  const auto command = read_command(text, names);
  INFO((command ? std::string() : command.error()));
  REQUIRE(command);
  update(state, command.value());
  CAPTURE(state.panel.refusal);
  CHECK(state.panel.refusal.empty());
}

void press(AppState& state, TextKey key) { update(state, command::PressInText{{key}}); }

}  // namespace

TEST_CASE("a student builds the ticket race by hand, sees an update lost in threads, and can undo all of it") {
  AppState state = make_app(real_engine(), only("coffee-shop"));
  say(state, "new-scenario");
  const auto fresh = state.scenarios[state.chosen].scenario;
  for (const char* command : kByHand) say(state, command);
  CHECK(to_json(state.scenario()) == to_json(testing::scenario_of(kLastTicket)));
  CHECK(testing::scenario_of(state.document().text()) == state.scenario());

  say(state, "set-mode threads");
  say(state, "run");
  tick(state, 100);
  const auto marks = marks_of(*state.run.record);
  CHECK(std::any_of(marks.begin(), marks.end(),
                    [](const SharingMark& mark) { return mark.kind == SharingMark::Kind::lost_update; }));

  while (state.document().undoable() != nullptr) say(state, "undo");
  CHECK(*fresh == state.scenario());
}

TEST_CASE("typing goes from step to step: a verb at a new place, then its parts with Tab, without the mouse") {
  AppState state = make_app(real_engine(), only("coffee-shop"));
  say(state, "new-scenario");
  CHECK(state.panel.steps == StepList::shown);
  const auto insert = [&](std::string_view verb) {
    say(state, "insert-step");
    say(state, "type " + std::string(verb));
    press(state, TextKey::enter);
  };
  say(state, "show-steps on");
  insert("read");
  CHECK(state.panel.editing->cell == Cell{.kind = CellKind::step, .parameter = "read", .path = {{}, 1}});
  say(state, "type seats");
  press(state, TextKey::tab);
  say(state, "type left");
  press(state, TextKey::enter);
  CHECK_FALSE(state.panel.editing);
  insert("if");
  say(state, "type \"left > 0\"");
  press(state, TextKey::enter);
  insert("write");
  press(state, TextKey::escape);
  CHECK(testing::scenario_of(state.document().text()).shared == std::vector<Declaration>{{"seats", 0}});
  const auto& steps = state.scenario().functions[0].steps;
  REQUIRE(steps.size() == 5);
  CHECK(steps[1].verb() == Verb::read);
  CHECK(std::get<verb::Branch>(steps[2].action).condition.text == "left > 0");
  CHECK(std::get<verb::Branch>(steps[2].action).steps.at(0).verb() == Verb::write);
}

TEST_CASE("what is set by a command is not undone by what was being typed into the same cell") {
  AppState state = make_app(real_engine(), only("coffee-shop"));
  say(state, "add-task");
  say(state, "set-cell name 4 tea");
  say(state, "select-cell name 1");
  CHECK(state.scenario().tasks[3].name == "tea");
}

TEST_CASE("a place at which no verb was typed is gone, and what was selected above it is selected again") {
  AppState state = make_app(real_engine(), only("coffee-shop"));
  say(state, "select-cell step coffee 2 sleep");
  for (const TextKey leave : {TextKey::escape, TextKey::enter}) {
    say(state, "insert-step");
    press(state, leave);
    CHECK_FALSE(state.panel.editing);
    CHECK(state.panel.selected->path == StepPath{{}, 1});
    CHECK(state.panel.selected->kind == CellKind::step);
  }
  CHECK(state.document().undoable() == nullptr);
}

TEST_CASE("what a step cannot be is said in its field, and stays there until it can be read or is given up") {
  AppState state = make_app(real_engine(), only("coffee-shop"));
  say(state, "edit-cell step coffee 2 sleep");
  say(state, "type soon");
  press(state, TextKey::enter);
  REQUIRE(state.panel.editing);
  CHECK(state.panel.editing->error.find("takes a number") != std::string::npos);
  CHECK(state.panel.editing->text.text() == "soon");
  press(state, TextKey::escape);
  CHECK(state.document().undoable() == nullptr);
  update(state, command::RemoveStep{task_id(0), {{}, 9}});
  CHECK(state.panel.refusal == "there is no such step any more");
}

TEST_CASE("names are offered where they can stand: up and down pass through them, and one can be taken") {
  AppState state = make_app(real_engine(), from_text(kLastTicket));
  const auto offered = [&] {
    std::string names;
    for (const CellOffer& offer : offers_of(state.scenario(), *state.panel.editing).all) names += offer.text + " ";
    return names;
  };
  say(state, "edit-cell step \"desk 1\" 1 read");
  CHECK(offered() == "tickets {customer} ");
  say(state, "edit-cell step \"desk 1\" 2 if");
  CHECK(offered() == "left customer ");
  say(state, "type \"0 < l\"");
  CHECK(offered() == "left ");
  press(state, TextKey::down);
  CHECK(state.panel.editing->text.text() == "0 < left");
  press(state, TextKey::enter);
  CHECK_FALSE(state.panel.editing);
  say(state, "edit-cell step \"desk 1\" 2/else/1 print");
  CHECK(offered().empty());
  say(state, "type \"Sorry, {\"");
  CHECK(offered() == "{left} {customer} {task} ");
  say(state, "take-offer 2");
  CHECK(state.panel.editing->text.text() == "Sorry, {customer}");
  say(state, "edit-cell step \"desk 1\" 1 verb");
  say(state, "type r");
  CHECK(offered() == "repeat read release return raise ");
}

TEST_CASE("another number that a shared variable begins with outdates a run, as another step does") {
  AppState state = make_app(real_engine(), from_text(kLastTicket));
  say(state, "run");
  tick(state, 100);
  CHECK_FALSE(state.scenario_edited);
  say(state, "set-cell shared-number variable 1 \"5\"");
  CHECK(state.scenario_edited);
  say(state, "undo");
  CHECK_FALSE(state.scenario_edited);
}

TEST_CASE("the arrows go from row to row, the steps stay with the task that was selected last") {
  AppState state = make_app(real_engine(), from_text(kLastTicket));
  say(state, "select-cell name \"desk 2\"");
  say(state, "show-steps on");
  CHECK(state.panel.selected == Cell{.kind = CellKind::step, .task = 1, .parameter = "verb"});
  say(state, "move-in-table 1 0");
  CHECK(state.panel.selected->parameter == "read");
  for (int i = 0; i < 20; ++i) say(state, "move-in-table 0 1");
  CHECK(state.panel.selected->kind == CellKind::shared_name);
  say(state, "move-in-table 0 -1");
  CHECK(state.panel.selected->path == StepPath{{{1, "else"}}, 0});
  say(state, "show-steps off");
  CHECK(state.panel.selected == Cell{CellKind::name, 1});
}

TEST_CASE("steps are removed with those within them, and what is nearest is selected") {
  AppState state = make_app(real_engine(), from_text(kLastTicket));
  say(state, "remove-step \"desk 1\" 2/steps/3");
  CHECK(state.panel.selected->path == StepPath{{{1, "steps"}}, 1});
  say(state, "remove-body \"desk 1\" 2/else/1");
  CHECK(std::get<verb::Branch>(state.scenario().functions[0].steps[1].action).otherwise.empty());
  say(state, "remove-step \"desk 1\" 2");
  CHECK(state.panel.selected->path == StepPath{});
  say(state, "undo");
  say(state, "undo");
  say(state, "undo");
  CHECK(state.scenario() == testing::scenario_of(kLastTicket));
}

}  // namespace interleave::gui

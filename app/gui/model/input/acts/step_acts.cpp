// The list of steps below the table of tasks.
#include <fmt/format.h>

#include "app/gui/model/edit/step_edits.h"
#include "app/gui/model/input/acts/rows.h"
#include "app/gui/model/input/step_wishes.h"
#include "app/gui/model/state/shown_steps.h"

namespace interleave::gui {

namespace {

bool shows_steps(const AppState& state) {
  return state.panel.tab == PanelTab::tasks && state.panel.steps == StepList::shown;
}

// "Steps of sell"
std::string title_of_steps(const AppState& state) {
  if (!state.has_program()) return "Steps";
  const Scenario& scenario = state.scenario();
  const Task& task = scenario.tasks[shown_task(state)];
  return "Steps of " + (task.function ? scenario.functions[*task.function].name : task.name);
}

std::string about_steps(const AppState& state, std::string_view key) {
  const std::size_t task = shown_task(state);
  const std::size_t callers = callers_of(state.scenario(), task);
  const std::string whose = callers > 1 ? fmt::format("What {} tasks do, for they call the same", callers)
                                        : fmt::format("What {} does", state.scenario().tasks[task].name);
  return fmt::format("{}: its steps, to be changed here.  Key: {}", whose, key);
}

Act move_act(ActId id, Way way) {
  const std::string word = way == Way::up ? "up" : "down";
  return {.id = id,
          .label = says("move step " + word),
          .tooltip = tells("Move the selected step " + word + ", also into and out of other steps.  Key: {}"),
          .command = [way](const AppState& state) { return wish_to_move_step(state, way); },
          .enabled = [way](const AppState& state) { return shows_steps(state) && can_move_step(state, way); }};
}

Act shared_act(ActId id, ObjectKind kind, std::string meaning) {
  return {.id = id,
          .label = says(std::string(noun(kind))),
          .tooltip = tells(std::move(meaning)),
          .command = wishes(command::AddShared{kind}),
          .enabled = shows_steps};
}

}  // namespace

void add_step_acts(ActRows& rows) {
  rows.push_back({.id = "steps"_act,
                  .label = title_of_steps,
                  .tooltip = about_steps,
                  .command = [](const AppState& state) { return wish_to_show_steps(state); },
                  .enabled = [](const AppState& state) { return state.panel.tab == PanelTab::tasks; },
                  .chosen = shows_steps});
  rows.push_back({.id = "step-list"_act,
                  .label = says("steps"),
                  .tooltip = tells(""),
                  .command = wishes(command::EditSelectedCell{}),
                  .enabled = shows_steps});
  rows.push_back({.id = "add-step"_act,
                  .label = says("Add a step"),
                  .tooltip = tells("Choose a step to add below the selected one, or at the end. In the list, type "
                                   "what it is.  Key: {}"),
                  .command = wishes(command::OpenMenu{Menu::steps}),
                  .enabled = shows_steps});
  rows.push_back(move_act("step-up"_act, Way::up));
  rows.push_back(move_act("step-down"_act, Way::down));
  rows.push_back({.id = "remove-step"_act,
                  .label = says("remove step"),
                  .tooltip = tells("Remove what is selected, with the steps within it.  Key, in the list: {}"),
                  .command = [](const AppState& state) { return wish_to_remove(state); },
                  .enabled = [](const AppState& state) { return shows_steps(state) && can_remove(state); }});
  rows.push_back(
      {.id = "split-function"_act,
       .label = says("For this task alone"),
       .tooltip = tells("Several tasks call these steps: give the selected one a copy of its own"),
       .command = [](const AppState& state) { return Command(command::SplitFunction{task_id(shown_task(state))}); },
       .enabled =
           [](const AppState& state) {
             return shows_steps(state) && callers_of(state.scenario(), shown_task(state)) > 1;
           }});
  rows.push_back(
      shared_act("add-variable"_act, ObjectKind::variable, "Add a variable that all tasks can read and write"));
  rows.push_back(shared_act("add-semaphore"_act, ObjectKind::semaphore,
                            "Add a semaphore: as many tasks can hold it at once as it has permits"));
  rows.push_back(shared_act("add-queue"_act, ObjectKind::queue,
                            "Add a queue: what some tasks put in, others get out; who finds it full or empty waits"));
}

}  // namespace interleave::gui

// What a learner does with a lesson.
#include "app/gui/model/input/acts/rows.h"
#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

namespace {

bool runs_lesson(const AppState& state) { return state.lesson != nullptr; }

}  // namespace

void add_lesson_acts(ActRows& rows) {
  rows.push_back({.id = "start-here"_act,
                  .label = says("Start here: a lesson"),
                  .tooltip = tells("Five minutes: one question, one run, one change"),
                  .command = wishes(command::OpenLesson{"start-here"}),
                  .enabled = [](const AppState& state) { return static_cast<bool>(state.lesson_player.fulfil); }});
  rows.push_back({.id = "next-build"_act,
                  .label = says("Next"),
                  .tooltip = tells("The next part of the slide, or the next slide.  Key: PgDn"),
                  .command = wishes(command::NextBuild{}),
                  .enabled = [](const AppState& state) { return runs_lesson(state) && !state.answer_first; }});
  rows.push_back({.id = "previous-build"_act,
                  .label = says("Back"),
                  .tooltip = tells("The part before.  Key: PgUp"),
                  .command = wishes(command::PreviousBuild{}),
                  .enabled = runs_lesson});
  rows.push_back({.id = "close-lesson"_act,
                  .label = says("Close the lesson"),
                  .tooltip = tells("Back to the workbench; the scenario stays"),
                  .command = wishes(command::CloseLesson{}),
                  .enabled = runs_lesson});
}

}  // namespace interleave::gui

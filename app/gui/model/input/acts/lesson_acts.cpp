// What a learner does with a lesson.
#include "app/gui/model/input/acts/rows.h"
#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

namespace {

bool runs_lesson(const AppState& state) { return state.lesson != nullptr; }

}  // namespace

void add_lesson_acts(ActRows& rows) {
  rows.push_back({.id = "open-lessons"_act,
                  .label = says("Lessons…"),
                  .tooltip = tells("To walk through: they ask before they show"),
                  .command = wishes(command::OpenMenu{Menu::lessons}),
                  .enabled = [](const AppState& state) { return static_cast<bool>(state.lesson_player.fulfil); }});
  rows.push_back({.id = "next-build"_act,
                  .label = says("Next"),
                  .tooltip = tells("The next part of the slide, or the next slide.  Key: PgDn"),
                  .command = wishes(command::NextBuild{}),
                  .enabled = [](const AppState& state) {
                    return runs_lesson(state) && (!state.answer_first || state.presenting);
                  }});
  rows.push_back({.id = "previous-build"_act,
                  .label = says("Back"),
                  .tooltip = tells("The part before.  Key: PgUp"),
                  .command = wishes(command::PreviousBuild{}),
                  .enabled = runs_lesson});
  rows.push_back({.id = "show-slide-again"_act,
                  .label = says("Back to the lesson"),
                  .tooltip = tells("The program and the settings as this slide has them, whatever was changed since"),
                  .command = wishes(command::ShowSlideAgain{}),
                  .enabled = runs_lesson});
  rows.push_back({.id = "ask-another-like-it"_act,
                  .label = says("Another like this"),
                  .tooltip = tells("The same question about other numbers, which the program draws"),
                  .command = wishes(command::AskAnotherLikeIt{}),
                  .enabled = [](const AppState& state) { return runs_lesson(state) && !state.answer_first; }});
  rows.push_back({.id = "enter-in-lesson"_act,
                  .label = says("Commit"),
                  .tooltip = tells("To this answer: there is no second try.  Key: Enter"),
                  .command = wishes(command::EnterInLesson{}),
                  .enabled = [](const AppState& state) { return runs_lesson(state) && state.answer_first; }});
  rows.push_back({.id = "toggle-workbench"_act,
                  .label = says("Workbench"),
                  .tooltip = tells("Tasks, steps, program and file beside the slide, to change things.  Key: V"),
                  .command = wishes(command::ToggleWorkbench{}),
                  .enabled = [](const AppState& state) { return runs_lesson(state) && !state.answer_first; },
                  .chosen = [](const AppState& state) { return state.slide_beside == SlideBeside::workbench; }});
  rows.push_back({.id = "toggle-overview"_act,
                  .label = says("Slides"),
                  .tooltip = tells("All slides, to choose one from.  Key: O"),
                  .command = wishes(command::ToggleOverview{}),
                  .enabled = runs_lesson});
  rows.push_back({.id = "next-lesson"_act,
                  .label = says("Next lesson"),
                  .tooltip = tells("The one that comes after this one"),
                  .command = [](const AppState& state) { return Command(command::OpenLesson{state.next_lesson}); },
                  .enabled = [](const AppState& state) { return !state.next_lesson.empty(); }});
  rows.push_back({.id = "close-lesson"_act,
                  .label = says("Close the lesson"),
                  .tooltip = tells("Back to the workbench; the scenario stays"),
                  .command = wishes(command::CloseLesson{}),
                  .enabled = runs_lesson});
}

}  // namespace interleave::gui

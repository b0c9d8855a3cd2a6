#include "app/gui/model/lesson/walk_slides.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <utility>

#include "app/gui/model/input/command.h"
#include "app/gui/model/lesson/answer_by_hand.h"
#include "app/gui/model/lesson/ask_question.h"
#include "app/gui/model/lesson/posed_prediction.h"
#include "app/gui/model/lesson/show_slide.h"
#include "app/gui/model/lesson/ways_to_answer.h"
#include "app/gui/model/update/edit_scenario.h"
#include "app/gui/model/update/playhead.h"
#include "app/gui/model/update/shown_run.h"
#include "app/gui/model/update/tell.h"
#include "app/gui/model/update/update.h"
#include "core/lesson/built_in_lessons.h"
#include "core/lesson/catalogue.h"

namespace interleave::gui {

namespace {

const lesson::Build& last_build(const LessonShow& show) { return show.shown().builds[show.builds - 1]; }

SlideStart start_of(const AppState& state, const LessonShow& show) {
  SlideStart start;
  if (show.view.scenario) start.entry = state.scenarios[*show.view.scenario];
  start.settings = state.settings;
  start.clock = state.clock;
  start.speed = state.speed;
  return start;
}

void take_back_to(AppState& state, const LessonShow& show, const SlideStart& start) {
  if (!start.entry || !show.view.scenario) return;
  state.scenarios[*show.view.scenario] = *start.entry;
  update(state, command::ChooseScenario{*show.view.scenario});
  state.settings = start.settings;
  state.clock = start.clock;
  state.speed = start.speed;
  predict(state);
}

// Puts the picture of a run of which nothing is known in the place of the run.
void hide_run(AppState& state, const LessonShow& show) {
  state.answer_first = true;
  if (!show.view.scenario || !state.has_program()) return;
  predict(state);
  state.run.prediction = blank_run(state);
  state.run.record = state.run.prediction;
  state.viewport.set_extent(blank_extent(state.scenario(), show.questions.at(show.last_part())));
  state.viewport.fit();
  state.viewport.settle();
}

// What is asked there is asked once: an answer that was given stays.
void ask(AppState& state, LessonShow& show) {
  const lesson::Build& build = last_build(show);
  if (!build.prediction) return;
  const SlidePart part = show.last_part();
  const auto redrawn = show.redrawn.find(part);
  if (redrawn != show.redrawn.end() && !show.view.shows(LessonPanel::code)) {
    show.view.panels.push_back(LessonPanel::code);  // the slide's text says nothing of these numbers
  }
  if (redrawn != show.redrawn.end()) edit_scenario(state, Edit{redrawn->second, "draw other numbers"});
  if (show.questions.find(part) == show.questions.end()) {
    PosedPrediction posed = pose(*build.prediction, state, show.view.scenario.has_value());
    AskedQuestion asked = show.has_other_numbers() ? ask_with_numbers(posed, {state.scenario(), state.settings})
                                                   : ask_question(*build.prediction, posed);
    for (auto* const problems : {&posed.errors, &posed.objections}) {
      std::move(problems->begin(), problems->end(), std::back_inserter(show.faults));
    }
    // What nobody can answer holds nobody up.
    if (asked.answers.size() < 2) return;
    show.questions.emplace(part, std::move(asked));
  }
  if (!show.waits_for_answer()) return;
  hide_run(state, show);
  state.typed_in_lesson = show.questions.at(part).begun;
  show_what_is_typed(state, show);
}

// What was typed as an answer is there again where the question is.
void keep_what_is_typed(const AppState& state, LessonShow& show) {
  const auto asked = show.questions.find(show.last_part());
  if (asked == show.questions.end() || !show.waits_for_answer() || !answer_is_typed(state, asked->second)) return;
  asked->second.begun = state.typed_in_lesson;
}

bool is_at_its_end(const LessonShow& show) { return show.builds == show.shown().builds.size(); }

bool is_last_slide(const LessonShow& show) { return show.slide + 1 == show.lesson->slides.size(); }

// Of a lesson that comes with the program, once its last part is there.
void note_done(AppState& state, const LessonShow& show) {
  if (!is_last_slide(show) || !is_at_its_end(show) || lesson::find_built_in_lesson(show.name) == nullptr) return;
  auto& done = state.lessons_done;
  if (std::find(done.begin(), done.end(), show.name) == done.end()) done.push_back(show.name);
}

// Behind its last part a lesson of the course leads on to the next one.
void note_next(AppState& state, const LessonShow& show) {
  state.next_lesson.clear();
  const auto all = lesson::lesson_catalogue();
  const auto here = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == show.name; });
  if (show.is_at_end() && here != all.end() && std::next(here) != all.end()) state.next_lesson = std::next(here)->name;
}

// What the lesson has made of its program so far is nobody's work that could be lost.
void give(AppState& state, const LessonView& view) {
  if (view.scenario) state.scenarios[*view.scenario].given = state.scenarios[*view.scenario].scenario;
}

void show_part(AppState& state, LessonShow& show, std::size_t build) {
  show.builds = build + 1;
  auto faults = show_build(state, show.view, show.shown().builds[build], show.folder);
  // In a hall, the speaker's notes say so.
  if (!faults.empty() && !state.presenting) tell(state, "Not shown here: " + faults.front().message + ".");
  std::move(faults.begin(), faults.end(), std::back_inserter(show.faults));
  state.future_hidden = show.view.hides_future;
  state.highlighted = show.view.highlighted.value_or("");
  state.compared_modes = show.view.compared;
  state.slide_is_text = !show.view.has_picture();
  if (show.view.layout == LessonLayout::workbench) state.slide_beside = SlideBeside::workbench;
  ask(state, show);
  give(state, show.view);
  show.left = start_of(state, show);
  note_done(state, show);
  note_next(state, show);
}

// What its user has made of the lesson's program stays, among the user's own: its title; none where nothing was
// changed.
std::optional<std::string> keep_changes(AppState& state, const LessonShow& show) {
  if (!show.view.scenario || !show.left.entry) return std::nullopt;
  const ScenarioEntry& now = state.scenarios[*show.view.scenario];
  if (now.scenario == show.left.entry->scenario) return std::nullopt;
  ScenarioEntry kept = now;
  kept.name = fmt::format("changed-{}", state.scenarios.size() + 1);
  kept.kept = nullptr;  // in the place that is its own now
  state.scenarios.push_back(std::move(kept));
  return state.scenarios.back().scenario->title;
}

// Does what shows another part, or the same as the lesson has it, and tells what was kept.
template <class Show>
void show_and_keep(AppState& state, LessonShow& show, Show show_it) {
  keep_what_is_typed(state, show);
  const auto kept = keep_changes(state, show);
  show_it();
  if (!kept) return;
  remark(state, fmt::format("This is the lesson's own program. What you made of \"{}\" is kept: it is the last in the "
                            "menu of scenarios.",
                            *kept));
}

// Who comes back to a part sees what had happened when it came, and nothing begins anew by itself.
void stand_where_it_was(AppState& state, LessonShow& show) {
  if (!state.playing) return;
  if (state.run.live != nullptr) return update(state, command::TogglePause{});
  state.playing = false;
  const std::vector<Time>& freezes = show.view.freezes;
  const bool between = show.builds > 1 && show.builds - 2 < freezes.size() && !is_at_its_end(show);
  move_playhead(state, between ? freezes[show.builds - 2] : show.view.runs_until.value_or(state.run.record->horizon()));
  show.played_to = state.playhead;
}

void begin(AppState& state, LessonShow& show, std::size_t slide) {
  show.slide = slide;
  show.faults.clear();
  state.answer_first = false;
  state.future_hidden = false;
  state.highlighted.clear();
  state.compared_modes.clear();
  state.slide_beside = SlideBeside::picture;
  state.shows_slides = false;
  state.believed.reset();
  state.typed_in_lesson.clear();
  take_back_to(state, show, show.starts.at(slide));
  begin_slide(state, show.view);
}

// All that the slide does, with nobody looking on.
void pass_over(AppState& state, LessonShow& show, std::size_t slide) {
  begin(state, show, slide);
  for (const lesson::Build& build : show.shown().builds) show_build(state, show.view, build, show.folder);
  give(state, show.view);
  show.starts[slide + 1] = start_of(state, show);
}

}  // namespace

bool has_left_lesson(const AppState& state, const LessonShow& show) {
  if (!show.view.scenario || !show.left.entry) return false;
  const RunSettings& now = state.settings;
  const RunSettings& left = show.left.settings;
  return state.chosen != *show.view.scenario ||
         state.scenarios[*show.view.scenario].scenario != show.left.entry->scenario || now.mode != left.mode ||
         now.max_workers != left.max_workers || now.language != left.language || now.gil != left.gil ||
         state.clock != show.left.clock;
}

void show_parts(AppState& state, LessonShow& show, std::size_t slide, std::size_t builds) {
  begin(state, show, slide);
  for (std::size_t build = 0; build < builds; ++build) {
    show_part(state, show, build);
    if (show.waits_for_answer()) return;
  }
}

void show_first_slide(AppState& state, LessonShow& show) {
  show.starts[0] = start_of(state, show);
  show_parts(state, show, 0, 1);
}

void go_to_slide(AppState& state, LessonShow& show, std::size_t slide) {
  slide = std::min(slide, show.lesson->slides.size() - 1);
  show_and_keep(state, show, [&] {
    const std::size_t known = std::prev(show.starts.upper_bound(slide))->first;
    for (std::size_t passed = known; passed < slide; ++passed) pass_over(state, show, passed);
    show_parts(state, show, slide, 1);
  });
}

void next_part(AppState& state, LessonShow& show) {
  if (show.waits_for_answer()) return tell(state, "Answer first: then the run is shown.");
  if (!is_at_its_end(show)) {
    if (!has_left_lesson(state, show)) return show_part(state, show, show.builds);
    remark(state, "This is the lesson's own program again, as the slide has it.");
    return show_and_keep(state, show, [&] { show_parts(state, show, show.slide, show.builds + 1); });
  }
  if (is_last_slide(show)) {
    return tell(state, state.next_lesson.empty() ? "That was the last slide."
                                                 : "That was the last slide.  Next lesson leads on.");
  }
  // What was done here by the lesson alone need not be done again.
  if (!has_left_lesson(state, show) && !show.has_other_numbers()) show.starts[show.slide + 1] = start_of(state, show);
  go_to_slide(state, show, show.slide + 1);
}

void previous_part(AppState& state, LessonShow& show) {
  if (show.builds == 1 && show.slide == 0) return;
  const bool within = show.builds > 1;
  const std::size_t slide = within ? show.slide : show.slide - 1;
  const std::size_t builds = within ? show.builds - 1 : show.lesson->slides[slide].builds.size();
  show_and_keep(state, show, [&] { show_parts(state, show, slide, builds); });
  stand_where_it_was(state, show);
}

void show_slide_again(AppState& state, LessonShow& show) {
  show_and_keep(state, show, [&] { show_parts(state, show, show.slide, show.builds); });
  if (show.builds > 1) stand_where_it_was(state, show);
}

void show_whole_slide(AppState& state) {
  const LessonShow& show = *state.lesson;
  for (std::size_t left = show.shown().builds.size() - show.builds; left > 0 && !show.waits_for_answer(); --left) {
    update(state, command::NextBuild{});
  }
  state.viewport.settle();
}

}  // namespace interleave::gui

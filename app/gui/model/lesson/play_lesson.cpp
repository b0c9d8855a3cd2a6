#include "app/gui/model/lesson/play_lesson.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <utility>

#include "app/gui/model/input/command.h"
#include "app/gui/model/lesson/ask_question.h"
#include "app/gui/model/lesson/lesson_show.h"
#include "app/gui/model/lesson/posed_prediction.h"
#include "app/gui/model/lesson/show_slide.h"
#include "app/gui/model/update/playhead.h"
#include "app/gui/model/update/shown_run.h"
#include "app/gui/model/update/tell.h"
#include "core/base/nearest.h"
#include "core/base/utf8.h"
#include "core/lesson/built_in_lessons.h"
#include "core/lesson/lesson_reader.h"

namespace interleave::gui {

namespace {

const lesson::Build& last_build(const LessonShow& show) { return show.shown().builds[show.builds - 1]; }

// Puts the picture of a run of which nothing is known in the place of the run.
void hide_run(AppState& state, const LessonShow& show) {
  state.answer_first = true;
  if (!show.view.scenario || !state.has_program()) return;
  predict(state);
  state.run.prediction = blank_run(state);
  state.run.record = state.run.prediction;
  state.viewport.set_extent(all_durations(state.scenario()));
  state.viewport.fit();
  state.viewport.settle();
}

// What is asked there is asked once: an answer that was given stays.
void ask(AppState& state, LessonShow& show) {
  const lesson::Build& build = last_build(show);
  if (!build.prediction) return;
  const std::pair place{show.slide, show.builds - 1};
  if (show.questions.find(place) == show.questions.end()) {
    PosedPrediction posed = pose(*build.prediction, state, show.view.scenario.has_value());
    AskedQuestion asked = ask_question(*build.prediction, posed);
    for (auto* const problems : {&posed.errors, &posed.objections}) {
      std::move(problems->begin(), problems->end(), std::back_inserter(show.faults));
    }
    // What nobody can answer holds nobody up.
    if (asked.answers.size() < 2) return;
    show.questions.emplace(place, std::move(asked));
  }
  if (show.waits_for_answer()) hide_run(state, show);
}

void show_part(AppState& state, LessonShow& show, std::size_t build) {
  show.builds = build + 1;
  auto faults = show_build(state, show.view, show.shown().builds[build], show.folder);
  std::move(faults.begin(), faults.end(), std::back_inserter(show.faults));
  ask(state, show);
}

// Its first so many parts, but none behind a question that waits.
void show_parts(AppState& state, LessonShow& show, std::size_t slide, std::size_t builds) {
  show.slide = slide;
  show.faults.clear();
  state.answer_first = false;
  begin_slide(state, show.view);
  for (std::size_t build = 0; build < builds; ++build) {
    show_part(state, show, build);
    if (show.waits_for_answer()) return;
  }
}

void go_to_slide(AppState& state, LessonShow& show, std::size_t slide) {
  show_parts(state, show, std::min(slide, show.lesson->slides.size() - 1), 1);
}

void next_build(AppState& state, LessonShow& show) {
  if (show.waits_for_answer()) return tell(state, "Answer first: then the run is shown.");
  if (show.builds < show.shown().builds.size()) return show_part(state, show, show.builds);
  if (show.slide + 1 < show.lesson->slides.size()) return go_to_slide(state, show, show.slide + 1);
  tell(state, "That was the last slide.");
}

void previous_build(AppState& state, LessonShow& show) {
  if (show.builds > 1) return show_parts(state, show, show.slide, show.builds - 1);
  if (show.slide == 0) return;
  show_parts(state, show, show.slide - 1, show.lesson->slides[show.slide - 1].builds.size());
}

void commit(AppState& state, LessonShow& show, std::size_t position) {
  if (!show.waits_for_answer()) return;
  AskedQuestion& asked = show.questions.at({show.slide, show.builds - 1});
  if (position >= asked.answers.size()) return;
  asked.committed = position;
  state.answer_first = false;
  if (show.view.scenario && state.has_program()) predict(state);
  state.viewport.fit();
  state.notice.reset();
  if (show.builds < show.shown().builds.size()) show_part(state, show, show.builds);
}

struct LessonText {
  std::string text;
  std::string folder;
};

Result<LessonText, std::string> lesson_text(const AppState& state, const std::string& name) {
  if (const auto* const built_in = lesson::find_built_in_lesson(name))
    return LessonText{std::string(built_in->text), ""};
  std::string why = "there are no files here";
  if (state.files != nullptr) {
    auto text = state.files->read(name);
    if (text) return LessonText{std::move(text).value(), std::filesystem::path(name).parent_path().string()};
    why = text.error().message;
  }
  std::vector<std::string_view> names;
  for (const auto& one : lesson::built_in_lessons()) names.push_back(one.name);
  const auto meant = nearest_name(name, names);
  return meant ? fmt::format("There is no lesson {}; did you mean {}?", in_quotes(name), *meant)
               : fmt::format("That lesson cannot be opened: {}.", why);
}

void open_lesson(AppState& state, const std::string& name) {
  auto text = lesson_text(state, name);
  if (!text) return tell(state, text.error());
  lesson::ReadLesson read = lesson::read_lesson(text.value().text);
  if (read.lesson.slides.empty()) {
    return tell(state, fmt::format("That lesson has no slide: interleave-cli lesson check {} says why.", name));
  }
  state.lesson = std::make_shared<LessonShow>();
  state.lesson->lesson = std::make_shared<const lesson::Lesson>(std::move(read.lesson));
  state.lesson->folder = std::move(text.value().folder);
  state.answer_first = false;
  go_to_slide(state, *state.lesson, 0);
  if (read.findings.empty()) return;
  tell(state,
       fmt::format("There is something wrong with this lesson: interleave-cli lesson check {} says what.", name));
}

void close_lesson(AppState& state) {
  const bool hidden = std::exchange(state.answer_first, false);
  state.lesson.reset();
  if (hidden && state.has_program()) predict(state);
}

void move_slides(AppState& state, LessonShow& show, int by) {
  const auto wanted = static_cast<std::ptrdiff_t>(show.slide) + by;
  go_to_slide(state, show, static_cast<std::size_t>(std::max<std::ptrdiff_t>(wanted, 0)));
}

void fulfil_lesson(AppState& state, const Command& command) {
  if (const auto* const open = command.as<command::OpenLesson>()) return open_lesson(state, open->lesson);
  if (state.lesson == nullptr) return;
  LessonShow& show = *state.lesson;
  if (command.as<command::CloseLesson>() != nullptr) return close_lesson(state);
  if (command.as<command::NextBuild>() != nullptr) return next_build(state, show);
  if (command.as<command::PreviousBuild>() != nullptr) return previous_build(state, show);
  if (const auto* const move = command.as<command::MoveSlides>()) return move_slides(state, show, move->by);
  if (const auto* const go = command.as<command::GoToSlide>()) {
    return go_to_slide(state, show, std::max<std::size_t>(go->slide, 1) - 1);
  }
  if (const auto* const answer = command.as<command::CommitAnswer>()) return commit(state, show, answer->position);
  if (command.as<command::ToggleNotes>() != nullptr) show.shows_notes = !show.shows_notes;
}

// Playing stops where the slide says so; at a moment where it freezes, its next part comes.
bool stop_where_it_says(AppState& state) {
  LessonShow& show = *state.lesson;
  if (!state.playing) return false;
  show.played_to = std::min(show.played_to, state.playhead);
  const auto next = next_stop(show.view, show.played_to);
  if (!next || *next > state.playhead) {
    show.played_to = state.playhead;
    return false;
  }
  const Time stop = *next;
  const auto& freezes = show.view.freezes;
  const bool is_freeze = std::find(freezes.begin(), freezes.end(), stop) != freezes.end();
  state.playing = false;
  if (state.run.live == nullptr) move_playhead(state, stop);
  show.played_to = stop;
  if (is_freeze && show.builds < show.shown().builds.size()) show_part(state, show, show.builds);
  return true;
}

}  // namespace

LessonPlayer lesson_player() { return {fulfil_lesson, stop_where_it_says}; }

}  // namespace interleave::gui

#include "app/gui/model/lesson/play_lesson.h"

#include <algorithm>

#include "app/gui/model/input/command.h"
#include "app/gui/model/lesson/answer_by_hand.h"
#include "app/gui/model/lesson/answer_question.h"
#include "app/gui/model/lesson/lesson_show.h"
#include "app/gui/model/lesson/lesson_timer.h"
#include "app/gui/model/lesson/open_lesson.h"
#include "app/gui/model/lesson/type_in_lesson.h"
#include "app/gui/model/lesson/walk_slides.h"
#include "app/gui/model/update/playhead.h"
#include "app/gui/model/update/tell.h"

namespace interleave::gui {

namespace {

void move_slides(AppState& state, LessonShow& show, int by) {
  const auto wanted = static_cast<std::ptrdiff_t>(show.slide) + by;
  go_to_slide(state, show, static_cast<std::size_t>(std::max<std::ptrdiff_t>(wanted, 0)));
}

// A part that comes where playing freezes speaks of that moment: who does not wait for it is taken there.
void go_to_freeze(AppState& state, LessonShow& show) {
  const bool has_more = show.builds < show.shown().builds.size();
  const auto& freezes = show.view.freezes;
  const auto next = std::find_if(freezes.begin(), freezes.end(), [&](Time freeze) { return freeze > show.played_to; });
  if (!has_more || !state.run.started || state.run.live != nullptr || next == freezes.end()) return;
  state.playing = false;
  move_playhead(state, *next);
  show.played_to = *next;
}

// In a hall nobody types: the answers are counted, and then shown.
void next(AppState& state, LessonShow& show) {
  if (state.presenting && go_on_with_hall(state, show)) return;
  if (!show.waits_for_answer()) go_to_freeze(state, show);
  next_part(state, show);
}

void fulfil_lesson(AppState& state, const Command& command) {
  if (const auto* const open = command.as<command::OpenLesson>()) return open_lesson(state, open->lesson);
  if (state.lesson == nullptr) return;
  LessonShow& show = *state.lesson;
  if (command.as<command::CloseLesson>() != nullptr) return close_lesson(state);
  if (command.as<command::NextBuild>() != nullptr) return next(state, show);
  if (command.as<command::PreviousBuild>() != nullptr) return previous_part(state, show);
  if (command.as<command::ShowSlideAgain>() != nullptr) return show_slide_again(state, show);
  if (const auto* const move = command.as<command::MoveSlides>()) return move_slides(state, show, move->by);
  if (const auto* const go = command.as<command::GoToSlide>()) {
    return go_to_slide(state, show, std::max<std::size_t>(go->slide, 1) - 1);
  }
  if (const auto* const answer = command.as<command::CommitAnswer>()) return commit(state, show, answer->position);
  if (const auto* const moment = command.as<command::PointAtMoment>()) {
    return point_at_moment(state, show, moment->time_s);
  }
  if (const auto* const place = command.as<command::PlaceInOrder>()) {
    return place_in_order(state, show, place->position, place->to);
  }
  if (const auto* const hands = command.as<command::CountHands>()) {
    return count_hands(state, show, hands->position, hands->hands);
  }
  if (command.as<command::AskAnotherLikeIt>() != nullptr) return ask_another_like_it(state, show);
  if (const auto* const typed = command.as<command::TypeInLesson>()) return type_in_lesson(state, show, typed->text);
  if (command.as<command::EraseInLesson>() != nullptr) return erase_in_lesson(state, show);
  if (command.as<command::EnterInLesson>() != nullptr) return enter_in_lesson(state, show);
  if (command.as<command::ToggleWorkbench>() != nullptr) {
    const bool is_there = state.slide_beside == SlideBeside::workbench;
    state.slide_beside = is_there ? SlideBeside::picture : SlideBeside::workbench;
  }
  if (command.as<command::ToggleNotes>() != nullptr) show.shows_notes = !show.shows_notes;
  if (command.as<command::ToggleOverview>() != nullptr) state.shows_slides = !state.shows_slides;
}

// Playing stops where the slide says so; at a moment where it freezes, its next part comes. What its user has changed,
// or has other numbers, plays to its own end; and a run on the real clock goes on beside the parts that come.
bool stop_where_it_says(AppState& state) {
  LessonShow& show = *state.lesson;
  if (!state.playing || has_left_lesson(state, show) || show.has_other_numbers()) return false;
  show.played_to = std::min(show.played_to, state.playhead);
  const auto next = next_stop(show.view, show.played_to);
  if (!next || *next > state.playhead) {
    show.played_to = state.playhead;
    return false;
  }
  const Time stop = *next;
  const auto& freezes = show.view.freezes;
  const bool is_freeze = std::find(freezes.begin(), freezes.end(), stop) != freezes.end();
  if (state.run.live == nullptr) {
    state.playing = false;
    move_playhead(state, stop);
  }
  show.played_to = stop;
  if (is_freeze && show.builds < show.shown().builds.size()) next_part(state, show);
  return true;
}

}  // namespace

LessonPlayer lesson_player() {
  const auto advance = [](AppState& state, double host_seconds) {
    const bool time_changed = advance_timer(state, *state.lesson, host_seconds);
    return stop_where_it_says(state) || time_changed;
  };
  return {fulfil_lesson, advance, reread_edited_lesson};
}

}  // namespace interleave::gui

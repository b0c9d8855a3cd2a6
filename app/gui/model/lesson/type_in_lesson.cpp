#include "app/gui/model/lesson/type_in_lesson.h"

#include <charconv>
#include <string>
#include <utility>

#include "app/gui/model/lesson/answer_by_hand.h"
#include "app/gui/model/lesson/answer_question.h"
#include "app/gui/model/lesson/walk_slides.h"
#include "app/gui/model/lesson/ways_to_answer.h"
#include "app/gui/model/update/tell.h"

namespace interleave::gui {

namespace {

bool types_answer(const AppState& state, const LessonShow& show) {
  return show.waits_for_answer() && answer_is_typed(state, *show.last_question());
}

}  // namespace

void type_in_lesson(AppState& state, const LessonShow& show, std::string_view text) {
  constexpr std::size_t kLongest = 12;
  const bool is_answer = types_answer(state, show);
  if (!is_answer && !state.presenting) return;  // alone there are buttons for the slides
  const std::string_view allowed = is_answer ? "0123456789.,-" : "0123456789";
  for (const char character : text) {
    const bool fits = state.typed_in_lesson.size() < kLongest && allowed.find(character) != std::string_view::npos;
    if (fits) state.typed_in_lesson += character;
  }
  show_what_is_typed(state, show);
}

void erase_in_lesson(AppState& state, const LessonShow& show) {
  if (!state.typed_in_lesson.empty()) state.typed_in_lesson.pop_back();
  show_what_is_typed(state, show);
}

void enter_in_lesson(AppState& state, LessonShow& show) {
  const std::string typed = std::exchange(state.typed_in_lesson, "");
  if (typed.empty()) return commit_order(state, show);
  if (types_answer(state, show)) return commit_typed(state, show, typed);
  std::size_t slide = 0;
  std::from_chars(typed.data(), typed.data() + typed.size(), slide);
  if (slide >= 1 && slide <= show.lesson->slides.size()) return go_to_slide(state, show, slide - 1);
  tell(state, "There is no slide " + typed + "; the last one is " + std::to_string(show.lesson->slides.size()) + ".");
}

}  // namespace interleave::gui

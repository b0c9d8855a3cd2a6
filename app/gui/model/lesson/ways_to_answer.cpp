#include "app/gui/model/lesson/ways_to_answer.h"

namespace interleave::gui {

bool answer_is_typed(const AppState& state, const AskedQuestion& asked) {
  return asked.asks_for_number() && !state.presenting;
}

bool answer_is_moment(const AppState& state, const AskedQuestion& asked) {
  if (!answer_is_typed(state, asked)) return false;
  const QuestionKind kind = asked.question->kind;
  return kind == QuestionKind::makespan || kind == QuestionKind::starts || kind == QuestionKind::ends;
}

bool answer_is_arranged(const AppState& state, const AskedQuestion& asked) {
  return !asked.arranged.empty() && !state.presenting;
}

}  // namespace interleave::gui

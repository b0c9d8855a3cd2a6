#include "app/gui/model/lesson/answer_question.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>
#include <variant>

#include "app/gui/model/input/command.h"
#include "app/gui/model/lesson/answer_by_hand.h"
#include "app/gui/model/lesson/ask_question.h"
#include "app/gui/model/lesson/posed_prediction.h"
#include "app/gui/model/lesson/walk_slides.h"
#include "app/gui/model/lesson/ways_to_answer.h"
#include "app/gui/model/update/shown_run.h"
#include "app/gui/model/update/tell.h"
#include "app/gui/model/update/update.h"
#include "core/predict/another_like_it.h"
#include "core/predict/answers.h"
#include "core/predict/predict.h"
#include "core/predict/run_answer.h"

namespace interleave::gui {

namespace {

AskedQuestion& asked_now(LessonShow& show) { return show.questions.at(show.last_part()); }

// The moment of the run that was meant; none: the answer is none.
std::optional<Believed> believed_moment(const AppState& state, const Question& question, const Answer& answer) {
  const auto* const said = std::get_if<double>(&answer);
  if (said == nullptr || traits(question.kind).answer != AnswerForm::seconds) return std::nullopt;
  Believed believed{moment_at(*said), std::nullopt, fmt::format("you said {}", answer_text(question, answer))};
  if (question.kind == QuestionKind::makespan) return believed;
  const auto task = find_task(*state.run.record, question.task);
  if (!task) return std::nullopt;
  believed.task = task.value();
  if (question.kind != QuestionKind::length) return believed;
  const auto& spans = state.run.record->tasks()[index(task.value())].spans;
  const auto begun = std::find_if(spans.begin(), spans.end(), [](const Span& span) { return !waits_for_turn(span); });
  if (begun == spans.end()) return std::nullopt;
  believed.at = begun->begin + (believed.at - Time{});
  return believed;
}

// The run is there again, and so is what was believed of it.
void show_run(AppState& state, LessonShow& show, const std::optional<Answer>& said) {
  const AskedQuestion& asked = asked_now(show);
  state.answer_first = false;
  state.typed_in_lesson.clear();
  state.believed.reset();
  state.notice.reset();
  if (show.view.scenario && state.has_program()) {
    predict(state);
    if (asked.question && said) state.believed = believed_moment(state, *asked.question, *said);
    fit_extent(state);
  }
  state.viewport.fit();
  if (show.builds < show.shown().builds.size()) return next_part(state, show);
  const bool plays = asked.question && traits(asked.question->kind).is_of_run && show.view.has_picture();
  if (plays) update(state, command::Run{});
}

std::optional<std::size_t> offered_as(const AskedQuestion& asked, const Answer& answer) {
  const auto fits = [&](const OfferedAnswer& one) { return one.answer && is_right(answer, *one.answer); };
  const auto right = asked.right();
  if (right && fits(asked.answers[*right])) return right;
  const auto found = std::find_if(asked.answers.begin(), asked.answers.end(), fits);
  if (found == asked.answers.end()) return std::nullopt;
  return static_cast<std::size_t>(found - asked.answers.begin());
}

std::vector<int>& count_of(AskedQuestion& asked) {
  Hands& hands = asked.hands;
  std::vector<int>& count = hands.stage == Hands::Stage::first ? hands.first : hands.second;
  count.resize(asked.answers.size());
  return count;
}

bool is_any_up(const std::vector<int>& hands) {
  return std::any_of(hands.begin(), hands.end(), [](int count) { return count > 0; });
}

// Where the lesson has no words for it, the program says what happens.
void explain(const AppState& state, AskedQuestion& asked, std::size_t position) {
  OfferedAnswer& answer = asked.answers[position];
  if (!answer.explanation.empty() || !asked.question || !answer.answer) return;
  answer.explanation = words_of(what_it_was(*asked.question, *answer.answer, {state.scenario(), state.settings}));
}

// One that is offered, or another.
void commit_answer(AppState& state, LessonShow& show, const Answer& answer) {
  AskedQuestion& asked = asked_now(show);
  if (const auto position = offered_as(asked, answer)) {
    explain(state, asked, *position);
    asked.committed = position;
  } else {
    asked.typed = TypedAnswer{answer_text(*asked.question, answer),
                              words_of(what_it_was(*asked.question, answer, {state.scenario(), state.settings}))};
  }
  show_run(state, show, answer);
}

}  // namespace

void commit(AppState& state, LessonShow& show, std::size_t position) {
  if (!show.waits_for_answer()) return;
  AskedQuestion& asked = asked_now(show);
  if (answer_is_typed(state, asked)) return tell(state, "Type a number, then press Enter.");
  if (answer_is_arranged(state, asked)) return place_next(show, position);
  if (position >= asked.answers.size()) return;
  explain(state, asked, position);
  asked.committed = position;
  show_run(state, show, asked.answers[position].answer);
}

void commit_typed(AppState& state, LessonShow& show, const std::string& text) {
  if (!show.waits_for_answer()) return;
  const AskedQuestion& asked = asked_now(show);
  if (!asked.asks_for_number()) return tell(state, "Choose one of the answers that stand there.");
  const Answered answer = read_answer(*asked.question, text);
  if (!answer) return tell(state, fmt::format("That is no answer: {}.", answer.error().why));
  commit_answer(state, show, answer.value());
}

void commit_order(AppState& state, LessonShow& show) {
  if (show.waits_for_answer() && answer_is_arranged(state, asked_now(show)))
    commit_answer(state, show, asked_now(show).arranged);
}

void count_hands(AppState& state, LessonShow& show, std::size_t position, int hands) {
  if (!show.waits_for_answer()) return;
  AskedQuestion& asked = asked_now(show);
  if (position >= asked.answers.size()) return;
  if (asked.hands.stage == Hands::Stage::shown) return tell(state, "Both counts are shown. Next: the solution.");
  constexpr int kMostHands = 9999;
  int& count = count_of(asked)[position];
  count = std::clamp(count + hands, 0, kMostHands);
}

bool go_on_with_hall(AppState& state, LessonShow& show) {
  if (!show.waits_for_answer()) return false;
  AskedQuestion& asked = asked_now(show);
  Hands& hands = asked.hands;
  if (hands.stage == Hands::Stage::first && is_any_up(hands.first)) {
    hands.stage = Hands::Stage::second;
    return true;
  }
  if (hands.stage == Hands::Stage::second) {
    hands.stage = Hands::Stage::shown;
    return true;
  }
  asked.solved = true;
  if (const auto right = asked.right()) explain(state, asked, *right);
  show_run(state, show, std::nullopt);
  return true;
}

bool has_another_like_it(const LessonShow& show) {
  const AskedQuestion* const asked = show.last_question();
  return asked != nullptr && asked->is_settled() && asked->question && traits(asked->question->kind).is_of_run &&
         show.view.scenario;
}

void ask_another_like_it(AppState& state, LessonShow& show) {
  if (!has_another_like_it(show)) return;
  std::size_t build = show.builds - 1;
  while (show.question(build) == nullptr) --build;
  const std::size_t builds = show.builds;
  const SlidePart part{show.slide, build};
  show_parts(state, show, show.slide, build + 1);
  const PosedPrediction posed = pose(*show.shown().builds[build].prediction, state, true);
  std::vector<AnswerKey> keys;
  for (const PosedAnswer& one : posed.answers) keys.push_back(one.key);
  const Asked about{state.scenario(), state.settings};
  auto other = another_like_it(posed.question, about, keys, ++show.draws);
  if (!other) {
    show_parts(state, show, show.slide, builds);
    return tell(state, "No other numbers were found by which the answers can be told apart.");
  }
  show.redrawn.insert_or_assign(part, std::move(*other));
  // It and what is asked behind it are about the new numbers.
  show.questions.erase(show.questions.lower_bound(part), show.questions.lower_bound({show.slide + 1, 0}));
  show_parts(state, show, show.slide, build + 1);
}

}  // namespace interleave::gui

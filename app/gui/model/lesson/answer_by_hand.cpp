#include "app/gui/model/lesson/answer_by_hand.h"

#include <algorithm>
#include <utility>

#include "app/gui/model/lesson/ways_to_answer.h"
#include "core/predict/answers.h"
#include "core/predict/run_answer.h"
#include "core/predict/written_name.h"

namespace interleave::gui {

namespace {

AskedQuestion& question_to_arrange(LessonShow& show) { return show.questions.at(show.last_part()); }

void move_task(std::vector<std::string>& tasks, std::size_t from, std::size_t to) {
  const auto at = [&](std::size_t place) { return tasks.begin() + static_cast<std::ptrdiff_t>(place); };
  if (from < to)
    std::rotate(at(from), at(from + 1), at(to + 1));
  else
    std::rotate(at(to), at(from), at(from + 1));
}

std::optional<Believed> believed_so_far(const AppState& state, const LessonShow& show) {
  if (!show.waits_for_answer() || !answer_is_moment(state, *show.last_question())) return std::nullopt;
  const Question& question = *show.last_question()->question;
  const Answered answer = read_answer(question, state.typed_in_lesson);
  if (!answer) return std::nullopt;
  Believed believed{moment_at(std::get<double>(answer.value())), std::nullopt,
                    answer_text(question, answer.value()) + "?"};
  if (question.kind == QuestionKind::makespan) return believed;
  const auto task = find_task(*state.run.record, question.task);
  if (task) believed.task = task.value();
  return task ? std::optional(std::move(believed)) : std::nullopt;
}

}  // namespace

void point_at_moment(AppState& state, const LessonShow& show, double seconds) {
  if (!show.waits_for_answer() || !answer_is_moment(state, *show.last_question())) return;
  state.typed_in_lesson = decimal_text(interleave::seconds(moment_at(std::max(seconds, 0.0))));
  show_what_is_typed(state, show);
}

void show_what_is_typed(AppState& state, const LessonShow& show) { state.believed = believed_so_far(state, show); }

char letter_of_task(const AskedQuestion& asked, const std::string& task) {
  const auto before = std::count_if(asked.arranged.begin(), asked.arranged.end(),
                                    [&](const std::string& other) { return other < task; });
  return static_cast<char>('A' + before);
}

void place_in_order(AppState& state, LessonShow& show, std::size_t position, std::size_t to) {
  if (!show.waits_for_answer() || !answer_is_arranged(state, *show.last_question())) return;
  AskedQuestion& asked = question_to_arrange(show);
  if (std::max(position, to) >= asked.arranged.size()) return;
  move_task(asked.arranged, position, to);
  asked.placed = 0;
}

void place_next(LessonShow& show, std::size_t letter) {
  AskedQuestion& asked = question_to_arrange(show);
  std::vector<std::string>& tasks = asked.arranged;
  if (asked.placed == tasks.size()) asked.placed = 0;
  const auto found = std::find_if(
      tasks.begin() + static_cast<std::ptrdiff_t>(asked.placed), tasks.end(), [&](const std::string& task) {
        return letter_of_task(asked, task) == static_cast<char>('A' + static_cast<char>(letter));
      });
  if (found == tasks.end()) return;
  move_task(tasks, static_cast<std::size_t>(found - tasks.begin()), asked.placed++);
}

}  // namespace interleave::gui

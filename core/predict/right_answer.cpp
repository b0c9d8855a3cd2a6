#include <fmt/format.h>

#include "core/predict/explored_answer.h"
#include "core/predict/predict.h"
#include "core/predict/run_answer.h"
#include "core/run/refusal.h"
#include "core/run/simulate.h"

namespace interleave {
namespace {

Answered explored(const Question& question, const Asked& asked) {
  auto found = explore_all(asked);
  if (!found) return std::move(found).error();
  switch (question.kind) {
    case QuestionKind::outcomes:
      return count_outcomes(*found.value());
    case QuestionKind::interleavings:
      return count_interleavings(*found.value());
    case QuestionKind::losing:
      return count_losing(*found.value());
    default:
      return value_at_end(*found.value(), question.object, asked);
  }
}

}  // namespace

Answered right_answer(const Question& question, const Asked& asked) {
  if (question.kind == QuestionKind::choice) return NoAnswer{"of a choice the lesson says which answer is right"};
  if (auto why = refusal(asked.scenario, asked.settings.mode)) return NoAnswer{std::move(*why)};
  if (question.kind == QuestionKind::point) {
    const auto timeline = simulate(asked.scenario, asked.settings);
    const auto task = find_task(*timeline, question.task);
    if (!task) return task.error();
    const bool has_bar = !timeline->tasks()[index(task.value())].spans.empty();
    if (has_bar) return Answer(question.task);
    return NoAnswer{fmt::format("{} has no bar in this run, so that nobody can point at it", question.task)};
  }
  if (!traits(question.kind).is_of_run) return explored(question, asked);
  return answer_in(*simulate(asked.scenario, asked.settings), question, Ties::refused);
}

}  // namespace interleave

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/gui/model/state/app_state.h"
#include "core/lesson/findings.h"
#include "core/lesson/lesson.h"
#include "core/predict/explorations.h"
#include "core/predict/predict.h"

namespace interleave::gui {

// An answer that the lesson has words for.
struct PosedAnswer {
  AnswerKey key;
  std::optional<Answer> answer;  // none: it could not be computed
  std::size_t position = 0;      // of its text among the prediction's answers
};

// A lesson's question, put to the scenario that is open.
struct PosedPrediction {
  Question question;
  std::optional<Answer> right;       // none: of a choice; or something is wrong
  std::vector<PosedAnswer> answers;  // in the order of the lesson; of a choice none

  // At their places in the lesson's text.
  std::vector<lesson::Finding> errors;  // what is wrong whatever is open
  std::vector<lesson::Finding>
      objections;                         // what is wrong about this scenario: no answer, or a wrong one that is right
  std::vector<lesson::Finding> warnings;  // two wrong answers that are the same; orders where there is one alone
};

// About what Run would run: the chosen scenario with the settings of the next run.
PosedPrediction pose(const lesson::Prediction& prediction, const AppState& state, bool has_scenario);
// The same after other questions, which have explored that.
PosedPrediction pose(const lesson::Prediction& prediction, const AppState& state, bool has_scenario,
                     Explorations& explorations);

// All of its answers, where there is a right one: "makespan: right 7 s; sequential 12 s; 8 s".
std::string answers_text(const PosedPrediction& posed);

// The text that belongs to what somebody has committed to: a position among the prediction's answers. None where the
// lesson has no words for it; then what_it_was() has some.
std::optional<std::size_t> text_for(const PosedPrediction& posed, const Answer& committed);

}  // namespace interleave::gui

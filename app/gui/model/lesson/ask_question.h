#pragma once

#include <memory>
#include <string>

#include "app/gui/model/lesson/asked_question.h"
#include "app/gui/model/lesson/posed_prediction.h"

namespace interleave::gui {

// The question with the answers that can be chosen: those of the lesson, and the right one, in the order of their
// values or names; of a choice, in the lesson's order. One that could not be computed is left out.
AskedQuestion ask_question(const lesson::Prediction& prediction, const PosedPrediction& posed);
// The same about other numbers than the lesson's text has: in the program's words alone.
AskedQuestion ask_with_numbers(const PosedPrediction& posed, const Asked& about);

lesson::Words words_of(std::string text);

// A picture of a run of which nothing is known yet: its tasks, and no bar. It is the same whatever the engine knows.
std::shared_ptr<const Timeline> blank_run(const AppState& state);

// As far as the axis of that picture reaches, in seconds: the sum of all durations, or the longest of the answers.
// Which of them is right it does not say.
double blank_extent(const Scenario& scenario, const AskedQuestion& asked);

}  // namespace interleave::gui

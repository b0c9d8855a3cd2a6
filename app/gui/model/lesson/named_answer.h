#pragma once

#include <string_view>

#include "core/predict/question.h"

namespace interleave::gui {

// Whether a text has the answer in it, as words of their own: "10 s", "10 seconds"; "4" of "4 of 6"; an order; a line.
// Tasks and states are never named: texts about anything else have these words too.
bool names_answer(std::string_view text, const Question& question, const Answer& answer);

}  // namespace interleave::gui

#pragma once

#include <string>
#include <string_view>

#include "core/predict/question.h"

namespace interleave {

// What a learner typed, or what a key of a lesson says, as an answer to the question: "5", "5 s" and "5,0" are seconds;
// "coffee, cake, food" is an order.
Answered read_answer(const Question& question, std::string_view text);

// "5 s"; "coffee, cake, food".
std::string answer_text(const Question& question, const Answer& answer);

// Whether an answer that somebody has committed to is right: seconds within 2 % or 0.1 s, whichever is more; words in
// small or capital letters; the rest exactly.
bool is_right(const Answer& committed, const Answer& right);

// Whether somebody who takes one of them for right takes the other one for right too.
bool coincide(const Answer& one, const Answer& other);

}  // namespace interleave

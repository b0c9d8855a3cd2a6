#pragma once

#include <string>

#include "core/predict/answers.h"
#include "core/predict/question.h"
#include "core/predict/wrong_model.h"

// What the engine says to a question, and what somebody would say who believes something else.
namespace interleave {

// By running or exploring what it is asked about. Of `point TASK` that is the task; of a choice there is none.
Answered right_answer(const Question& question, const Asked& asked);

// By running a changed program, or in another way, as the model believes it. Where that says nothing about the
// scenario, or the mode, why not: "`dealt` needs a mode with max_workers".
Answered answer_of(WrongModel model, const Question& question, const Asked& asked);

// What to say to an answer for which the lesson has no words: which belief it agrees with, and what happened.
std::string what_it_was(const Question& question, const Answer& committed, const Asked& asked);

}  // namespace interleave

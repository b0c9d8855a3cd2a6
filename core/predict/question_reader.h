#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/predict/question.h"

namespace interleave {

// What is wrong with the text of a question or a key, at a byte of it, and what to write instead.
struct QuestionError {
  std::size_t offset = 0;
  std::string message;
};

// Reads "makespan", "ends food", "state \"desk 1\" at 2.5". A name may stand in quotes, as a JSON string. Whether there
// is such a task shows when it is answered.
Result<Question, QuestionError> read_question(std::string_view text);

// The same as it is read.
std::string question_text(const Question& question);

// The question in words, for whoever is asked: "When does food end?".
std::string question_words(const Question& question);

}  // namespace interleave

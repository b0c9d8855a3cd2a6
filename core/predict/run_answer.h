#pragma once

#include <cstdint>

#include "core/predict/question.h"
#include "core/timeline/timeline.h"

namespace interleave {

// What is said where several come first at one moment and nothing decides which of them does.
enum class Ties : std::uint8_t {
  refused,   // that there is no answer
  recorded,  // what the record has
};

// The answer to a question that one run answers (QuestionTraits::is_of_run).
Answered answer_in(const Timeline& timeline, const Question& question, Ties ties);

// The task of that name in the run, or why there is none.
Result<TaskId, NoAnswer> find_task(const Timeline& timeline, const std::string& name);

}  // namespace interleave

#pragma once

#include <cstddef>
#include <string_view>

#include "core/lesson/findings.h"
#include "core/lesson/lesson.h"

namespace interleave::lesson {

inline constexpr std::size_t kMostAnswers = 50;  // to a question

// The first word of what is asked where the lesson itself says which answer is right.
inline constexpr std::string_view kChoice = "choice";
inline constexpr std::size_t kFewestOptions = 2;

// What stands in a fence, from `begin` to `end` of the text: what is asked, the question, the answers. The fence itself
// is at `fence`.
Prediction read_prediction(std::string_view text, std::size_t begin, std::size_t end, std::size_t fence,
                           Findings& findings);

}  // namespace interleave::lesson

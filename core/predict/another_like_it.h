#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/predict/question.h"
#include "core/predict/wrong_model.h"

namespace interleave {

// The same scenario with other numbers: the seconds and counts that belong to its tasks, as arguments or in their own
// steps, are drawn anew from 1 to 9, seconds in halves. The right answer then is another one than before, and it and
// those of the models among the keys all differ. None where 1 000 draws, or fewer of many tasks, come to no such one;
// of questions about interleavings, for which numbers are nothing; and of a choice. The same seed gives the same.
std::optional<Scenario> another_like_it(const Question& question, const Asked& asked,
                                        const std::vector<AnswerKey>& keys, std::uint64_t seed);

// The same of several questions about one scenario, with the keys of each.
struct KeyedQuestion {
  Question question;
  std::vector<AnswerKey> keys;
};
std::optional<Scenario> another_like_it(const std::vector<KeyedQuestion>& questions, const Asked& asked,
                                        std::uint64_t seed);

}  // namespace interleave

#include "core/predict/another_like_it.h"

#include <algorithm>
#include <random>

#include "core/predict/predict.h"
#include "core/predict/task_numbers.h"
#include "core/scenario/decimal.h"
#include "core/scenario/loader.h"
#include "core/scenario/writer.h"

namespace interleave {
namespace {

// Whole seconds mostly, since those are reckoned with in the head.
Number drawn_number(std::mt19937_64& random, NumberUse use) {
  constexpr std::uint64_t kMost = 9;
  constexpr std::uint64_t kHalvesAmong = 5;
  const std::uint64_t whole = random() % kMost + 1;
  const bool is_half = use == NumberUse::seconds && whole < kMost && random() % kHalvesAmong == 0;
  return read_number(std::to_string(whole) + (is_half ? ".5" : ""));
}

bool can_be_drawn(QuestionKind kind) {
  return traits(kind).is_of_run && kind != QuestionKind::threads && kind != QuestionKind::line;
}

// The answers differ from each other, and the right one from the one before.
bool all_differ(const KeyedQuestion& asked, const Asked& about, const Answer& before) {
  const Answered right = right_answer(asked.question, about);
  if (!right || coincide(right.value(), before)) return false;
  std::vector<Answer> answers = {right.value()};
  for (const AnswerKey& key : asked.keys) {
    const auto* const model = std::get_if<WrongModel>(&key);
    if (model == nullptr) continue;
    Answered answer = answer_of(*model, asked.question, about);
    const auto is_same = [&](const Answer& other) { return coincide(answer.value(), other); };
    if (!answer || std::any_of(answers.begin(), answers.end(), is_same)) return false;
    answers.push_back(std::move(answer).value());
  }
  return true;
}

}  // namespace

std::optional<Scenario> another_like_it(const Question& question, const Asked& asked,
                                        const std::vector<AnswerKey>& keys, std::uint64_t seed) {
  return another_like_it({{question, keys}}, asked, seed);
}

std::optional<Scenario> another_like_it(const std::vector<KeyedQuestion>& questions, const Asked& asked,
                                        std::uint64_t seed) {
  constexpr std::size_t kMostDraws = 1000;
  constexpr std::size_t kMostTasksDrawn = 100'000;  // in all draws together
  std::vector<Answer> before;
  for (const KeyedQuestion& one : questions) {
    Answered right = right_answer(one.question, asked);
    if (!right || !can_be_drawn(one.question.kind)) return std::nullopt;
    before.push_back(std::move(right).value());
  }
  std::mt19937_64 random(seed);
  const std::size_t draws = std::clamp<std::size_t>(kMostTasksDrawn / asked.scenario.tasks.size(), 1, kMostDraws);
  for (std::size_t draw = 0; draw < draws; ++draw) {
    Scenario drawn = asked.scenario;
    renumber_tasks(drawn, [&](NumberUse use) { return drawn_number(random, use); });
    if (drawn == asked.scenario) return std::nullopt;
    const Asked about{drawn, asked.settings};
    bool differ = true;
    for (std::size_t i = 0; differ && i < questions.size(); ++i) differ = all_differ(questions[i], about, before[i]);
    // What the loader would refuse is none.
    if (differ && load_scenario(to_json(drawn), "")) return drawn;
  }
  return std::nullopt;
}

}  // namespace interleave

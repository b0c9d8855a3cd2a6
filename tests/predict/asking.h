#pragma once

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <string>
#include <string_view>

#include "core/predict/predict.h"
#include "core/predict/question_reader.h"
#include "tests/support/scenarios.h"

namespace interleave::testing {

// Tasks that call a function with the shape of the coffee shop's: "coffee 1, food 5".
inline std::string orders(std::string_view list, std::string_view verb = "sleep") {
  std::string tasks;
  while (!list.empty()) {
    const std::string_view one = list.substr(0, list.find(", "));
    list.remove_prefix(std::min(one.size() + 2, list.size()));
    const std::size_t blank = one.find(' ');
    tasks += fmt::format(R"({}{{"name": "{}", "steps": [{{"{}": {}}}]}})", tasks.empty() ? "" : ", ",
                         one.substr(0, blank), verb, one.substr(blank + 1));
  }
  return tasks;
}

inline Question question_of(std::string_view text) {
  const auto question = read_question(text);
  if (!question) FAIL(question.error().message);
  return question.value();
}

inline RunSettings settings_for(const Scenario& scenario, Mode mode, int max_workers = 2) {
  RunSettings settings = default_settings(scenario);
  settings.mode = mode;
  settings.max_workers = max_workers;
  return settings;
}

// What a key of a lesson comes to: "5 s"; why there is no answer, in brackets.
inline std::string answer_to(std::string_view question, std::string_view key, const Scenario& scenario,
                             const RunSettings& settings) {
  const Question asked = question_of(question);
  const auto read = read_answer_key(asked, key);
  if (!read) return fmt::format("({})", read.error().why);
  const Asked about{scenario, settings};
  const auto* const model = std::get_if<WrongModel>(&read.value());
  const Answered answer = model != nullptr ? answer_of(*model, asked, about) : right_answer(asked, about);
  return answer ? answer_text(asked, answer.value()) : fmt::format("({})", answer.error().why);
}

}  // namespace interleave::testing

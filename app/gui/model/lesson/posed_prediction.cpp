#include "app/gui/model/lesson/posed_prediction.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "core/base/alternatives.h"
#include "core/base/nearest.h"
#include "core/base/utf8.h"
#include "core/predict/question_reader.h"

namespace interleave::gui {

namespace {

// What stands for the right answer is no answer of its own.
std::optional<Answer> answer_of_key(const AnswerKey& key, const Question& question, const Asked& asked,
                                    std::string& why) {
  if (const auto* const value = std::get_if<Answer>(&key)) return *value;
  const auto* const model = std::get_if<WrongModel>(&key);
  Answered answer = model != nullptr ? answer_of(*model, question, asked) : right_answer(question, asked);
  if (answer) return std::move(answer).value();
  why = answer.error().why;
  return std::nullopt;
}

// As much of an answer as a message has room for: an order may have thousands of tasks.
std::string short_text(const Question& question, const Answer& answer) {
  constexpr std::size_t kMost = 200;
  std::string text = answer_text(question, answer);
  if (text.size() <= kMost) return text;
  text.resize(kMost);
  text.resize(std::min(first_invalid_utf8(text), kMost));
  return text + "...";
}

// Why a value cannot be said to the question: it names tasks that are not there, or not all of those that have a place
// in the order. A value in quotes is one name.
std::optional<std::string> name_problem(const Question& question, const Answer& value, const Answer& right,
                                        const Scenario& scenario) {
  std::vector<std::string> names;
  for (const Task& task : scenario.tasks) names.push_back(task.name);
  const auto unknown = [&](const std::string& name) -> std::optional<std::string> {
    const bool is_known = std::any_of(names.begin(), names.end(),
                                      [&](const std::string& one) { return is_right(Answer(name), Answer(one)); });
    if (is_known) return std::nullopt;
    const auto meant = nearest_name(name, names);
    constexpr std::size_t kMostNamed = 8;
    if (names.size() > kMostNamed) names.resize(kMostNamed);
    return fmt::format("there is no task {}; {}", in_quotes(name),
                       meant ? fmt::format("did you mean {}?", *meant) : fmt::format("write {}", alternatives(names)));
  };
  if (traits(question.kind).answer == AnswerForm::task) return unknown(std::get<std::string>(value));
  if (traits(question.kind).answer != AnswerForm::order) return std::nullopt;
  const auto& order = std::get<std::vector<std::string>>(value);
  for (const std::string& name : order) {
    if (auto problem = unknown(name)) return problem;
  }
  const auto& all = std::get<std::vector<std::string>>(right);
  if (std::is_permutation(order.begin(), order.end(), all.begin(), all.end())) return std::nullopt;
  return fmt::format("an order has each task once; write {}, in another order", short_text(question, right));
}

bool is_of_right(const PosedAnswer& posed) { return std::holds_alternative<RightKey>(posed.key); }

void compare_answers(PosedPrediction& posed, const lesson::Prediction& prediction) {
  for (std::size_t i = 0; i < posed.answers.size(); ++i) {
    const PosedAnswer& one = posed.answers[i];
    if (is_of_right(one) || !one.answer) continue;
    const lesson::Written& key = prediction.answers[one.position].key;
    const std::string answer = short_text(posed.question, *one.answer);
    if (is_right(*one.answer, *posed.right)) {
      posed.objections.push_back(
          {key.offset, fmt::format("{} comes to {}, which is right; change a number of the scenario, "
                                   "leave this answer out, or write - right: before its text",
                                   key.text, answer)});
      continue;
    }
    for (std::size_t j = 0; j < i; ++j) {
      const PosedAnswer& other = posed.answers[j];
      if (is_of_right(other) || !other.answer || !coincide(*one.answer, *other.answer)) continue;
      posed.warnings.push_back(
          {key.offset, fmt::format("{} comes to {}, as {} does: who answers so is told what stands there first; with "
                                   "other numbers they can be told apart",
                                   key.text, answer, prediction.answers[other.position].key.text)});
      break;
    }
  }
}

}  // namespace

PosedPrediction pose(const lesson::Prediction& prediction, const AppState& state, bool has_scenario) {
  Explorations explorations(kMostAskedStates);
  return pose(prediction, state, has_scenario, explorations);
}

PosedPrediction pose(const lesson::Prediction& prediction, const AppState& state, bool has_scenario,
                     Explorations& explorations) {
  PosedPrediction posed;
  auto question = read_question(prediction.asked.text);
  const std::size_t offset = prediction.asked.offset;
  if (prediction.asked.text.empty()) return posed;  // the reader has said so
  if (!question) {
    posed.errors.push_back({offset + question.error().offset, question.error().message});
    return posed;
  }
  posed.question = std::move(question).value();
  if (posed.question.kind == QuestionKind::choice) return posed;
  if (!has_scenario) {
    posed.objections.push_back(
        {offset, "there is nothing to ask about yet; write open coffee-shop, or a scenario, above it"});
    return posed;
  }
  const Asked asked{state.scenario(), state.settings, &explorations};
  Answered right = right_answer(posed.question, asked);
  if (!right) {
    posed.objections.push_back({offset, fmt::format("this has no answer: {}", right.error().why)});
    return posed;
  }
  posed.right = std::move(right).value();
  const bool asks_orders = posed.question.kind == QuestionKind::outcomes || posed.question.kind == QuestionKind::losing;
  if (asks_orders && asked.settings.mode == Mode::sequential) {
    posed.warnings.push_back(
        {offset,
         "one after another there is one order alone; write set-mode threads above it where several are meant"});
  }
  for (std::size_t i = 0; i < prediction.answers.size(); ++i) {
    const lesson::Written& written = prediction.answers[i].key;
    auto key = read_answer_key(posed.question, written.text);
    if (!key) {
      posed.errors.push_back({written.offset, key.error().why});
      continue;
    }
    std::string why;
    PosedAnswer answer{std::move(key).value(), std::nullopt, i};
    answer.answer = answer_of_key(answer.key, posed.question, asked, why);
    if (const auto* const value = std::get_if<Answer>(&answer.key)) {
      if (auto problem = name_problem(posed.question, *value, *posed.right, asked.scenario)) {
        why = std::move(*problem);
        answer.answer.reset();
      }
    }
    if (!answer.answer) posed.objections.push_back({written.offset, why});
    posed.answers.push_back(std::move(answer));
  }
  compare_answers(posed, prediction);
  return posed;
}

std::string answers_text(const PosedPrediction& posed) {
  std::string text =
      fmt::format("{}: right {}", question_text(posed.question), answer_text(posed.question, *posed.right));
  for (const PosedAnswer& one : posed.answers) {
    if (is_of_right(one) || !one.answer) continue;
    const auto* const model = std::get_if<WrongModel>(&one.key);
    text += fmt::format("; {}{}", model == nullptr ? "" : fmt::format("{} ", traits(*model).name),
                        answer_text(posed.question, *one.answer));
  }
  return text;
}

std::optional<std::size_t> text_for(const PosedPrediction& posed, const Answer& committed) {
  const bool right = posed.right && is_right(committed, *posed.right);
  for (const PosedAnswer& one : posed.answers) {
    const bool is_it = is_of_right(one) ? right : !right && one.answer && is_right(committed, *one.answer);
    if (is_it) return one.position;
  }
  return std::nullopt;
}

}  // namespace interleave::gui

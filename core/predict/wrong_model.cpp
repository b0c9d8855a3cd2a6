#include "core/predict/wrong_model.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

#include "core/base/alternatives.h"
#include "core/base/nearest.h"
#include "core/base/utf8.h"
#include "core/predict/answers.h"

namespace interleave {
namespace {

std::vector<std::string_view> models_of(QuestionKind kind) {
  std::vector<std::string_view> names;
  for (const ModelTraits& row : kModelTraits) {
    if (answers(row.model, kind)) names.push_back(row.name);
  }
  return names;
}

}  // namespace

const ModelTraits& traits(WrongModel model) {
  return *std::find_if(kModelTraits.begin(), kModelTraits.end(),
                       [&](const ModelTraits& row) { return row.model == model; });
}

std::optional<WrongModel> model_named(std::string_view name) {
  const auto* const row =
      std::find_if(kModelTraits.begin(), kModelTraits.end(), [&](const ModelTraits& one) { return one.name == name; });
  return row == kModelTraits.end() ? std::nullopt : std::optional(row->model);
}

bool answers(WrongModel model, QuestionKind kind) {
  const ModelUse& use = traits(model).use;
  switch (kind) {
    case QuestionKind::makespan:
    case QuestionKind::ends:
    case QuestionKind::length:
      return use.seconds;
    case QuestionKind::starts: {
      const bool is_a_length =
          model == WrongModel::shared_out || model == WrongModel::last || model == WrongModel::longest;
      return use.seconds && !is_a_length;
    }
    case QuestionKind::order:
    case QuestionKind::order_of_starts:
      return use.order;
    case QuestionKind::state:
      return use.state;
    case QuestionKind::line:
      return use.line;
    case QuestionKind::threads:
      return use.threads;
    case QuestionKind::losing:
      return use.losing;
    default:
      return false;
  }
}

Result<AnswerKey, NoAnswer> read_answer_key(const Question& question, std::string_view text) {
  if (text == "right") return AnswerKey(RightKey{});
  if (const auto model = model_named(text)) {
    if (answers(*model, question.kind)) return AnswerKey(*model);
    const auto others = models_of(question.kind);
    return NoAnswer{fmt::format("{} says nothing about {}; write {}", text, traits(question.kind).form,
                                others.empty() ? "a value" : "a value, " + alternatives(others))};
  }
  auto value = read_answer(question, text);
  if (value) return AnswerKey(std::move(value).value());
  std::vector<std::string_view> known = models_of(question.kind);
  known.emplace_back("right");
  if (const auto meant = nearest_name(text, known)) {
    return NoAnswer{fmt::format("there is no model {}; did you mean {}?", in_quotes(text), *meant)};
  }
  known.pop_back();
  if (known.empty()) return NoAnswer{value.error().why};
  return NoAnswer{fmt::format("{}; a wrong model is {}", value.error().why, alternatives(known))};
}

}  // namespace interleave

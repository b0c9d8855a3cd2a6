#include "app/gui/model/lesson/ask_question.h"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>
#include <utility>

#include "core/predict/answers.h"
#include "core/predict/own_durations.h"
#include "core/predict/predict.h"
#include "core/predict/question_reader.h"
#include "core/predict/written_name.h"
#include "core/run/run_info.h"

namespace interleave::gui {

namespace {

constexpr std::size_t kMostToArrange = 8;

struct Candidate {
  Answer answer;
  OfferedAnswer offered;
};

// Two that are one answer are offered once: the first has its words.
void add(std::vector<Candidate>& candidates, Candidate candidate) {
  const auto same = [&](const Candidate& other) { return coincide(candidate.answer, other.answer); };
  if (std::none_of(candidates.begin(), candidates.end(), same)) candidates.push_back(std::move(candidate));
}

// Of an order: its tasks, in one that says nothing. None where they are more than there are letters for.
std::vector<std::string> to_arrange(const PosedPrediction& posed) {
  if (traits(posed.question.kind).answer != AnswerForm::order || !posed.right) return {};
  std::vector<std::string> tasks = std::get<std::vector<std::string>>(*posed.right);
  std::sort(tasks.begin(), tasks.end());
  const bool are_few = tasks.size() > 1 && tasks.size() <= kMostToArrange;
  return are_few ? tasks : std::vector<std::string>();
}

std::vector<OfferedAnswer> options_of(const lesson::Prediction& prediction) {
  std::vector<OfferedAnswer> answers;
  for (const lesson::Option& option : prediction.options) {
    answers.push_back({option.text, option.explanation, option.is_right});
  }
  return answers;
}

// The right one, and those that the lesson has words for, by size; `explanation_of` says what is said to each.
template <class ExplanationOf>
std::vector<OfferedAnswer> computed_answers(const PosedPrediction& posed, const ExplanationOf& explanation_of) {
  std::vector<Candidate> candidates;
  const auto offer = [&](const Answer& answer, std::optional<std::size_t> position, bool is_right) {
    add(candidates,
        {answer, {words_of(answer_text(posed.question, answer)), explanation_of(answer, position), is_right, answer}});
  };
  if (posed.right) offer(*posed.right, text_for(posed, *posed.right), true);
  for (const PosedAnswer& one : posed.answers) {
    if (one.answer) offer(*one.answer, one.position, false);
  }
  std::sort(candidates.begin(), candidates.end(),
            [](const Candidate& one, const Candidate& other) { return one.answer < other.answer; });
  std::vector<OfferedAnswer> answers;
  for (Candidate& one : candidates) answers.push_back(std::move(one.offered));
  return answers;
}

// "coffee takes 2.5 s by itself, food 4 s"
std::string numbers_text(const Asked& about) {
  const auto durations = own_durations(about.scenario, about.settings);
  std::string text = "The same with other numbers: ";
  for (std::size_t i = 0; i < durations.size(); ++i) {
    text += fmt::format("{}{}{} {} s{}", i == 0 ? "" : ", ", about.scenario.tasks[i].name, i == 0 ? " takes" : "",
                        decimal_text(seconds(durations[i])), i == 0 ? " by itself" : "");
  }
  return text + ".";
}

}  // namespace

lesson::Words words_of(std::string text) {
  lesson::Words words;
  lesson::append(words, {std::move(text)});
  return words;
}

AskedQuestion ask_question(const lesson::Prediction& prediction, const PosedPrediction& posed) {
  AskedQuestion asked;
  asked.words = prediction.words;
  if (posed.question.kind == QuestionKind::choice) {
    asked.answers = options_of(prediction);
    return asked;
  }
  asked.question = posed.question;
  if (asked.words.empty()) asked.words = words_of(question_words(posed.question));
  asked.answers = computed_answers(posed, [&](const Answer&, std::optional<std::size_t> position) {
    return position ? prediction.answers[*position].text : lesson::Words();
  });
  asked.arranged = to_arrange(posed);
  return asked;
}

AskedQuestion ask_with_numbers(const PosedPrediction& posed, const Asked& about) {
  AskedQuestion asked;
  asked.question = posed.question;
  asked.words = words_of(question_words(posed.question));
  asked.answers = computed_answers(posed, [&](const Answer& answer, std::optional<std::size_t>) {
    return words_of(what_it_was(posed.question, answer, about));
  });
  asked.numbers = words_of(numbers_text(about));
  asked.arranged = to_arrange(posed);
  return asked;
}

std::shared_ptr<const Timeline> blank_run(const AppState& state) {
  return std::make_shared<const Timeline>(
      run_info(program_info(state.scenario()), state.settings, ClockKind::virtual_time));
}

double blank_extent(const Scenario& scenario, const AskedQuestion& asked) {
  const auto durations = own_durations(scenario, default_settings(scenario));
  double extent = seconds(Time(std::accumulate(durations.begin(), durations.end(), Duration{0})));
  if (!asked.question || traits(asked.question->kind).answer != AnswerForm::seconds) return extent;
  for (const OfferedAnswer& answer : asked.answers) {
    if (answer.answer) extent = std::max(extent, std::get<double>(*answer.answer));
  }
  return extent;
}

}  // namespace interleave::gui

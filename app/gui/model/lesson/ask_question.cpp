#include "app/gui/model/lesson/ask_question.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "core/predict/own_durations.h"
#include "core/predict/question_reader.h"
#include "core/run/run_info.h"

namespace interleave::gui {

namespace {

struct Candidate {
  Answer answer;
  OfferedAnswer offered;
};

lesson::Words words_of(std::string text) {
  lesson::Words words;
  lesson::append(words, {std::move(text)});
  return words;
}

// Two that are one answer are offered once: the first has its words.
void add(std::vector<Candidate>& candidates, Candidate candidate) {
  const auto same = [&](const Candidate& other) { return coincide(candidate.answer, other.answer); };
  if (std::none_of(candidates.begin(), candidates.end(), same)) candidates.push_back(std::move(candidate));
}

std::vector<OfferedAnswer> options_of(const lesson::Prediction& prediction) {
  std::vector<OfferedAnswer> answers;
  for (const lesson::Option& option : prediction.options) {
    answers.push_back({option.text, option.explanation, option.is_right});
  }
  return answers;
}

std::vector<OfferedAnswer> computed_answers(const lesson::Prediction& prediction, const PosedPrediction& posed) {
  std::vector<Candidate> candidates;
  if (posed.right) {
    const auto position = text_for(posed, *posed.right);
    add(candidates, {*posed.right,
                     {words_of(answer_text(posed.question, *posed.right)),
                      position ? prediction.answers[*position].text : lesson::Words(), true}});
  }
  for (const PosedAnswer& one : posed.answers) {
    if (!one.answer) continue;
    add(candidates,
        {*one.answer,
         {words_of(answer_text(posed.question, *one.answer)), prediction.answers[one.position].text, false}});
  }
  std::sort(candidates.begin(), candidates.end(),
            [](const Candidate& one, const Candidate& other) { return one.answer < other.answer; });
  std::vector<OfferedAnswer> answers;
  for (Candidate& one : candidates) answers.push_back(std::move(one.offered));
  return answers;
}

}  // namespace

AskedQuestion ask_question(const lesson::Prediction& prediction, const PosedPrediction& posed) {
  AskedQuestion asked;
  asked.words = prediction.words;
  const bool is_choice = posed.question.kind == QuestionKind::choice;
  if (asked.words.empty() && !is_choice) asked.words = words_of(question_words(posed.question));
  asked.answers = is_choice ? options_of(prediction) : computed_answers(prediction, posed);
  return asked;
}

std::shared_ptr<const Timeline> blank_run(const AppState& state) {
  return std::make_shared<const Timeline>(
      run_info(program_info(state.scenario()), state.settings, ClockKind::virtual_time));
}

double all_durations(const Scenario& scenario) {
  const auto durations = own_durations(scenario, default_settings(scenario));
  return seconds(Time(std::accumulate(durations.begin(), durations.end(), Duration{0})));
}

}  // namespace interleave::gui

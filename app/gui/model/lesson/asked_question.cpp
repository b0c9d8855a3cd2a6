#include "app/gui/model/lesson/asked_question.h"

#include <algorithm>
#include <numeric>

namespace interleave::gui {

bool AskedQuestion::asks_for_number() const {
  if (!question) return false;
  const AnswerForm form = traits(question->kind).answer;
  return form == AnswerForm::seconds || form == AnswerForm::count;
}

std::optional<std::size_t> AskedQuestion::right() const {
  const auto found = std::find_if(answers.begin(), answers.end(), [](const auto& answer) { return answer.is_right; });
  if (found == answers.end()) return std::nullopt;
  return static_cast<std::size_t>(found - answers.begin());
}

std::optional<int> percent_right(const AskedQuestion& asked, const std::vector<int>& hands) {
  const int all = std::accumulate(hands.begin(), hands.end(), 0);
  const auto right = asked.right();
  if (all == 0 || !right) return std::nullopt;
  const int of_right = *right < hands.size() ? hands[*right] : 0;
  constexpr int kWhole = 100;
  return (of_right * kWhole + all / 2) / all;
}

}  // namespace interleave::gui

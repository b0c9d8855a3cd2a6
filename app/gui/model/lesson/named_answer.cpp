#include "app/gui/model/lesson/named_answer.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "core/base/blanks.h"
#include "core/predict/answers.h"

namespace interleave::gui {

namespace {

bool is_in_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

bool begins_word(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  // "0.6 s" has no 6 s in it, and -1 no 1.
  return !is_in_word(text[at - 1]) && text[at - 1] != '.' && text[at - 1] != ',' && text[at - 1] != '-';
}

bool ends_word(std::string_view rest) {
  if (rest.empty()) return true;
  const bool goes_on = (rest[0] == '.' || rest[0] == ',') && rest.size() > 1 && is_in_word(rest[1]);
  return !is_in_word(rest[0]) && !goes_on;
}

// "s", "sec", "seconds", "Sekunden"
bool begins_with_unit(std::string_view rest) {
  rest = without_blanks(rest);
  if (rest.empty() || std::tolower(static_cast<unsigned char>(rest[0])) != 's') return false;
  if (rest.size() == 1 || !is_in_word(rest[1])) return true;
  constexpr std::array<std::string_view, 4> kUnits = {"sec", "Sec", "sek", "Sek"};
  return std::any_of(kUnits.begin(), kUnits.end(), [&](std::string_view unit) { return rest.starts_with(unit); });
}

}  // namespace

bool names_answer(std::string_view text, const Question& question, const Answer& answer) {
  const AnswerForm form = traits(question.kind).answer;
  if (form == AnswerForm::task || form == AnswerForm::state || form == AnswerForm::option) return false;
  std::string words = answer_text(question, answer);
  if (form == AnswerForm::seconds) words.resize(words.find(' '));
  if (words.empty()) return false;
  for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    const std::string_view rest = text.substr(at + words.size());
    const bool ends = form == AnswerForm::seconds ? begins_with_unit(rest) : ends_word(rest);
    if (ends && begins_word(text, at)) return true;
  }
  return false;
}

}  // namespace interleave::gui

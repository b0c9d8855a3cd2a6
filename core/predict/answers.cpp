#include "core/predict/answers.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

#include "core/base/alternatives.h"
#include "core/base/nearest.h"
#include "core/base/utf8.h"
#include "core/predict/written_name.h"

namespace interleave {
namespace {

NoAnswer none_because(std::string why) { return {std::move(why)}; }

Answered read_seconds_answer(std::string_view text) {
  std::string_view number = text;
  for (const std::string_view unit : {"seconds", "second", "sec", "s"}) {
    if (!number.ends_with(unit)) continue;
    number = without_blanks(number.substr(0, number.size() - unit.size()));
    break;
  }
  if (const auto seconds = read_decimal(number)) return Answer(*seconds);
  return none_because(fmt::format("{} are no seconds; write 5, or 2.5", in_quotes(text)));
}

Answered read_count_answer(std::string_view text) {
  std::string digits(text);
  std::erase(digits, ' ');
  std::int64_t number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (!digits.empty() && read.ec == std::errc{} && read.ptr == digits.data() + digits.size()) return Answer(number);
  return none_because(fmt::format("{} is no whole number; write 4", in_quotes(text)));
}

Answered read_order_answer(std::string_view text) {
  std::vector<std::string> order;
  while (!text.empty()) {
    // A comma within quotes belongs to a name.
    std::size_t end = 0;
    for (bool quoted = false; end < text.size() && (quoted || text[end] != ','); ++end) {
      if (text[end] == '"') quoted = !quoted;
      if (text[end] == '\\') ++end;
    }
    end = std::min(end, text.size());
    const auto name = read_name(without_blanks(text.substr(0, end)));
    if (!name || name->empty()) return none_because("write the names of the tasks with a comma between two");
    order.push_back(*name);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (order.empty()) return none_because("write the names of the tasks with a comma between two");
  return Answer(std::move(order));
}

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(),
                 [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
  return small;
}

Answered read_state_answer(std::string_view text) {
  std::string word = in_small_letters(text);
  std::replace(word.begin(), word.end(), ' ', '-');
  if (std::find(kTaskStates.begin(), kTaskStates.end(), word) != kTaskStates.end()) return Answer(word);
  const auto meant = nearest_name(word, kTaskStates);
  return none_because(fmt::format(
      "{} is no state of a task; {}", in_quotes(text),
      meant ? fmt::format("did you mean {}?", *meant) : fmt::format("write {}", alternatives(kTaskStates))));
}

Answered read_text_answer(std::string_view text) {
  const auto read = read_name(text);
  if (!read || without_blanks(*read).empty()) return none_because(fmt::format("{} says nothing", in_quotes(text)));
  return Answer(std::string(without_blanks(*read)));
}

// Parts of texts that look the same are the same.
std::string as_compared(std::string_view text) {
  std::string compared;
  for (const char letter : in_small_letters(without_blanks(text))) {
    const bool is_blank = letter == ' ' || letter == '\t';
    if (is_blank && compared.ends_with(' ')) continue;
    compared += is_blank ? ' ' : letter;
  }
  return compared;
}

}  // namespace

Answered read_answer(const Question& question, std::string_view text) {
  const std::string_view written = without_blanks(text);
  switch (traits(question.kind).answer) {
    case AnswerForm::seconds:
      return read_seconds_answer(written);
    case AnswerForm::count:
      return read_count_answer(written);
    case AnswerForm::order:
      return read_order_answer(written);
    case AnswerForm::state:
      return read_state_answer(written);
    case AnswerForm::line:
    case AnswerForm::task:
    case AnswerForm::option:
      break;
  }
  return read_text_answer(written);
}

std::string answer_text(const Question& question, const Answer& answer) {
  if (const auto* const seconds = std::get_if<double>(&answer)) return decimal_text(*seconds) + " s";
  if (const auto* const count = std::get_if<std::int64_t>(&answer)) return std::to_string(*count);
  if (const auto* const text = std::get_if<std::string>(&answer)) {
    if (traits(question.kind).answer != AnswerForm::state) return *text;
    std::string words = *text;
    std::replace(words.begin(), words.end(), '-', ' ');
    return words;
  }
  std::string order;
  for (const std::string& name : std::get<std::vector<std::string>>(answer)) {
    order += (order.empty() ? "" : ", ") + name;
  }
  return order;
}

bool is_right(const Answer& committed, const Answer& right) {
  constexpr double kShare = 0.02;
  constexpr double kSeconds = 0.1;
  constexpr double kRounding = 1e-9;  // of numbers that have no exact binary form
  if (committed.index() != right.index()) return false;
  if (const auto* const seconds = std::get_if<double>(&committed)) {
    const double wanted = std::get<double>(right);
    return std::abs(*seconds - wanted) <= std::max(kSeconds, kShare * wanted) + kRounding;
  }
  if (const auto* const text = std::get_if<std::string>(&committed)) {
    return as_compared(*text) == as_compared(std::get<std::string>(right));
  }
  return committed == right;
}

bool coincide(const Answer& one, const Answer& other) { return is_right(one, other) || is_right(other, one); }

}  // namespace interleave

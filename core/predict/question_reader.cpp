#include "core/predict/question_reader.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <vector>

#include "core/base/nearest.h"
#include "core/base/utf8.h"
#include "core/predict/written_name.h"

namespace interleave {
namespace {

using Read = Result<Question, QuestionError>;

std::vector<std::string_view> question_kind_words() {
  std::vector<std::string_view> words;
  for (const QuestionTraits& row : kQuestionTraits) {
    if (words.empty() || words.back() != row.word) words.push_back(row.word);
  }
  return words;
}

std::string known_questions() {
  std::string known;
  for (const QuestionTraits& row : kQuestionTraits) known += (known.empty() ? "" : ", ") + std::string(row.form);
  return known;
}

// Reads what stands behind the first word.
class ArgumentReader {
 public:
  ArgumentReader(std::string_view text, std::string_view rest)
      : rest_(rest), offset_(rest.empty() ? text.size() : static_cast<std::size_t>(rest.data() - text.data())) {}

  Read read(QuestionKind kind);

 private:
  QuestionError wrong(std::string message) const { return {offset_, std::move(message)}; }
  Read read_named(Question question, std::string Question::*to, std::string_view name) const;
  Read read_state(Question question) const;
  Read read_line(Question question) const;
  QuestionError form_of(QuestionKind kind) const { return wrong(fmt::format("write {}", traits(kind).form)); }

  std::string_view rest_;
  std::size_t offset_;
};

Read ArgumentReader::read_named(Question question, std::string Question::*to, std::string_view name) const {
  const auto read = read_name(name);
  if (!read || read->empty()) return form_of(question.kind);
  question.*to = *read;
  return question;
}

Read ArgumentReader::read_state(Question question) const {
  constexpr std::string_view kAt = " at ";
  const std::size_t at = rest_.rfind(kAt);
  if (at == std::string_view::npos) return form_of(question.kind);
  const auto seconds = read_decimal(without_blanks(rest_.substr(at + kAt.size())));
  if (!seconds) return form_of(question.kind);
  question.at = *seconds;
  return read_named(question, &Question::task, without_blanks(rest_.substr(0, at)));
}

Read ArgumentReader::read_line(Question question) const {
  constexpr std::size_t kMost = 1'000'000'000;
  const auto read = std::from_chars(rest_.data(), rest_.data() + rest_.size(), question.line);
  const bool is_number = !rest_.empty() && read.ec == std::errc{} && read.ptr == rest_.data() + rest_.size();
  if (!is_number || question.line < 1 || question.line > kMost) {
    return wrong("write line 2 for the second line of the console");
  }
  return question;
}

Read ArgumentReader::read(QuestionKind kind) {
  Question question{.kind = kind};
  switch (kind) {
    case QuestionKind::starts:
    case QuestionKind::ends:
    case QuestionKind::length:
      return read_named(question, &Question::task, rest_);
    case QuestionKind::shared:
      return read_named(question, &Question::object, rest_);
    case QuestionKind::state:
      return read_state(question);
    case QuestionKind::line:
      return read_line(question);
    case QuestionKind::order:
      if (rest_ == "start") question.kind = QuestionKind::order_of_starts;
      if (!rest_.empty() && rest_ != "start") return wrong("write order for the order of ends, or order start");
      return question;
    case QuestionKind::point:
      if (rest_ == "longest" || rest_ == "last") {
        question.kind = rest_ == "last" ? QuestionKind::point_last : QuestionKind::point_longest;
        return question;
      }
      return read_named(question, &Question::task, rest_);
    default:
      if (rest_.empty()) return question;
      return wrong(fmt::format("nothing stands behind {}", traits(kind).word));
  }
}

}  // namespace

Result<Question, QuestionError> read_question(std::string_view text) {
  const std::string_view written = without_blanks(text);
  const std::string_view word = written.substr(0, written.find_first_of(" \t"));
  const auto* const row = std::find_if(kQuestionTraits.begin(), kQuestionTraits.end(),
                                       [&](const QuestionTraits& one) { return one.word == word; });
  if (row != kQuestionTraits.end()) {
    return ArgumentReader(text, without_blanks(written.substr(word.size()))).read(row->kind);
  }
  const auto meant = nearest_name(word, question_kind_words());
  return QuestionError{
      0, fmt::format("{} cannot be asked; {}", in_quotes(word),
                     meant ? fmt::format("did you mean {}?", *meant) : fmt::format("there are {}", known_questions()))};
}

std::string question_text(const Question& question) {
  const std::string_view word = traits(question.kind).word;
  switch (question.kind) {
    case QuestionKind::starts:
    case QuestionKind::ends:
    case QuestionKind::length:
      return fmt::format("{} {}", word, written_name(question.task));
    case QuestionKind::point: {
      const bool is_a_word = question.task == "longest" || question.task == "last";
      return is_a_word ? fmt::format("{} \"{}\"", word, question.task)
                       : fmt::format("{} {}", word, written_name(question.task));
    }
    case QuestionKind::state:
      return fmt::format("{} {} at {}", word, written_name(question.task), decimal_text(question.at));
    case QuestionKind::line:
      return fmt::format("{} {}", word, question.line);
    case QuestionKind::shared:
      return fmt::format("{} {}", word, written_name(question.object));
    default:
      return std::string(traits(question.kind).form);
  }
}

std::string question_words(const Question& question) {
  switch (question.kind) {
    case QuestionKind::makespan:
      return "How long does the whole run take?";
    case QuestionKind::starts:
      return fmt::format("When does {} begin?", question.task);
    case QuestionKind::ends:
      return fmt::format("When does {} end?", question.task);
    case QuestionKind::length:
      return fmt::format("How long is the bar of {}, from its first turn to its end?", question.task);
    case QuestionKind::order:
      return "In which order do the tasks end?";
    case QuestionKind::order_of_starts:
      return "In which order do the tasks begin?";
    case QuestionKind::state:
      return fmt::format("What is {} doing at {} s?", question.task, decimal_text(question.at));
    case QuestionKind::line:
      return fmt::format("What does line {} of the console say?", question.line);
    case QuestionKind::threads:
      return "How many threads run the tasks?";
    case QuestionKind::shared:
      return fmt::format("What is {} at the end?", question.object);
    case QuestionKind::outcomes:
      return "How many outcomes can it have?";
    case QuestionKind::interleavings:
      return "In how many orders can the steps come?";
    case QuestionKind::losing:
      return "In how many of these orders does it go wrong?";
    case QuestionKind::point:
      return fmt::format("Which bar is that of {}?", question.task);
    case QuestionKind::point_longest:
      return "Which task lasts longest?";
    case QuestionKind::point_last:
      return "Which task ends last?";
    case QuestionKind::choice:
      break;
  }
  return "";
}

}  // namespace interleave

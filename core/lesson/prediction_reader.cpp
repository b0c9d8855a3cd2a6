#include "core/lesson/prediction_reader.h"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <utility>

#include "core/base/utf8.h"
#include "core/lesson/lines.h"
#include "core/lesson/markdown.h"

namespace interleave::lesson {
namespace {

constexpr std::string_view kItem = "- ";
constexpr std::string_view kIndent = "  ";

// The byte behind a key, where its colon has to stand: a JSON string may have others in it. None: there is no end.
std::size_t end_of_key(std::string_view item) {
  if (!item.starts_with('"')) return item.find(':');
  for (std::size_t at = 1; at < item.size(); ++at) {
    if (item[at] == '\\') {
      ++at;
    } else if (item[at] == '"') {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

class PredictionReader {
 public:
  PredictionReader(std::string_view text, std::size_t begin, std::size_t end, Findings& findings)
      : text_(text.substr(0, end)), at_(begin), findings_(findings) {}

  Prediction read(std::size_t fence);

 private:
  bool more() const { return at_ < text_.size(); }
  Line line() const { return line_at(text_, at_); }
  void read_asked(std::size_t fence);
  void read_question();
  void read_item();
  std::size_t count_answers() const { return prediction_.answers.size() + prediction_.options.size(); }
  std::string continued();
  void read_option(const Line& first, std::string_view item);
  void read_answer(const Line& first, std::string_view item);
  void check_options(std::size_t fence);
  void find(std::size_t offset, std::string message) { findings_.add(offset, std::move(message)); }

  std::string_view text_;  // ends with the fence
  std::size_t at_;
  Findings& findings_;
  Prediction prediction_;
  bool is_choice_ = false;
};

Prediction PredictionReader::read(std::size_t fence) {
  read_asked(fence);
  read_question();
  while (more() && count_answers() < kMostAnswers) read_item();
  if (more()) find(at_, fmt::format("a question has at most {} answers; leave some out", kMostAnswers));
  check_options(fence);
  return std::move(prediction_);
}

void PredictionReader::read_asked(std::size_t fence) {
  while (more() && line().trimmed().empty()) at_ = line().next;
  const Line first = line();
  if (!more() || first.text.starts_with(kItem)) {
    return find(fence, "the first line says what is asked, such as makespan, ends food or choice; it is missing here");
  }
  prediction_.asked = {std::string(first.trimmed()), first.offset_of(first.trimmed())};
  is_choice_ = first.trimmed().substr(0, first.trimmed().find_first_of(kBlanks)) == kChoice;
  if (is_choice_ && first.trimmed() != kChoice) {
    find(prediction_.asked.offset, "nothing stands behind choice; the question is in the next line");
  }
  at_ = first.next;
}

void PredictionReader::read_question() {
  const std::size_t begin = at_;
  while (more() && !line().text.starts_with(kItem)) at_ = line().next;
  prediction_.words = read_words(text_.substr(begin, at_ - begin), begin, findings_);
  if (is_choice_ && prediction_.words.empty()) {
    find(prediction_.asked.offset, "the question is missing; write it in the lines below choice");
  }
}

// The lines that an item goes on with.
std::string PredictionReader::continued() {
  std::string text;
  while (more() && !line().text.starts_with(kItem)) {
    const Line next = line();
    if (!next.trimmed().empty() && !next.text.starts_with(kIndent)) {
      find(next.offset, "an answer begins with \"- \", and goes on in lines that begin with two blanks");
    }
    text.append(next.trimmed()).append("\n");
    at_ = next.next;
  }
  return text;
}

void PredictionReader::read_item() {
  const Line first = line();
  at_ = first.next;
  const std::string_view item = without_blanks(first.text.substr(kItem.size()));
  if (item.starts_with('[')) {
    read_option(first, item);
  } else {
    read_answer(first, item);
  }
}

void PredictionReader::read_option(const Line& first, std::string_view item) {
  constexpr std::size_t kBox = 3;
  const std::string_view box = item.substr(0, kBox);
  const std::size_t offset = first.offset_of(item);
  const bool is_right = box == "[x]" || box == "[X]";
  const std::string explanation = continued();
  if (!is_choice_) {
    return find(offset,
                "answers to choose from belong to a choice; here the engine knows the right one, and a wrong one "
                "is written as - sequential: …");
  }
  if (!is_right && box != "[ ]") {
    return find(offset, "write - [x] before the right answer, and - [ ] before each wrong one");
  }
  Words text = read_words(without_blanks(item.substr(kBox)), offset, findings_);
  if (text.empty()) find(offset, "the answer's text is missing");
  prediction_.options.push_back({is_right, std::move(text), read_words(explanation, offset, findings_), offset});
}

void PredictionReader::read_answer(const Line& first, std::string_view item) {
  const std::size_t offset = item.empty() ? first.offset : first.offset_of(item);
  const std::size_t end = end_of_key(item);
  if (is_choice_) {
    continued();
    return find(offset, "of a choice the right answer is written as - [x] text, and a wrong one as - [ ] text");
  }
  if (end >= item.size() || item[end] != ':' || without_blanks(item.substr(0, end)).empty()) {
    continued();
    return find(offset,
                "an answer is written as - sequential: text, or - 7: text; the colon or what stands before it is "
                "missing");
  }
  const std::string_view key = without_blanks(item.substr(0, end));
  const bool is_there = std::any_of(prediction_.answers.begin(), prediction_.answers.end(),
                                    [&](const KeyedText& other) { return other.key.text == key; });
  if (is_there) find(offset, fmt::format("the answer {} is there twice; leave one of them out", in_quotes(key)));
  std::string text(without_blanks(item.substr(end + 1)));
  text.append("\n").append(continued());
  if (!is_there) {
    prediction_.answers.push_back({{std::string(key), offset}, read_words(text, offset, findings_)});
  }
}

void PredictionReader::check_options(std::size_t fence) {
  if (!is_choice_) return;
  const auto& options = prediction_.options;
  const auto right = std::count_if(options.begin(), options.end(), [](const Option& one) { return one.is_right; });
  for (auto one = options.begin(); one != options.end(); ++one) {
    const bool is_there =
        std::any_of(options.begin(), one, [&](const Option& other) { return other.text == one->text; });
    if (is_there && !one->text.empty()) find(one->offset, "this answer is there twice; leave one of them out");
  }
  if (options.size() < kFewestOptions) find(fence, "a choice needs two answers or more, each a line - [ ] text");
  if (right == 1) return;
  find(fence, right == 0 ? std::string("no answer is the right one; write - [x] before it")
                         : fmt::format("{} answers are right; a choice has exactly one - [x]", right));
}

}  // namespace

Prediction read_prediction(std::string_view text, std::size_t begin, std::size_t end, std::size_t fence,
                           Findings& findings) {
  return PredictionReader(text, begin, end, findings).read(fence);
}

}  // namespace interleave::lesson

#include "app/gui/model/input/command_reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <vector>

#include "core/base/alternatives.h"
#include "core/base/code_point.h"
#include "core/base/nearest.h"
#include "core/base/utf8.h"
#include "core/scenario/json_document.h"

namespace interleave::gui {

namespace {

bool is_blank(char byte) { return byte == ' ' || byte == '\t'; }

template <class Number>
std::optional<Number> number_of(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if constexpr (std::is_floating_point_v<Number>) {
    if (!std::isfinite(number)) return std::nullopt;
  }
  return number;
}

// Of a decimal with at most nine digits behind the point; none where it is no such one, or beyond all times.
std::optional<Time> time_of(std::string_view text) {
  constexpr std::size_t kDigits = 9;
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::string_view whole = text.substr(0, text.find('.'));
  std::string digits(whole.size() < text.size() ? text.substr(whole.size() + 1) : "");
  const bool all_digits = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (whole.empty() || whole.size() + 1 == text.size() || digits.size() > kDigits || !all_digits) return std::nullopt;
  digits.resize(kDigits, '0');
  const auto ns = number_of<std::int64_t>(std::string(whole) + digits);
  if (!ns || *ns < 0) return std::nullopt;
  return Time(Duration(negative ? -*ns : *ns));
}

template <class Words>
std::string instead_of(std::string_view word, const Words& words) {
  if (words.empty()) return "there are none";
  const auto meant = nearest_name(word, words);
  if (meant) return fmt::format("did you mean {}?", written_word(*meant));
  std::vector<std::string> written;
  for (const std::string_view each : words) written.push_back(written_word(each));
  return "write " + alternatives(written);
}

// "select task [span] [mode] [lane]" without its first word, one by one.
std::vector<std::string_view> names_of_arguments(std::string_view form) {
  std::vector<std::string_view> arguments;
  for (std::size_t at = form.find(' '); at < form.size(); at = form.find(' ', at + 1)) {
    arguments.push_back(form.substr(at + 1, form.find(' ', at + 1) - at - 1));
  }
  return arguments;
}

bool may_be_left_out(std::string_view argument) { return argument.starts_with('['); }

}  // namespace

CommandReader::CommandReader(std::string_view arguments, std::string_view form, const CommandNames& names)
    : arguments_(names_of_arguments(form)), form_(form), names_(names) {
  split(arguments);
}

void CommandReader::split(std::string_view text) {
  while (error_.empty()) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    if (text.empty()) return;
    std::size_t size = 0;
    if (text.front() != '"') {
      while (size < text.size() && !is_blank(text[size])) ++size;
      words_.push_back({std::string(text.substr(0, size))});
    } else {
      for (size = 1; size < text.size() && text[size] != '"'; ++size) {
        if (text[size] == '\\') ++size;
      }
      size = std::min(size + 1, text.size());
      const auto string = parse_json(text.substr(0, size));
      const bool is_closed = size > 1 && text[size - 1] == '"';
      if (!is_closed)
        fail(fmt::format("the quote before {} is not closed; write another one behind it", text.substr(1, size - 1)));
      if (is_closed && !string)
        fail(fmt::format("{} is no JSON string: {}", text.substr(0, size), string.error().message));
      if (string) words_.push_back({std::string(string.value().root().text()), true});
    }
    text.remove_prefix(size);
  }
}

bool CommandReader::fail(std::string error) {
  if (error_.empty()) error_ = fmt::format("{} (write: {})", error, form_);
  return false;
}

bool CommandReader::begin_argument() {
  const std::string_view argument = arguments_[argument_++];
  if (!error_.empty()) return false;
  if (!may_be_left_out(argument)) return true;
  if (at_ == words_.size()) return false;
  const bool left_out = words_[at_].text == kLeftOut && !words_[at_].quoted;
  if (left_out) ++at_;
  return !left_out;
}

const CommandReader::Word* CommandReader::next(std::string_view what) {
  if (at_ < words_.size()) return &words_[at_++];
  fail(fmt::format("the {} is missing", what));
  return nullptr;
}

bool CommandReader::end() {
  if (error_.empty() && at_ < words_.size()) fail(fmt::format("{} is too much", written_word(words_[at_].text)));
  return error_.empty();
}

bool CommandReader::take_word(const Vocabulary& vocabulary, std::size_t& position) {
  const Word* word = next(vocabulary.what);
  if (word == nullptr) return false;
  const auto found = std::find(vocabulary.words.begin(), vocabulary.words.end(), word->text);
  if (found == vocabulary.words.end()) {
    return fail(fmt::format("{} is no {}; {}", in_quotes(word->text), vocabulary.what,
                            instead_of(word->text, vocabulary.words)));
  }
  position = static_cast<std::size_t>(found - vocabulary.words.begin());
  return true;
}

// By name; or by number, where there is no such name.
bool CommandReader::take_name(std::string_view what, const std::vector<std::string>& names, std::size_t& position) {
  const Word* word = next(what);
  if (word == nullptr) return false;
  if (const auto found = std::find(names.begin(), names.end(), word->text); found != names.end()) {
    position = static_cast<std::size_t>(found - names.begin());
    return true;
  }
  const auto number = word->quoted ? std::nullopt : number_of<std::size_t>(word->text);
  if (!number || *number < 1 || *number > names.size()) {
    return fail(fmt::format("there is no {} {}; {}", what, in_quotes(word->text), instead_of(word->text, names)));
  }
  position = *number - 1;
  return true;
}

template <class Number>
bool CommandReader::take_number(std::string_view what, Number& number) {
  const Word* word = next(what);
  if (word == nullptr) return false;
  const auto read = number_of<Number>(word->text);
  if (!read) return fail(fmt::format("{} is no {}", in_quotes(word->text), what));
  number = *read;
  return true;
}

bool CommandReader::take(bool& on) {
  Comparing word{};
  if (!take(word)) return false;
  on = word == Comparing::yes;
  return true;
}

bool CommandReader::take(int& number) { return take_number("whole number", number); }
bool CommandReader::take(float& number) { return take_number("number", number); }
bool CommandReader::take(double& number) { return take_number("number", number); }

bool CommandReader::take(std::size_t& position) {
  std::size_t number = 0;
  if (!take_number("number", number)) return false;
  if (number == 0) return fail("0 is too low, for the first is 1");
  position = number - 1;
  return true;
}

bool CommandReader::take(Time& time) {
  const Word* word = next("time");
  if (word == nullptr) return false;
  const auto read = time_of(word->text);
  if (!read) return fail(fmt::format("{} is no time; write seconds, such as 2.4", in_quotes(word->text)));
  time = *read;
  return true;
}

bool CommandReader::take(TaskId& task) {
  std::size_t position = 0;
  if (!take_name("task", names_.tasks, position)) return false;
  task = task_id(position);
  return true;
}

bool CommandReader::take(StepId& step) {
  std::size_t position = 0;
  if (!take(position)) return false;
  step = step_id(position);
  return true;
}

bool CommandReader::take(ScenarioPosition& scenario) {
  return take_name("scenario", names_.scenarios, scenario.position);
}

// worker:2, or worker:2:pool of that mode's run.
bool CommandReader::take(LaneKey& lane) {
  const Word* word = next("lane");
  if (word == nullptr) return false;
  const std::size_t colon = word->text.find(':');
  const std::size_t second = word->text.find(':', std::min(colon, word->text.size() - 1) + 1);
  const auto kinds = vocabulary_of(LaneKind{}).words;
  const auto kind = std::find(kinds.begin(), kinds.end(), word->text.substr(0, colon));
  std::size_t track = 0;  // from 1
  if (colon < word->text.size()) {
    track = number_of<std::size_t>(word->text.substr(colon + 1, second - colon - 1)).value_or(0);
  }
  const auto mode = second < word->text.size() ? mode_named(word->text.substr(second + 1)) : std::nullopt;
  if (kind == kinds.end() || track == 0 || (second < word->text.size() && !mode)) {
    return fail(
        fmt::format("{} is no lane; write worker:2, or worker:2:pool of that mode's run", in_quotes(word->text)));
  }
  lane = {static_cast<LaneKind>(kind - kinds.begin()), track - 1, mode};
  return true;
}

bool CommandReader::take(TimeRange& range) {
  return take_number("beginning", range.begin) && take_number("end", range.end);
}

// 3/else/1
bool CommandReader::take(StepPath& path) {
  const Word* word = next("step");
  if (word == nullptr) return false;
  const auto read = read_step_path(word->text);
  if (!read) {
    return fail(fmt::format("{} is no step; write 3, or 3/else/1 of the steps within it", in_quotes(word->text)));
  }
  path = *read;
  return true;
}

bool CommandReader::take(Cell& cell) {
  if (!take(cell.kind)) return false;
  if (TaskId task{}; is_of_task(cell)) {
    if (!take(task)) return false;
    cell.task = index(task);
  }
  if ((cell.kind == CellKind::step || cell.kind == CellKind::place) && !take(cell.path)) return false;
  if (cell.kind == CellKind::value) return take_text("parameter", cell.parameter);
  if (cell.kind == CellKind::step) return take_text("key", cell.parameter);
  const bool is_shared = cell.kind == CellKind::shared_name || cell.kind == CellKind::shared_number;
  return !is_shared || (take(cell.object) && take(cell.position));
}

bool CommandReader::take(TextPress& press) {
  const auto take_prefix = [&](std::string_view prefix) {
    if (at_ == words_.size() || !words_[at_].text.starts_with(prefix)) return false;
    words_[at_].text.erase(0, prefix.size());
    return true;
  };
  if (take_prefix(kFar)) press.reach = Reach::far;
  if (take_prefix(kExtending)) press.extent = Extent::extend;
  if (!take(press.key)) return false;
  if (press.key != TextKey::character) return true;
  std::string text;
  if (!take_text("character", text)) return false;
  if (utf8_length(text) != text.size()) return fail(fmt::format("{} is not one character", in_quotes(text)));
  press.character = text.empty() ? 0 : code_point(text);
  return true;
}

bool CommandReader::take(std::string& text) { return take_text("text", text); }

bool CommandReader::take_text(std::string_view what, std::string& text) {
  const Word* word = next(what);
  if (word == nullptr) return false;
  text = word->text;
  return true;
}

}  // namespace interleave::gui

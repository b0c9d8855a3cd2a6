#include "core/run/schedule_reader.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <optional>

#include "core/base/nearest.h"
#include "core/base/utf8.h"
#include "core/scenario/json_document.h"

namespace interleave {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kMarks = ",:!>";
constexpr std::size_t kMostTokens = 10'000'000;

class ScheduleReader {
 public:
  ScheduleReader(std::string_view text, const std::vector<std::string>& names) : text_(text), names_(names) {}

  Result<Schedule, std::string> read() {
    skip_blanks();
    while (at_ < text_.size() && problem_.empty()) read_token();
    if (!problem_.empty()) return std::move(problem_);
    return std::move(schedule_);
  }

 private:
  void fail(const std::string& what) {
    const std::size_t end = std::min(text_.find(',', at_), text_.size());
    std::string_view token = text_.substr(first_, std::max(end, first_) - first_);
    token = token.substr(0, token.find_last_not_of(kBlanks) + 1);
    if (problem_.empty()) problem_ = fmt::format("step {}, {}: {}", schedule_.size() + 1, in_quotes(token), what);
  }

  void skip_blanks() { at_ = std::min(text_.find_first_not_of(kBlanks, at_), text_.size()); }

  // Whether the text goes on so, which is then behind.
  bool takes(std::string_view mark) {
    skip_blanks();
    if (!text_.substr(at_).starts_with(mark)) return false;
    at_ += mark.size();
    return true;
  }

  void read_token() {
    first_ = at_;
    Token token{.task = read_task()};
    if (takes("!!")) {
      token.kind = Token::Kind::own_timeout;
    } else if (takes("!")) {
      token.kind = Token::Kind::timeout;
    } else if (takes(">")) {
      token.kind = Token::Kind::takes;
      token.taken = read_task();
    }
    const std::size_t count = takes(":") ? read_count() : 1;
    if (problem_.empty() && schedule_.size() + count > kMostTokens) fail("that is too many steps");
    if (!problem_.empty()) return;
    skip_blanks();
    if (at_ < text_.size() && text_[at_] != ',')
      return fail("behind a task there is !, !!, > with a task, : with a number, or a comma");
    schedule_.insert(schedule_.end(), count, token);
    if (at_ == text_.size()) return;
    ++at_;
    skip_blanks();
    first_ = at_;
    if (at_ == text_.size()) fail("a comma has a step behind it");
  }

  TaskId read_task() {
    skip_blanks();
    const std::optional<std::string> name = at_ < text_.size() && text_[at_] == '"' ? quoted_name() : plain_name();
    if (!name) return TaskId::none;
    const auto found = std::find(names_.begin(), names_.end(), *name);
    if (found != names_.end()) return task_id(static_cast<std::size_t>(found - names_.begin()));
    const auto near = nearest_name(*name, names_);
    fail(name->empty() ? "a task's name is missing"
         : near        ? fmt::format("no task is called so; did you mean {}?", in_quotes(*near))
                       : "no task is called so");
    return TaskId::none;
  }

  std::optional<std::string> plain_name() {
    const std::size_t end = std::min(text_.find_first_of(kMarks, at_), text_.size());
    std::string_view name = text_.substr(at_, end - at_);
    name = name.substr(0, name.find_last_not_of(kBlanks) + 1);
    at_ = end;
    return std::string(name);
  }

  std::optional<std::string> quoted_name() {
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != '"') end += text_[end] == '\\' ? 2U : 1U;
    if (end < text_.size()) {
      const auto read = parse_json(text_.substr(at_, end + 1 - at_));
      at_ = end + 1;
      if (read) return std::string(read.value().root().text());
    }
    fail("this is no JSON string");
    return std::nullopt;
  }

  std::size_t read_count() {
    skip_blanks();
    std::size_t count = 0;
    const char* const end = text_.data() + text_.size();
    const auto [behind, error] = std::from_chars(text_.data() + at_, end, count);
    if (error != std::errc{} || count == 0 || count > kMostTokens) fail("behind : there is how often, from 1 on");
    at_ = static_cast<std::size_t>(behind - text_.data());
    return count;
  }

  std::string_view text_;
  const std::vector<std::string>& names_;
  std::size_t at_ = 0;
  std::size_t first_ = 0;  // of the token
  Schedule schedule_;
  std::string problem_;
};

}  // namespace

std::vector<std::string> task_names(const Scenario& scenario) {
  std::vector<std::string> names;
  names.reserve(scenario.tasks.size());
  for (const Task& task : scenario.tasks) names.push_back(task.name);
  return names;
}

Result<Schedule, std::string> read_schedule(std::string_view text, const std::vector<std::string>& names) {
  return ScheduleReader(text, names).read();
}

}  // namespace interleave

#include "core/explore/condition.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <string>
#include <vector>

#include "core/base/nearest.h"
#include "core/base/utf8.h"

namespace interleave {
namespace {

// Where the next word `and` stands that is in no parentheses; or the end.
std::size_t find_and(std::string_view text, std::size_t from) {
  constexpr std::string_view kAnd = " and ";
  int depth = 0;
  for (std::size_t at = from; at < text.size(); ++at) {
    depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
    if (depth == 0 && text.substr(at).starts_with(kAnd)) return at;
  }
  return text.size();
}

std::string words_of(std::string_view text) {
  std::string words;
  for (const char letter : text) {
    if (letter != ' ') {
      words += letter;
    } else if (!words.empty() && words.back() != ' ') {
      words += ' ';
    }
  }
  if (!words.empty() && words.back() == ' ') words.pop_back();
  return words;
}

}  // namespace

Result<RunCondition, std::string> RunCondition::read(std::string_view text, const Scenario& scenario) {
  RunCondition condition;
  std::string rest;  // what is about variables
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = find_and(text, at);
    const std::string term = words_of(text.substr(at, end - at));
    at = end == text.size() ? end + 1 : end + 5;
    if (term == "no lost updates") {
      condition.no_lost_updates_ = true;
    } else if (term == "no stale decisions") {
      condition.no_stale_decisions_ = true;
    } else if (term == "no deadlock") {
      condition.no_deadlock_ = true;
    } else if (term == "no failure") {
      condition.no_failure_ = true;
    } else if (term.starts_with("no ")) {
      return fmt::format("{} is none of no lost updates, no stale decisions, no deadlock, no failure", in_quotes(term));
    } else {
      rest += (rest.empty() ? "" : " and ") + term;
    }
  }
  if (rest.empty() &&
      (condition.no_lost_updates_ || condition.no_stale_decisions_ || condition.no_deadlock_ || condition.no_failure_))
    return condition;
  const auto read = parse_condition(rest);
  if (!read) return fmt::format("{}: {}", in_quotes(rest), read.error().message);
  std::vector<std::string> names;
  for (const Declaration& variable : scenario.shared) names.push_back(variable.name);
  condition.layout_.owns = names.size();
  Formula& formula = condition.formula_.emplace();
  formula.text = rest;
  for (const Expression::Node& node : read.value().nodes) {
    Operand operand{Operand::Kind::literal, node.number};
    if (node.kind == Expression::Kind::name || node.kind == Expression::Kind::placeholder) {
      const auto found = std::find(names.begin(), names.end(), node.name);
      if (found == names.end()) {
        const auto near = nearest_name(node.name, names);
        return fmt::format("{} is no shared variable{}", in_quotes(node.name),
                           near ? fmt::format("; did you mean {}?", in_quotes(*near)) : "");
      }
      operand = {Operand::Kind::own, found - names.begin()};
    }
    formula.nodes.push_back({node.kind, operand, node.left, node.right});
  }
  return condition;
}

bool RunCondition::holds(const RunResult& result) const {
  if (no_lost_updates_ && result.lost_updates) return false;
  if (no_stale_decisions_ && result.stale) return false;
  if (no_deadlock_ && result.outcome == Outcome::deadlocked) return false;
  if (no_failure_ && result.outcome == Outcome::failed) return false;
  if (!formula_) return true;
  const auto holds_of = [this](const std::vector<std::int64_t>& variables) {
    Values values(layout_.size());
    for (std::size_t i = 0; i < variables.size(); ++i)
      give_own(i, layout_, values, {Value::Kind::number, variables[i]});
    return value_of(*formula_, layout_, values).value_or(0) != 0;
  };
  if (!result.shared.empty()) return std::all_of(result.shared.begin(), result.shared.end(), holds_of);
  return holds_of({});
}

}  // namespace interleave

#include "core/predict/explored_answer.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>
#include <vector>

#include "core/base/nearest.h"
#include "core/base/utf8.h"
#include "core/explore/wording.h"

namespace interleave {
namespace {

Answered count_of(const BigNumber& number) {
  const std::string digits = number.text();
  std::int64_t count = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), count);
  if (read.ec == std::errc{}) return Answer(count);
  return NoAnswer{fmt::format("there are {}, which nobody can guess; ask about fewer tasks", in_groups(digits))};
}

NoAnswer endless() { return {"there are infinitely many interleavings, since a task may go round for ever"}; }

}  // namespace

Explorations::Found explore_all(const Asked& asked) {
  if (asked.explorations != nullptr) return asked.explorations->find(asked);
  return Explorations(kMostAskedStates).find(asked);
}

Answered count_interleavings(const Exploration& found) {
  return found.endless ? Answered(endless()) : count_of(found.interleavings);
}

Answered count_losing(const Exploration& found) {
  return found.endless ? Answered(endless()) : count_of(gone_wrong(found).interleavings);
}

Answered count_outcomes(const Exploration& found) { return Answer(static_cast<std::int64_t>(found.outcomes.size())); }

Answered value_at_end(const Exploration& found, const std::string& variable, const Asked& asked) {
  std::vector<std::string> names;
  for (const Declaration& shared : asked.scenario.shared) names.push_back(shared.name);
  const auto position = static_cast<std::size_t>(std::find(names.begin(), names.end(), variable) - names.begin());
  if (names.empty()) return NoAnswer{R"(the scenario has no variables; declare them with "shared")"};
  if (position == names.size()) {
    const auto meant = nearest_name(variable, names);
    return NoAnswer{fmt::format(
        "there is no variable {}; {}", in_quotes(variable),
        meant ? fmt::format("did you mean {}?", *meant) : fmt::format("there are {}", fmt::join(names, ", ")))};
  }
  std::set<std::int64_t> values;
  for (const ExploredOutcome& outcome : found.outcomes) {
    for (const auto& of_process : outcome.result.shared) values.insert(of_process[position]);
  }
  if (values.size() == 1) return Answer(*values.begin());
  if (values.empty()) return NoAnswer{"no run of this scenario comes to its end"};
  return NoAnswer{
      fmt::format("{} can be {} at the end; ask for the outcomes, or a choice", variable, fmt::join(values, " or "))};
}

}  // namespace interleave

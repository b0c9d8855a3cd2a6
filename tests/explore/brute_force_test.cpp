#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <vector>

#include "core/record/schedule.h"
#include "core/run/schedule_reader.h"
#include "tests/explore/exploring.h"
#include "tests/explore/random_program.h"
#include "tests/explore/trial.h"

namespace interleave::testing {
namespace {

std::string text_of(const RunResult& result) {
  std::string text =
      fmt::format("{} lost {} stale {}", static_cast<int>(result.outcome), result.lost_updates, result.stale);
  for (const auto& process : result.shared) {
    for (const std::int64_t value : process) text += fmt::format(" {}", value);
  }
  for (const auto& task : result.tasks) text += fmt::format(" {}{}", static_cast<int>(task.outcome), task.error);
  for (const auto& line : result.output) text += " / " + line;
  return text;
}

// Whether both say the same; else what does not.
std::string difference(const Exploration& found, const std::map<RunResult, Tried>& tried,
                       const std::vector<std::string>& names) {
  std::string text;
  std::map<RunResult, const ExploredOutcome*> explored;
  for (const ExploredOutcome& outcome : found.outcomes) explored[outcome.result] = &outcome;
  for (const auto& [result, its] : tried) {
    const auto known = explored.find(result);
    if (known == explored.end()) {
      text += fmt::format("only tried: {} {} by {}\n", its.ways, text_of(result), schedule_text(*its.simplest, names));
      continue;
    }
    const ExploredOutcome& outcome = *known->second;
    if (outcome.interleavings.text() != std::to_string(its.ways))
      text += fmt::format("{} explored, {} tried: {}\n", outcome.interleavings.text(), its.ways, text_of(result));
    if (std::abs(outcome.chance - its.chance) > 1e-9)
      text += fmt::format("chance {} explored, {} tried: {}\n", outcome.chance, its.chance, text_of(result));
    if (outcome.schedule != *its.simplest)
      text += fmt::format("{} explored, {} tried: {}\n", schedule_text(outcome.schedule, names),
                          schedule_text(*its.simplest, names), text_of(result));
    explored.erase(known);
  }
  for (const auto& [result, outcome] : explored)
    text += fmt::format("only explored: {} {} by {}\n", outcome->interleavings.text(), text_of(result),
                        schedule_text(outcome->schedule, names));
  return text;
}

TEST_CASE("what is explored of random programs is what trying every schedule through the executors comes to") {
  constexpr std::size_t kMostRuns = 400;
  std::size_t tried = 0;
  std::size_t refused = 0;
  std::size_t endless = 0;
  std::size_t too_many = 0;
  std::size_t ways = 0;
  for (std::uint32_t seed = 0; tried < programs_to_try(); ++seed) {
    const Mode mode = std::array{Mode::threads, Mode::pool, Mode::processes, Mode::coroutine}[seed % 4];
    const std::string text = random_program(seed, mode);
    const auto loaded = load_scenario(text, "random.json");
    if (!loaded) {
      if (refused++ < 3) MESSAGE(to_string(loaded.error()));
      continue;
    }
    ExploreSettings settings = exploring(mode, 1 + static_cast<int>(seed / 4 % 3), seed % 5 == 0);
    settings.run.gil = seed % 3 == 0;
    settings.limit = 2'000;
    const Exploration found = explore(loaded.value(), settings);
    if (found.endless) ++endless;
    if (found.endless || !found.complete || found.interleavings > BigNumber(kMostRuns)) {
      ++too_many;
      continue;
    }
    Trial trial(loaded.value(), settings, 20 * kMostRuns);
    CAPTURE(seed);
    CAPTURE(text);
    CAPTURE(name(mode));
    CAPTURE(settings.run.max_workers);
    if (!trial.run()) {
      FAIL_CHECK("there are more ways than were explored");
      break;
    }
    ++tried;
    for (const auto& one : trial.found()) ways += one.second.ways;
    const std::string different = difference(found, trial.found(), task_names(loaded.value()));
    CHECK(different == "");
    if (!different.empty()) break;
  }
  MESSAGE(tried, " programs, ", ways, " schedules; refused ", refused, ", endless ", endless, ", too many ", too_many);
  CHECK(refused * 5 < tried);
}

}  // namespace
}  // namespace interleave::testing

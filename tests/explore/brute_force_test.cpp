#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "core/record/schedule.h"
#include "core/run/run_info.h"
#include "core/run/schedule_problem.h"
#include "core/run/schedule_reader.h"
#include "core/run/virtual_run.h"
#include "tests/explore/exploring.h"
#include "tests/explore/random_program.h"

namespace interleave::testing {
namespace {

// What there is of an outcome, found by trying.
struct Tried {
  std::uint64_t ways = 0;
  double chance = 0;
  std::optional<Schedule> simplest;
};

// Fewest switches, fewest steps, least tokens.
auto simplicity(const Schedule& schedule) {
  std::size_t switches = 0;
  for (std::size_t i = 1; i < schedule.size(); ++i) {
    if (schedule[i].task != schedule[i - 1].task) ++switches;
  }
  return std::tuple(switches, schedule.size(), schedule);
}

// Every schedule of a program, each from the start on through the real executors: what can be next where a run stands
// still is tried, one after the other.
class Trial {
 public:
  Trial(const Scenario& scenario, const ExploreSettings& settings, std::size_t most)
      : program_(scenario), info_(program_info(scenario)), settings_(settings), most_(most) {}

  // False: there are too many.
  bool run() { return go_on({}, 1); }
  const std::map<RunResult, Tried>& found() const { return found_; }

 private:
  bool go_on(const Schedule& schedule, double chance) {
    if (++runs_ > most_) return false;
    RunSettings run = settings_.run;
    run.schedule = schedule;
    run.with_lines = settings_.with_lines;
    VirtualRun trial(program_, run, true);
    trial.go();
    if (trial.gate().next() != nullptr) {
      const auto timeline = trial.timeline(run_info(info_, run, ClockKind::virtual_time), trial.take_events());
      FAIL_CHECK(schedule_problem(trial, *timeline));
      return false;
    }
    const std::vector<Token> possible = trial.gate().possible();
    for (const Token& token : possible) {
      Schedule longer = schedule;
      longer.push_back(token);
      if (!go_on(longer, chance / static_cast<double>(possible.size()))) return false;
    }
    if (!possible.empty()) return true;
    Tried& tried = found_[run_result(
        *trial.timeline(run_info(info_, run, ClockKind::virtual_time), trial.take_events()), settings_.with_lines)];
    ++tried.ways;
    tried.chance += chance;
    if (!tried.simplest || simplicity(schedule) < simplicity(*tried.simplest)) tried.simplest = schedule;
    return true;
  }

  const Program program_;
  const RunInfo info_;
  const ExploreSettings settings_;
  const std::size_t most_;
  std::size_t runs_ = 0;
  std::map<RunResult, Tried> found_;
};

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

std::size_t programs_to_try() {
  const char* const asked = std::getenv("INTERLEAVE_EXPLORED_PROGRAMS");
  return asked != nullptr ? static_cast<std::size_t>(std::atoll(asked)) : std::size_t{INTERLEAVE_EXPLORED_AT_LEAST};
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

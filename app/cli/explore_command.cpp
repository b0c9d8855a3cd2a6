#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/cli/commands.h"
#include "app/cli/exploration_text.h"
#include "app/cli/language_options.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"
#include "app/cli/platform/interrupt.h"
#include "app/cli/platform/terminal.h"
#include "app/command_line/options.h"
#include "core/base/alternatives.h"
#include "core/scenario/source.h"

namespace interleave::cli {
namespace {

struct ExploreOptions {
  std::string source;
  std::optional<Mode> mode;
  std::optional<int> max_workers;
  LanguageOptions program;
  Timing timing = Timing::any;
  std::size_t limit = ExploreSettings{}.limit;
  bool with_lines = false;
  bool repair = false;
  std::string check;
  bool json = false;
};

// How far it has come, on a terminal, once that takes so long that somebody may wonder.
class Progress {
 public:
  ~Progress() {
    if (is_shown_) control_terminal("\r\033[K");
  }
  Progress() = default;
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(std::size_t count, std::string_view of_what, std::size_t most) {
    constexpr auto kEvery = std::chrono::milliseconds(500);
    const auto now = std::chrono::steady_clock::now();
    if (!is_terminal_ || now - shown_ < kEvery) return;
    shown_ = now;
    is_shown_ = true;
    control_terminal(fmt::format("\r\033[K{} {}, of {} at most", count, of_what, most));
  }

 private:
  const bool is_terminal_ = errors_go_to_terminal();
  std::chrono::steady_clock::time_point shown_ = std::chrono::steady_clock::now();
  bool is_shown_ = false;
};

Repairs repairs_of(const Scenario& scenario, const Exploration& found, const ExploreSettings& settings,
                   const InterruptWatch& watch) {
  Progress progress;
  RepairSettings repair{.explore = settings};
  repair.explore.limit = std::min(settings.limit, kMostStatesOfRepairs);
  repair.goes_on = [&](std::size_t tried, std::size_t of) {
    progress.show(tried, "ways to lock tried", of);
    return !watch.interrupted();
  };
  return find_repairs(scenario, found, repair);
}

ExitCode explore_and_report(const Scenario& scenario, ExploreSettings settings, const ExploreOptions& options,
                            const RunCondition* condition) {
  const InterruptWatch watch;
  std::optional<Progress> progress(std::in_place);
  settings.goes_on = [&](std::size_t states) {
    progress->show(states, "states", settings.limit);
    return !watch.interrupted();
  };
  const Exploration found = explore(scenario, settings);
  progress.reset();
  std::optional<Repairs> repairs;
  if (options.repair) repairs = repairs_of(scenario, found, settings, watch);
  const ExplorationReport report{scenario, settings, found, options.check, condition, repairs ? &*repairs : nullptr};
  const ExitCode written =
      deliver(OutputTarget("-"), options.json ? exploration_json(report) : exploration_table(report));
  if (written != ExitCode::done) return written;
  if (watch.interrupted()) return ExitCode::interrupted;
  return breaks_condition(report) ? ExitCode::failed : ExitCode::done;
}

ExitCode refuse_input(const std::string& why) {
  complain(why);
  return ExitCode::bad_input;
}

ExitCode execute(const ExploreOptions& options) {
  const auto scenario = read_scenario(options.source);
  if (!scenario) {
    write_to_stderr(to_string(scenario.error()));
    return ExitCode::bad_input;
  }
  if (const auto problem = options.program.problem_with(scenario.value())) return refuse_input(*problem);
  ExploreSettings settings{
      .run = default_settings(scenario.value()), .with_lines = options.with_lines, .limit = options.limit};
  settings.run.mode = options.mode.value_or(settings.run.mode);
  settings.run.max_workers = options.max_workers.value_or(settings.run.max_workers);
  settings.run.timing = options.timing;
  options.program.apply_to(settings.run);
  if (const auto why = exploration_refusal(scenario.value(), settings)) return refuse_input(*why);
  if (options.check.empty()) return explore_and_report(scenario.value(), settings, options, nullptr);
  const auto condition = RunCondition::read(options.check, scenario.value());
  if (!condition) return refuse_input("--check: " + condition.error());
  return explore_and_report(scenario.value(), settings, options, &condition.value());
}

}  // namespace

Command add_explore_command(CLI::App& program) {
  CLI::App* const app =
      program.add_subcommand("explore", "Count every interleaving of a scenario, and what they come to");
  const auto options = std::make_shared<ExploreOptions>();
  add_scenario(*app, options->source);
  add_choice(
      *app, "--mode", {{kModeNames.begin(), kModeNames.end()}, {}},
      [options](std::size_t chosen) { options->mode = kModes.at(chosen); },
      fmt::format("How the tasks are executed:\n{};\ndefault: as the scenario says", alternatives(kModeNames)));
  add_whole_number(
      *app, "--max-workers", 1, kMostWorkers,
      [options](std::uint64_t value) { options->max_workers = static_cast<int>(value); },
      "Threads or processes of the pool, 1 to 1024;\ndefault: as the scenario says");
  add_language(*app, options->program);
  add_choice(
      *app, "--timing", {{kTimingWords.begin(), kTimingWords.end()}, {}},
      [options](std::size_t chosen) { options->timing = static_cast<Timing>(chosen); },
      "Which orders count:\nany (default): a step may come late by any time\n"
      "exact: nothing is late, only steps due at one moment\nchange places");
  app->add_flag("--lines", options->with_lines, "The order of printed lines matters too");
  app->add_flag("--repair", options->repair,
                "Where something goes wrong: try where a lock\nwould help, and what it costs");
  constexpr std::uint64_t kMostStates = 100'000'000;
  add_whole_number(
      *app, "--limit", 1, kMostStates, [options](std::uint64_t value) { options->limit = value; },
      "States to look at, at most; default 1000000,\nfor some hundreds of MB");
  app->add_option("--check", options->check,
                  "What is to hold at the end of every run: conditions\non shared variables, no lost updates,\n"
                  "no stale decisions, no deadlock, no failure,\njoined by and; exit code 1 where it does not")
      ->type_name("CONDITION");
  add_choice(
      *app, "--format", {{"table", "json"}, {}}, [options](std::size_t chosen) { options->json = chosen == 1; },
      "table (default) or json");
  app->parse_complete_callback([options] { refuse_contradictions(options->program); });
  app->footer(
      "Ctrl-C ends it, and says what is known by then.\n\n"
      "Example: interleave-cli explore last-ticket --check \"tickets == 0 and no lost updates\"");
  return {app, [options] { return execute(*options); }};
}

}  // namespace interleave::cli

#include <fmt/format.h>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/figures.h"
#include "app/cli/language_options.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"
#include "app/command_line/options.h"
#include "core/base/json_text.h"
#include "core/record/names.h"
#include "core/run/comparison.h"
#include "core/scenario/source.h"

namespace interleave::cli {
namespace {

struct CompareOptions {
  std::string source;
  std::optional<int> max_workers;
  LanguageOptions program;
  bool json = false;
};

constexpr std::string_view kRefused = "refused";

std::string as_json(const Scenario& scenario, const RunSettings& settings, const std::vector<ModeResult>& results) {
  std::string modes;
  for (const ModeResult& result : results) {
    modes += fmt::format("{}{{\"mode\": \"{}\", \"makespan\": {}, \"outcome\": \"{}\"}}", modes.empty() ? "" : ", ",
                         name(result.mode), result.refused ? "null" : exact_seconds(result.makespan),
                         result.refused ? kRefused : name(result.outcome));
  }
  return fmt::format("{{\"scenario\": {}, \"max_workers\": {}, \"modes\": [{}]}}\n", json_string(scenario.title),
                     settings.max_workers, modes);
}

std::string relation_to_sequential(const ModeResult& result, const ModeResult& sequential) {
  if (result.outcome != Outcome::finished) return std::string(name(result.outcome));
  if (result.mode == Mode::sequential || sequential.outcome != Outcome::finished) return "-";
  return relation(result.makespan, sequential.makespan);
}

std::string as_table(const Scenario& scenario, const RunSettings& settings, const std::vector<ModeResult>& results) {
  constexpr std::string_view kRow = "{:<10}  {:>12}  {:>7}  {}\n";
  const std::string program = program_text(scenario, settings);
  std::string text = fmt::format("{}, max_workers {}{}{}\n\n", scenario.title, settings.max_workers,
                                 program.empty() ? "" : ", ", program);
  text += fmt::format(kRow, "mode", "makespan", "workers", "against sequential");
  std::string refusals;
  for (const ModeResult& result : results) {
    if (result.refused) {
      text += fmt::format(kRow, name(result.mode), "-", "-", kRefused);
      refusals += fmt::format("\n{}: {}\n", kRefused, *result.refused);
      continue;
    }
    text += fmt::format(kRow, name(result.mode), readable_seconds(result.makespan), result.workers,
                        relation_to_sequential(result, results.front()));
  }
  return text + refusals;
}

ExitCode execute(const CompareOptions& options) {
  const auto scenario = read_scenario(options.source);
  if (!scenario) {
    write_to_stderr(to_string(scenario.error()));
    return ExitCode::bad_input;
  }
  if (const auto problem = options.program.problem_with(scenario.value())) {
    complain(*problem);
    return ExitCode::bad_input;
  }
  RunSettings settings = default_settings(scenario.value());
  settings.max_workers = options.max_workers.value_or(settings.max_workers);
  options.program.apply_to(settings);
  const auto results = compare_modes(scenario.value(), settings);
  return deliver(OutputTarget("-"), options.json ? as_json(scenario.value(), settings, results)
                                                 : as_table(scenario.value(), settings, results));
}

}  // namespace

Command add_compare_command(CLI::App& program) {
  CLI::App* const app = program.add_subcommand("compare", "Run a scenario in every mode and show them side by side");
  const auto options = std::make_shared<CompareOptions>();
  add_scenario(*app, options->source);
  add_whole_number(
      *app, "--max-workers", 1, kMostWorkers,
      [options](std::uint64_t value) { options->max_workers = static_cast<int>(value); },
      "Threads or processes of the pool, 1 to 1024;\ndefault: as the scenario says");
  add_language(*app, options->program);
  add_choice(
      *app, "--format", {{"table", "json"}, {}}, [options](std::size_t chosen) { options->json = chosen == 1; },
      "table (default) or json");
  app->parse_complete_callback([options] { refuse_contradictions(options->program); });
  app->footer("Example: interleave-cli compare downloads --max-workers 3");
  return {app, [options] { return execute(*options); }};
}

}  // namespace interleave::cli

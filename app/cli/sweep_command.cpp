#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/figures.h"
#include "app/cli/language_options.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"
#include "app/cli/platform/terminal.h"
#include "app/command_line/options.h"
#include "core/base/json_text.h"
#include "core/base/utf8.h"
#include "core/record/names.h"
#include "core/run/comparison.h"
#include "core/run/refusal.h"
#include "core/scenario/source.h"

namespace interleave::cli {
namespace {

struct SweepOptions {
  std::string source;
  int first = 1;
  int last = 16;
  std::optional<Mode> mode;
  LanguageOptions program;
  bool json = false;
};

// "A..B" or "N".
void read_range(const std::string& text, SweepOptions& options) {
  const auto dots = text.find("..");
  const auto first = whole_number(text.substr(0, dots), 1, kMostWorkers);
  const auto last = dots == text.npos ? first : whole_number(text.substr(dots + 2), 1, kMostWorkers);
  if (!first || !last || *first > *last) {
    refuse("--workers", fmt::format("{} is neither a number nor a range such as 1..16, within 1..{}", in_quotes(text),
                                    kMostWorkers));
  }
  options.first = static_cast<int>(*first);
  options.last = static_cast<int>(*last);
}

// What fails or deadlocks is over sooner, and no faster for that.
bool is_finished(const SweepPoint& point) { return point.outcome == Outcome::finished; }

std::string as_json(const Scenario& scenario, const std::vector<SweepPoint>& points) {
  std::string text;
  for (const SweepPoint& point : points) {
    text += fmt::format("{}{{\"max_workers\": {}, \"makespan\": {}", text.empty() ? "" : ", ", point.max_workers,
                        exact_seconds(point.makespan));
    text += is_finished(point) ? "}" : fmt::format(", \"outcome\": \"{}\"}}", name(point.outcome));
  }
  return fmt::format("{{\"scenario\": {}, \"points\": [{}]}}\n", json_string(scenario.title), text);
}

// None where no run finished.
std::optional<Time> shortest(const std::vector<SweepPoint>& points) {
  std::optional<Time> time;
  for (const SweepPoint& point : points) {
    if (is_finished(point) && (!time || point.makespan < *time)) time = point.makespan;
  }
  return time;
}

// The fewest workers that come within 5 % of the shortest time. None where it is the last point and more workers might
// do better still.
std::optional<int> knee(const std::vector<SweepPoint>& points, std::size_t tasks) {
  const auto time = shortest(points);
  if (!time) return std::nullopt;
  const double enough = seconds(*time) * 1.05;
  const auto found = std::find_if(points.begin(), points.end(), [&](const SweepPoint& point) {
    return is_finished(point) && seconds(point.makespan) <= enough;
  });
  const bool more_cannot_help = static_cast<std::size_t>(found->max_workers) >= tasks;
  if (found + 1 == points.end() && !more_cannot_help) return std::nullopt;
  return found->max_workers;
}

std::string as_table(const Scenario& scenario, const RunSettings& settings, const std::vector<SweepPoint>& points) {
  constexpr std::string_view kMark = "  <- knee";
  const std::string head = fmt::format("{:>11}  {:>12}  ", "max_workers", "makespan");
  const int width = std::max(columns() - static_cast<int>(head.size() + kMark.size()), 10);
  const bool utf8 = writes_utf8();
  const auto marked = knee(points, scenario.tasks.size());
  Time longest{};
  for (const SweepPoint& point : points) {
    if (is_finished(point)) longest = std::max(longest, point.makespan);
  }
  const std::string program = program_text(scenario, settings);
  std::string text = fmt::format("{}, {}{}{}\n\n{:>11}  {:>12}\n", scenario.title,
                                 settings.mode == Mode::processes ? "on processes" : "on a thread pool",
                                 program.empty() ? "" : ", ", program, "max_workers", "makespan");
  for (const SweepPoint& point : points) {
    std::string line =
        fmt::format("{:>11}  {:>12}  {}", point.max_workers, readable_seconds(point.makespan),
                    is_finished(point) ? bar(point.makespan, longest, width, utf8) : std::string(name(point.outcome)));
    if (point.max_workers == marked) line += kMark;
    text += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
  }
  if (marked) text += "\nknee: the fewest workers within 5 % of the shortest time\n";
  return text;
}

ExitCode execute(const SweepOptions& options) {
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
  options.program.apply_to(settings);
  settings.mode = options.mode.value_or(traits(settings.mode).has_max_workers ? settings.mode : Mode::pool);
  if (const auto why = refusal(scenario.value(), settings.mode)) {
    complain(*why);
    return ExitCode::bad_input;
  }
  const auto points = sweep_max_workers(scenario.value(), settings, options.first, options.last);
  return deliver(OutputTarget("-"),
                 options.json ? as_json(scenario.value(), points) : as_table(scenario.value(), settings, points));
}

}  // namespace

Command add_sweep_command(CLI::App& program) {
  CLI::App* const app = program.add_subcommand("sweep", "Show how long a pool takes with each max_workers");
  const auto options = std::make_shared<SweepOptions>();
  add_scenario(*app, options->source);
  app->add_option_function<std::string>(
         "--workers", [options](const std::string& text) { read_range(text, *options); },
         "The sizes to try, A..B or one number; default 1..16")
      ->type_name("A..B");
  static constexpr std::array kModesWithLimit = {Mode::pool, Mode::processes};
  add_choice(
      *app, "--mode", {{std::string(name(Mode::pool)), std::string(name(Mode::processes))}, {}},
      [options](std::size_t chosen) { options->mode = kModesWithLimit.at(chosen); },
      "pool or processes;\ndefault: as the scenario says, or pool");
  add_language(*app, options->program);
  add_choice(
      *app, "--format", {{"table", "json"}, {}}, [options](std::size_t chosen) { options->json = chosen == 1; },
      "table (default) or json");
  app->parse_complete_callback([options] { refuse_contradictions(options->program); });
  app->footer("Example: interleave-cli sweep downloads --workers 1..8");
  return {app, [options] { return execute(*options); }};
}

}  // namespace interleave::cli

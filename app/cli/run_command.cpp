#include <chrono>
#include <filesystem>
#include <fmt/format.h>
#include <limits>
#include <memory>
#include <optional>
#include <string>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/messages.h"
#include "app/cli/options.h"
#include "app/cli/output.h"
#include "app/cli/platform/interrupt.h"
#include "app/cli/platform/terminal.h"
#include "core/interchange/chart.h"
#include "core/interchange/record_json.h"
#include "core/listing/listing.h"
#include "core/run/live_run.h"
#include "core/run/simulate.h"
#include "core/scenario/source.h"

namespace interleave::cli {
namespace {

enum class Format { console, chart, json, python, cpp };

struct RunOptions {
  std::string source;
  std::optional<Mode> mode;
  std::optional<int> max_workers;
  ClockKind clock = ClockKind::virtual_time;
  double speed = 1;
  std::uint64_t seed = 0;
  Format format = Format::console;
  std::string output = "-";
};

RunSettings settings_of(const Scenario& scenario, const RunOptions& options) {
  RunSettings settings = default_settings(scenario);
  settings.mode = options.mode.value_or(settings.mode);
  settings.max_workers = options.max_workers.value_or(settings.max_workers);
  settings.seed = options.seed;
  return settings;
}

std::string text_of(const Timeline& timeline, Format format, const OutputTarget& target) {
  switch (format) {
    case Format::console:
      return console_text(timeline);
    case Format::json:
      return record_json(timeline);
    case Format::chart:
    case Format::python:
    case Format::cpp:
      break;
  }
  return text_chart(timeline, {.columns = target.is_stdout() ? columns() : columns_of_a_file(), .utf8 = writes_utf8()});
}

// Says how the run ended where that is not plain from its result.
ExitCode verdict(const Timeline& timeline) {
  const RunEnd& end = timeline.end().value();
  const std::string because = end.error.empty() ? "" : ": " + end.error;
  switch (end.outcome) {
    case Outcome::finished:
      return ExitCode::done;
    case Outcome::cancelled:
      complain(fmt::format("cancelled at {:.2f} s", seconds(end.time)));
      return ExitCode::interrupted;
    case Outcome::deadlocked:
      complain(fmt::format("the run deadlocked at {:.2f} s{}", seconds(end.time), because));
      return ExitCode::failed;
    case Outcome::failed:
    case Outcome::not_started:
      break;
  }
  complain("the run failed" + because);
  return ExitCode::failed;
}

ExitCode write_result(const Timeline& timeline, const std::string& text, Format format, const OutputTarget& target) {
  const std::string& note = timeline.info().note;
  if (!note.empty() && format != Format::chart) complain(note);  // a chart says it itself
  const ExitCode written = deliver(target, text);
  const ExitCode ended = verdict(timeline);
  return written == ExitCode::done ? ended : written;
}

ExitCode run_virtually(const Scenario& scenario, const RunOptions& options, const OutputTarget& target) {
  const auto timeline = simulate(scenario, settings_of(scenario, options));
  return write_result(*timeline, text_of(*timeline, options.format, target), options.format, target);
}

ExitCode run_really(const Scenario& scenario, const RunOptions& options, const OutputTarget& target) {
  constexpr auto kPollEvery = std::chrono::milliseconds(5);
  const bool prints_live = options.format == Format::console && target.is_stdout();
  const InterruptWatch watch;
  LiveRun run(scenario, settings_of(scenario, options), options.speed);
  const auto timeline = run.timeline();
  LiveConsole console;
  while (!timeline->finished()) {
    run.wait_for(kPollEvery);
    if (watch.interrupted()) run.cancel();
    if (!prints_live) continue;
    if (const WriteError error = console.print_new(*timeline)) {
      complain(*error);
      return ExitCode::bad_input;
    }
  }
  const std::string text = prints_live ? elapsed_line(*timeline) : text_of(*timeline, options.format, target);
  return write_result(*timeline, text, options.format, target);
}

bool is_program(Format format) { return format == Format::python || format == Format::cpp; }

// Writes the program instead of running the scenario.
ExitCode list(const Scenario& scenario, const RunOptions& options, const OutputTarget& target) {
  const RunSettings settings = settings_of(scenario, options);
  const Language language = options.format == Format::python ? Language::python : Language::cpp;
  return deliver(target, list_program(scenario, settings.mode, settings.max_workers, language).text());
}

// Whether the result would replace the scenario that it is the result of.
bool overwrites_scenario(const RunOptions& options) {
  std::error_code different;
  return std::filesystem::equivalent(options.source, options.output, different) &&
         std::filesystem::is_regular_file(options.output, different);
}

ExitCode execute(const RunOptions& options) {
  if (overwrites_scenario(options)) {
    complain(fmt::format("{} is the scenario itself; name another file for the result", options.output));
    return ExitCode::bad_input;
  }
  const auto scenario = read_scenario(options.source);
  if (!scenario) {
    write_to_stderr(to_string(scenario.error()));
    return ExitCode::bad_input;
  }
  const OutputTarget target(options.output);
  if (const WriteError error = target.check()) {
    complain(*error);
    return ExitCode::bad_input;
  }
  if (is_program(options.format)) return list(scenario.value(), options, target);
  return options.clock == ClockKind::virtual_time ? run_virtually(scenario.value(), options, target)
                                                  : run_really(scenario.value(), options, target);
}

// What only a run obeys, a program that is written cannot.
void refuse_run_options(const CLI::App& app, const RunOptions& options) {
  if (!is_program(options.format)) return;
  if (options.clock == ClockKind::real_time) {
    refuse("--clock",
           "real runs the scenario, and --format python or cpp only writes its program; leave one of them away");
  }
  if (app.count("--speed") > 0) {
    refuse("--speed", "a program that is written takes its speed from the environment variable TIME_SCALE");
  }
  if (app.count("--seed") > 0) refuse("--seed", "what happens at one instant in a written program, its system decides");
}

void add_options(CLI::App& app, const std::shared_ptr<RunOptions>& options) {
  add_scenario(app, options->source);
  add_choice(
      app, "--mode", {{"sequential", "coroutine", "threads", "pool"}, {"processes"}},
      [options](std::size_t chosen) { options->mode = kModes.at(chosen); },
      "How the tasks are executed;\ndefault: as the scenario says");
  add_whole_number(
      app, "--max-workers", 1, kMostWorkers,
      [options](std::uint64_t value) { options->max_workers = static_cast<int>(value); },
      "Threads of the pool, 1 to 1024;\ndefault: as the scenario says");
  add_choice(
      app, "--clock", {{"virtual", "real"}, {}},
      [options](std::size_t chosen) { options->clock = chosen == 0 ? ClockKind::virtual_time : ClockKind::real_time; },
      "virtual: simulated, at once and exactly (default)\nreal: on real threads, as long as it takes");
  add_decimal(
      app, "--speed", 0.1, 100, [options](double value) { options->speed = value; },
      "Scenario seconds in a second of the real clock,\n0.1 to 100; default 1");
  add_whole_number(
      app, "--seed", 0, std::numeric_limits<std::uint64_t>::max(),
      [options](std::uint64_t value) { options->seed = value; },
      "Shuffles what happens at one instant;\ndefault 0: in order of request");
  add_choice(
      app, "--format", {{"console", "chart", "json", "python", "cpp"}, {"trace", "csv", "svg"}},
      [options](std::size_t chosen) { options->format = static_cast<Format>(chosen); },
      "console: what the program prints (default)\nchart: bars by task and by worker\njson: the whole record\n"
      "python, cpp: the program that does it, instead of a run");
  app.add_option("-o,--output", options->output, "Write to this file: replaced whole or not at all")->type_name("FILE");
  app.add_option_function<std::string>(
         "--schedule", [](const std::string&) { refuse("--schedule", "not supported by this version"); })
      ->group("");
  app.parse_complete_callback([&app, options] { refuse_run_options(app, *options); });
}

}  // namespace

Command add_run_command(CLI::App& program) {
  CLI::App* const app = program.add_subcommand("run", "Run a scenario and show what happened");
  const auto options = std::make_shared<RunOptions>();
  add_options(*app, options);
  app->footer(
      "Ctrl-C ends a run on the real clock, and the record so far is written.\n\n"
      "Example: interleave-cli run coffee-shop --mode pool --max-workers 2 --clock real --speed 2");
  return {app, [options] { return execute(*options); }};
}

}  // namespace interleave::cli

#include <chrono>
#include <filesystem>
#include <fmt/format.h>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/format.h"
#include "app/cli/language_options.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"
#include "app/cli/platform/interrupt.h"
#include "app/cli/remarks.h"
#include "app/command_line/options.h"
#include "app/files/interrupts_held.h"
#include "core/base/alternatives.h"
#include "core/listing/list_program.h"
#include "core/live/live_run.h"
#include "core/run/refusal.h"
#include "core/run/schedule_reader.h"
#include "core/run/simulate.h"
#include "core/scenario/source.h"

namespace interleave::cli {
namespace {

struct RunOptions {
  std::string source;
  std::optional<Mode> mode;
  std::optional<int> max_workers;
  ClockKind clock = ClockKind::virtual_time;
  double speed = 1;
  std::uint64_t seed = 0;
  std::optional<std::string> schedule;
  Timing timing = Timing::any;
  bool with_lines = false;
  Format format = Format::console;
  LanguageOptions program;
  std::optional<Language> listing;  // of the program that is written instead of a run
  std::string output = "-";
};

RunSettings settings_of(const Scenario& scenario, const RunOptions& options) {
  RunSettings settings = default_settings(scenario);
  settings.mode = options.mode.value_or(settings.mode);
  settings.max_workers = options.max_workers.value_or(settings.max_workers);
  settings.seed = options.seed;
  options.program.apply_to(settings);
  return settings;
}

ExitCode write_result(const Timeline& timeline, const std::string& text, Format format, const OutputTarget& target) {
  const ExitCode written = deliver(target, text);
  say_remarks(timeline, format);
  return written == ExitCode::done ? exit_code_of(timeline) : written;
}

ExitCode refuse_schedule(const std::string& why) {
  complain("--schedule: " + why);
  return ExitCode::bad_input;
}

ExitCode run_virtually(const SourcedScenario& sourced, const RunOptions& options, const OutputTarget& target) {
  RunSettings settings = settings_of(sourced.scenario, options);
  settings.with_lines = options.with_lines;
  settings.timing = options.timing;
  if (options.timing == Timing::exact) {
    if (const auto why = exact_time_refusal(sourced.scenario, settings)) {
      complain(*why);
      return ExitCode::bad_input;
    }
  }
  const Simulator simulator(sourced.scenario);
  if (options.schedule) {
    auto schedule = read_schedule(*options.schedule, task_names(sourced.scenario));
    if (!schedule) return refuse_schedule(schedule.error());
    settings.schedule = std::move(schedule).value();
  }
  const auto run = simulator.run_by_schedule(settings);
  if (!run) return refuse_schedule(run.error());
  const Timeline& timeline = *run.value();
  return write_result(timeline, text_of(timeline, options.format, target, sourced.text), options.format, target);
}

ExitCode run_really(const SourcedScenario& sourced, const RunOptions& options, const OutputTarget& target) {
  constexpr auto kPollEvery = std::chrono::milliseconds(5);
  const bool prints_live = options.format == Format::console && target.is_stdout();
  const InterruptWatch watch;
  // Its threads are never interrupted; and clang 14's ThreadSanitizer loses a signal that comes while a thread is about
  // to wait for the first time.
  std::optional<InterruptsHeld> until_it_waited(std::in_place);
  LiveRun run(sourced.scenario, settings_of(sourced.scenario, options), options.speed);
  const auto timeline = run.timeline();
  LiveConsole console;
  while (!timeline->finished()) {
    run.wait_for(kPollEvery);
    until_it_waited.reset();
    if (watch.interrupted()) run.cancel();
    if (!prints_live) continue;
    if (const WriteError error = console.print_new(*timeline)) {
      complain(*error);
      return ExitCode::bad_input;
    }
  }
  const std::string text =
      prints_live ? elapsed_line(*timeline) : text_of(*timeline, options.format, target, sourced.text);
  return write_result(*timeline, text, options.format, target);
}

// Writes the program instead of running the scenario.
ExitCode write_program(const Scenario& scenario, Language language, const RunOptions& options,
                       const OutputTarget& target) {
  const RunSettings settings = settings_of(scenario, options);
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
  const auto scenario = read_scenario_and_text(options.source);
  if (!scenario) {
    write_to_stderr(to_string(scenario.error()));
    return ExitCode::bad_input;
  }
  if (const auto problem = options.program.problem_with(scenario.value().scenario)) {
    complain(*problem);
    return ExitCode::bad_input;
  }
  if (const auto why = refusal(scenario.value().scenario, settings_of(scenario.value().scenario, options).mode)) {
    complain(*why);
    return ExitCode::bad_input;
  }
  const OutputTarget target(options.output);
  if (options.format == Format::recording && target.is_stdout()) {
    complain(std::string(kNeedsFile));
    return ExitCode::bad_input;
  }
  if (const WriteError error = target.check()) {
    complain(*error);
    return ExitCode::bad_input;
  }
  if (options.listing) return write_program(scenario.value().scenario, *options.listing, options, target);
  return options.clock == ClockKind::virtual_time ? run_virtually(scenario.value(), options, target)
                                                  : run_really(scenario.value(), options, target);
}

// What only a run obeys, a program that is written cannot.
void refuse_run_options(const CLI::App& app, const RunOptions& options) {
  const bool is_real = options.clock == ClockKind::real_time;
  if (is_real && options.schedule) refuse("--schedule", "on the real clock the system decides; leave one of them away");
  if (is_real && options.format == Format::schedule) {
    refuse("--format", "the steps of a run on the real clock are in no one order; leave one of them away");
  }
  if (options.schedule && app.count("--seed") > 0) {
    refuse("--seed", "a schedule says the order itself; leave one of them away");
  }
  if (app.count("--timing") > 0 && !options.schedule) {
    refuse("--timing", "it says what --schedule supposes of time; without one nothing is late");
  }
  if (!options.listing) return;
  if (options.schedule) refuse("--schedule", "what goes first in a written program, its system decides");
  if (options.program.language.value_or(*options.listing) != *options.listing) {
    refuse("--language", fmt::format("{} contradicts --format {}; leave one of them away",
                                     name(*options.program.language), name(*options.listing)));
  }
  refuse_contradictions({options.listing, options.program.gil});
  if (options.clock == ClockKind::real_time) {
    refuse("--clock",
           "real runs the scenario, and --format python or cpp only writes its program; leave one of them away");
  }
  if (app.count("--speed") > 0) {
    refuse("--speed", "a program that is written takes its speed from the environment variable TIME_SCALE");
  }
  if (app.count("--seed") > 0) refuse("--seed", "what happens at one instant in a written program, its system decides");
}

// The formats of a run, then the languages of a program, as one list of words.
void add_format(CLI::App& app, const std::shared_ptr<RunOptions>& options) {
  std::vector<std::string> words = {"console", "chart", "json", "trace", "csv", "svg", "schedule", "recording"};
  const std::size_t formats = words.size();
  for (const Language language : kLanguages) words.emplace_back(name(language));
  add_choice(
      app, "--format", {std::move(words), {}},
      [options, formats](std::size_t chosen) {
        if (chosen < formats) options->format = static_cast<Format>(chosen);
        if (chosen >= formats) options->listing = kLanguages.at(chosen - formats);
      },
      "console: what the program prints (default)\nchart: bars by task and by worker\njson: the whole record\n"
      "trace: for Perfetto or chrome://tracing\ncsv: a row a span, for spreadsheets\nsvg: the bars as a picture\n"
      "schedule: the order of its steps that count, for --schedule\n"
      "recording: the run itself, for `show` and the window\n"
      "python, cpp: the program that does it, instead of a run");
}

void add_options(CLI::App& app, const std::shared_ptr<RunOptions>& options) {
  add_scenario(app, options->source);
  add_choice(
      app, "--mode", {{kModeNames.begin(), kModeNames.end()}, {}},
      [options](std::size_t chosen) { options->mode = kModes.at(chosen); },
      fmt::format("How the tasks are executed:\n{};\ndefault: as the scenario says", alternatives(kModeNames)));
  add_whole_number(
      app, "--max-workers", 1, kMostWorkers,
      [options](std::uint64_t value) { options->max_workers = static_cast<int>(value); },
      "Threads or processes of the pool, 1 to 1024;\ndefault: as the scenario says");
  add_language(app, options->program);
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
  add_format(app, options);
  app.add_option("-o,--output", options->output, "Write to this file: replaced whole or not at all")->type_name("FILE");
  app.add_option("--schedule", options->schedule,
                 "The order of the steps that count, from the start,\nas `explore` and --format schedule give it:\n"
                 "desk 1, desk 2:2, desk 1")
      ->type_name("SCHEDULE");
  add_choice(
      app, "--timing", {{kTimingWords.begin(), kTimingWords.end()}, {}},
      [options](std::size_t chosen) { options->timing = static_cast<Timing>(chosen); },
      "What the schedule supposes of time:\nany (default): a step may come late by any time\n"
      "exact: nothing is late, only steps due at one moment\nchange places");
  app.add_flag("--lines", options->with_lines, "Printed lines are steps that count too");
  app.parse_complete_callback([&app, options] {
    refuse_contradictions(options->program);
    refuse_run_options(app, *options);
  });
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

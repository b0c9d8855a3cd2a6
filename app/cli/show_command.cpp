#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <string>

#include "app/cli/commands.h"
#include "app/cli/format.h"
#include "app/cli/messages.h"
#include "app/cli/output.h"
#include "app/cli/remarks.h"
#include "app/command_line/options.h"
#include "app/files/read_file.h"
#include "core/interchange/recording.h"

namespace interleave::cli {
namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 30U;

struct ShowOptions {
  std::string recording;
  Format format = Format::console;
  std::string output = "-";
};

ExitCode refuse_with(const std::string& message) {
  complain(message);
  return ExitCode::bad_input;
}

// Whether the result would replace the recording that it is the result of.
bool overwrites_recording(const ShowOptions& options) {
  std::error_code different;
  return std::filesystem::equivalent(options.recording, options.output, different) &&
         std::filesystem::is_regular_file(options.output, different);
}

ExitCode execute(const ShowOptions& options) {
  if (overwrites_recording(options)) {
    return refuse_with(fmt::format("{} is the recording itself; name another file for the result", options.output));
  }
  const OutputTarget target(options.output);
  if (options.format == Format::recording && target.is_stdout()) return refuse_with(std::string(kNeedsFile));
  const auto bytes = read_file(options.recording, kMostBytes);
  if (!bytes) return refuse_with(bytes.error().message);
  const auto recording = read_recording(bytes.value());
  if (!recording) return refuse_with(fmt::format("{} {}", options.recording, recording.error()));
  const Timeline& timeline = *recording.value().timeline;
  if (options.format == Format::schedule && !timeline.info().schedule) return refuse_with(std::string(kHasNoSchedule));
  const ExitCode shown = deliver(target, text_of(timeline, options.format, target, recording.value().scenario));
  say_remarks(timeline, options.format);
  return shown;
}

}  // namespace

Command add_show_command(CLI::App& program) {
  CLI::App* const app = program.add_subcommand("show", "Show a run that was recorded");
  const auto options = std::make_shared<ShowOptions>();
  app->add_option("RECORDING", options->recording, "A file that `run --format recording -o FILE` wrote")->required();
  add_choice(
      *app, "--format", {{"console", "chart", "json", "trace", "csv", "svg", "schedule", "recording"}, {}},
      [options](std::size_t chosen) { options->format = static_cast<Format>(chosen); },
      "console (default), chart, json, trace, csv, svg,\nschedule or recording, as of `run`");
  app->add_option("-o,--output", options->output, "Write to this file: replaced whole or not at all")
      ->type_name("FILE");
  app->footer(
      "The exit code is 0 where the run could be shown, however it ended.\n\n"
      "Example: interleave-cli show run.interleave --format chart");
  return {app, [options] { return execute(*options); }};
}

}  // namespace interleave::cli

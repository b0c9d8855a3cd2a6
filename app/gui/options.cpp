#include "app/gui/options.h"

#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>
#include <fmt/format.h>
#include <iostream>

#include "app/command_line/help.h"
#include "app/command_line/options.h"
#include "app/command_line/usage_error.h"
#include "app/gui/model/state/theme_name.h"
#include "core/base/alternatives.h"
#include "core/base/utf8.h"
#include "core/scenario/scenario.h"

namespace interleave::gui {

namespace {

constexpr int kUsageError = 2;
constexpr int kLeastPixels = 320;
constexpr int kMostPixels = 8192;
constexpr int kLeastScale = 50;
constexpr int kMostScale = 400;
constexpr double kLatest = 1e10;
constexpr int kMostSlides = 2000;

// "1600x900"
Size read_size(const std::string& text) {
  Size size;
  char rest = 0;
  const int read = std::sscanf(text.c_str(), "%5dx%5d%c", &size.width, &size.height, &rest);
  const auto fits = [](int pixels) { return pixels >= kLeastPixels && pixels <= kMostPixels; };
  if (read != 2 || !fits(size.width) || !fits(size.height)) {
    cli::refuse("--size", fmt::format("{} is not WIDTHxHEIGHT, each from {} to {}; write --size 1600x900",
                                      in_quotes(text), kLeastPixels, kMostPixels));
  }
  return size;
}

void add_pictures(CLI::App& app, Options& options) {
  auto* const screenshot =
      app.add_option("--screenshot", options.screenshot, "Write a picture of the finished simulated run and exit")
          ->type_name("FILE");
  app.add_option("--gallery", options.gallery,
                 "Write pictures of every mode, panel and theme and exit;\nnot together with --screenshot")
      ->type_name("DIRECTORY")
      ->excludes(screenshot);
  app.add_option_function<std::string>(
         "--size", [&options](const std::string& text) { options.size = read_size(text); },
         fmt::format("Of the window or the picture, {} to {} pixels each way", kLeastPixels, kMostPixels))
      ->type_name("WxH");
}

void add_run(CLI::App& app, Options& options) {
  cli::add_choice(
      app, "--mode", {{kModeNames.begin(), kModeNames.end()}, {}},
      [&options](std::size_t chosen) { options.mode = kModes.at(chosen); },
      fmt::format("How it is executed: {};\ndefault: as the scenario says", alternatives(kModeNames)));
  cli::add_whole_number(
      app, "--max-workers", 1, kMostWorkers,
      [&options](std::uint64_t value) { options.max_workers = static_cast<int>(value); },
      fmt::format("Threads or processes of the pool, 1 to {}", kMostWorkers));
  cli::add_decimal(
      app, "--at", 0, kLatest, [&options](double value) { options.at = value; },
      "The moment to show; default: the last")
      ->type_name("SECONDS");
}

void add_looks(CLI::App& app, Options& options) {
  cli::add_choice(
      app, "--view", {{"task", "worker", "compare"}, {}},
      [&options](std::size_t chosen) {
        options.view = chosen == 0 ? View::by_task : View::by_worker;
        options.comparing = chosen == 2 ? Comparing::yes : Comparing::no;
      },
      "What each line of the timeline is; compare: all modes below each other");
  cli::add_choice(
      app, "--theme", {{"dark", "light", "contrast"}, {}},
      [&options](std::size_t chosen) {
        constexpr std::array kThemes = {ThemeName::dark, ThemeName::light, ThemeName::contrast};
        options.theme = kThemes.at(chosen);
      },
      "Colours");
  app.add_flag("--present", options.present, "The layout for a hall: the picture as large as can be");
  cli::add_whole_number(
      app, "--scale", kLeastScale, kMostScale,
      [&options](std::uint64_t value) { options.scale = static_cast<int>(value); },
      fmt::format("Of text and all else, {} to {}", kLeastScale, kMostScale))
      ->type_name("PERCENT");
}

}  // namespace

ParsedOptions parse_options(int argc, char** argv) {
  CLI::App app("Shows how tasks share time: opens a window on a scenario.", "interleave");
  constexpr std::size_t kOptionsWidth = 32;
  cli::speak_plainly(app, kOptionsWidth);
  app.set_version_flag("--version", "interleave " INTERLEAVE_VERSION, "Say which version this is");
  ParsedOptions parsed;
  app.add_option("SCENARIO", parsed.options.scenario,
                 "A file, - for standard input, or the name\nof a built-in scenario");
  app.add_option("--lesson", parsed.options.lesson, "A lesson to open: a file, or the name of a built-in one")
      ->type_name("LESSON");
  cli::add_whole_number(
      app, "--slide", 1, kMostSlides,
      [&parsed](std::uint64_t value) { parsed.options.slide = static_cast<std::size_t>(value); },
      "Of the lesson, from 1");
  add_pictures(app, parsed.options);
  add_run(app, parsed.options);
  add_looks(app, parsed.options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {
    parsed.exit_code = app.exit(success);
  } catch (const CLI::ParseError& error) {
    std::cerr << "interleave: " << cli::explain(app, error) << "\nTry: interleave --help\n";
    parsed.exit_code = kUsageError;
  }
  return parsed;
}

}  // namespace interleave::gui

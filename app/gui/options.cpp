#include "app/gui/options.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iostream>
#include <map>
#include <string_view>
#include <vector>

#include "app/gui/model/state/theme_name.h"
#include "core/scenario/scenario.h"

namespace interleave::gui {

namespace {

constexpr int kUsageError = 2;
constexpr int kLeastPixels = 320;
constexpr int kMostPixels = 8192;

// "1600x900"
Size read_size(const std::string& text) {
  Size size;
  char rest = 0;
  const int read = std::sscanf(text.c_str(), "%5dx%5d%c", &size.width, &size.height, &rest);
  const auto fits = [](int pixels) { return pixels >= kLeastPixels && pixels <= kMostPixels; };
  if (read != 2 || !fits(size.width) || !fits(size.height)) {
    throw CLI::ValidationError(
        "--size", fmt::format("'{}' is not WIDTHxHEIGHT, each from {} to {}; write --size 1600x900", text, kLeastPixels,
                              kMostPixels));
  }
  return size;
}

void add_options(CLI::App& app, Options& options) {
  app.add_option("SCENARIO", options.scenario, "A file, - for standard input, or the name of a built-in scenario")
      ->type_name(" ");
  app.add_option("--screenshot", options.screenshot, "Write a picture of the finished simulated run and exit")
      ->type_name("FILE");
  app.add_option("--gallery", options.gallery, "Write pictures of every mode, panel and theme and exit")
      ->type_name("DIRECTORY")
      ->excludes("--screenshot");
  app.add_option_function<std::string>(
         "--size", [&options](const std::string& text) { options.size = read_size(text); },
         "Of the window or the picture")
      ->type_name("WxH");
  std::map<std::string, Mode> modes;
  std::vector<std::string_view> words;
  for (const Mode mode : kModes) {
    modes.emplace(name(mode), mode);
    words.push_back(name(mode));
  }
  app.add_option("--mode", options.mode, "How it is executed; else as the scenario says")
      ->transform(CLI::CheckedTransformer(modes))
      ->type_name(fmt::format("{}", fmt::join(words, "|")));
  app.add_option("--max-workers", options.max_workers, "Of the thread pool")
      ->check(CLI::Range(1, kMostWorkers))
      ->type_name("N");
  app.add_option_function<std::string>(
         "--view",
         [&options](const std::string& text) {
           options.view = text == "task" ? View::by_task : View::by_worker;
           options.comparing = text == "compare" ? Comparing::yes : Comparing::no;
         },
         "What each line of the timeline is; compare: all modes below each other")
      ->check(CLI::IsMember({"task", "worker", "compare"}))
      ->type_name("task|worker|compare");
  app.add_option("--at", options.at, "The moment to show; else the last")
      ->check(CLI::Range(0.0, 1e10))
      ->type_name("SECONDS");
  const std::map<std::string, ThemeName> themes = {
      {"dark", ThemeName::dark}, {"light", ThemeName::light}, {"contrast", ThemeName::contrast}};
  app.add_option("--theme", options.theme, "Colours")
      ->transform(CLI::CheckedTransformer(themes))
      ->type_name("dark|light|contrast");
  app.add_flag("--present", options.present, "The layout for a hall: large text, only what all look at");
  app.add_option("--scale", options.scale, "Of text and all else")->check(CLI::Range(50, 400))->type_name("PERCENT");
}

}  // namespace

ParsedOptions parse_options(int argc, char** argv) {
  CLI::App app("Shows how tasks share time: opens a window on a scenario.", "interleave");
  app.set_version_flag("--version", "interleave " INTERLEAVE_VERSION);
  ParsedOptions parsed;
  add_options(app, parsed.options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {
    parsed.exit_code = app.exit(success);
  } catch (const CLI::ParseError& error) {
    std::cerr << "interleave: " << error.what() << "\nTry interleave --help.\n";
    parsed.exit_code = kUsageError;
  }
  return parsed;
}

}  // namespace interleave::gui

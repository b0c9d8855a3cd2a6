#include <algorithm>
#include <fmt/format.h>
#include <iostream>

#include "app/gui/model/gallery.h"
#include "app/gui/model/lesson/play_lesson.h"
#include "app/gui/model/lesson/walk_slides.h"
#include "app/gui/model/state/scales.h"
#include "app/gui/model/update/apply_settings.h"
#include "app/gui/model/update/make_app.h"
#include "app/gui/model/update/open_file.h"
#include "app/gui/model/update/update.h"
#include "app/gui/options.h"
#include "app/gui/platform/gallery_files.h"
#include "app/gui/platform/main_loop.h"
#include "app/gui/platform/real_engine.h"
#include "app/gui/platform/real_files.h"
#include "app/gui/platform/screenshot.h"
#include "app/gui/platform/settings_file.h"
#include "core/processes/worker_command.h"
#include "core/scenario/built_in.h"
#include "core/scenario/loader.h"
#include "core/scenario/source.h"

namespace interleave::gui {

namespace {

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kBadInput = 2;
constexpr int kNoDisplay = 3;
constexpr int kNoOpenGl = 4;

std::vector<ScenarioEntry> built_in_entries() {
  std::vector<ScenarioEntry> entries;
  for (const BuiltIn& built_in : built_in_scenarios()) {
    auto loaded = load_scenario(built_in.text, built_in.name);
    if (loaded) {
      auto scenario = std::make_shared<const Scenario>(std::move(loaded).value());
      entries.push_back({std::string(built_in.name), std::move(scenario)});
    }
  }
  return entries;
}

// A file that was named on the command line is edited and saved like one that was opened in the window.
Document document_of_file(Files& files, const std::string& name, const std::shared_ptr<const Scenario>& scenario) {
  auto text = files.read(name);
  std::shared_ptr<const std::string> written;
  if (text) written = std::make_shared<const std::string>(std::move(text).value());
  return Document({scenario, written, ""}, files.absolute(name));
}

// The entries, and which of them the window opens on.
struct Entries {
  std::vector<ScenarioEntry> all;
  std::size_t chosen = 0;
};

std::string put_recording_first(std::vector<ScenarioEntry>& entries, const std::string& name, Files& files) {
  const auto bytes = files.read(name);
  if (!bytes) return fmt::format("interleave: {}\n", bytes.error().message);
  auto recorded = read_recorded_run(bytes.value(), files.absolute(name));
  if (!recorded) {
    return fmt::format("interleave: {}\n{}", recorded.error().message, to_string(recorded.error().diagnostics));
  }
  ScenarioEntry entry = opened_entry(std::move(recorded).value(), files.stamp(files.absolute(name)));
  entry.name = name;
  entries.insert(entries.begin(), std::move(entry));
  return {};
}

// Chooses the named one: a built-in scenario where it stands, and a file as the first. The error is what to print.
std::string choose(Entries& entries, const std::string& name, Files& files) {
  const auto named = [&](const ScenarioEntry& entry) { return entry.name == name; };
  const auto found = std::find_if(entries.all.begin(), entries.all.end(), named);
  if (found != entries.all.end()) {
    entries.chosen = static_cast<std::size_t>(found - entries.all.begin());
    return {};
  }
  if (is_recording(name)) return put_recording_first(entries.all, name, files);
  auto scenario = read_scenario(name);
  if (!scenario) return to_string(scenario.error());
  ScenarioEntry entry{name, std::make_shared<const Scenario>(std::move(scenario).value())};
  const bool is_file = name != "-";
  if (is_file) {
    entry.document = document_of_file(files, name, entry.scenario);
    entry.stamp = files.stamp(entry.document.path());
  }
  entries.all.insert(entries.all.begin(), std::move(entry));
  return {};
}

void apply(AppState& state, const Options& options) {
  if (options.mode) update(state, command::SetMode{*options.mode});
  if (options.max_workers) update(state, command::SetMaxWorkers{*options.max_workers});
  if (options.view) update(state, command::SetView{*options.view});
  if (options.comparing) update(state, command::SetComparing{*options.comparing});
  if (options.theme) state.theme = *options.theme;
  if (options.scale) state.text_scale = *options.scale;
  state.presenting = options.present;
  if (!options.lesson.empty()) update(state, command::OpenLesson{options.lesson});
  if (options.slide) update(state, command::GoToSlide{*options.slide});
}

Size size_of(const Options& options, const Settings& settings) {
  // A window of which hardly anything was left is no place to start in.
  constexpr Size kLeast{640, 400};
  return options.size.value_or(Size{std::max(settings.width, kLeast.width), std::max(settings.height, kLeast.height)});
}

int exit_code(const std::string& error) {
  if (error.empty()) return kDone;
  std::cerr << "interleave: " << error << '\n';
  return kFailed;
}

int without_window(const NoWindow& why) {
  std::cerr << "interleave: " << why.message << '\n';
  return why.is_missing == NoWindow::What::display ? kNoDisplay : kNoOpenGl;
}

int take_screenshot(Graphics& graphics, AppState& state, const Options& options) {
  graphics.start_imgui();
  // A lesson says itself what is run, and how far.
  if (options.lesson.empty() || options.at) show_moment(state, options.at);
  if (state.lesson != nullptr) show_whole_slide(state);
  come_to_rest(state);
  return exit_code(write_screenshot(graphics, state, size_of(options, {}), options.screenshot));
}

int make_gallery(const std::string& directory) {
  constexpr Size kSize{1600, 900};
  auto graphics = Graphics::open(kSize, Visibility::hidden);
  if (!graphics) return without_window(graphics.error());
  graphics.value().start_imgui();
  const auto fresh_state = [] { return make_app(real_engine(), built_in_entries()); };
  return exit_code(write_gallery(graphics.value(), directory, kSize, fresh_state));
}

// The scenario of the last time, unless its file is gone or has become bad: then the window opens on another.
void reopen(Entries& entries, const Settings& settings, Files& files) {
  if (!settings.scenario.empty()) choose(entries, settings.scenario, files);
}

int run(const Options& options) {
  if (!options.gallery.empty()) return make_gallery(options.gallery);
  const bool picture = !options.screenshot.empty();
  SettingsFile settings_file(picture ? "" : settings_path());
  const Settings settings = settings_file.load();
  Entries entries{built_in_entries()};
  const auto files = real_files();
  if (options.scenario.empty()) {
    reopen(entries, settings, *files);
  } else if (const std::string error = choose(entries, options.scenario, *files); !error.empty()) {
    std::cerr << error;
    return kBadInput;
  }
  AppState state = make_app(real_engine(), std::move(entries.all), entries.chosen);
  state.files = files;
  state.lesson_player = lesson_player();
  // What somebody set for one scenario is no setting of the next.
  if (state.scenarios[state.chosen].name == settings.scenario) apply_to_run(settings, state);
  if (!picture) apply(settings, state);
  apply(state, options);
  const Size size = size_of(options, settings);
  const Visibility visibility = picture ? Visibility::hidden : Visibility::shown;
  const float scale = shown_scale(state, static_cast<float>(size.width), static_cast<float>(size.height)) / 100;
  auto graphics = Graphics::open(size, visibility, scale);
  if (!graphics) return without_window(graphics.error());
  if (picture) return take_screenshot(graphics.value(), state, options);
  if (!settings_file.problem().empty()) state.notice = Notice{NoticeKind::message, settings_file.problem()};
  if (settings_file.is_new() && options.scenario.empty() && options.lesson.empty()) {
    state.notice = Notice{NoticeKind::welcome, std::string(kWelcomeText)};
  }
  run_window(graphics.value(), state, settings_file);
  return kDone;
}

}  // namespace

}  // namespace interleave::gui

int main(int argc, char** argv) {
  if (const auto exit_code = interleave::run_worker_command(argc, argv)) return *exit_code;
  const auto parsed = interleave::gui::parse_options(argc, argv);
  return parsed.exit_code ? *parsed.exit_code : interleave::gui::run(parsed.options);
}

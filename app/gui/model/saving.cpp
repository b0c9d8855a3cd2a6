#include "app/gui/model/saving.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "app/gui/model/choosing_file.h"
#include "app/gui/model/editing.h"
#include "app/gui/model/run_control.h"
#include "core/scenario/loader.h"

namespace interleave::gui {

namespace {

constexpr std::size_t kMostRecent = 5;
constexpr double kKeepAfter = 1;  // seconds

ScenarioEntry& chosen_entry(AppState& state) { return state.scenarios[state.chosen]; }

void tell(AppState& state, std::string text) { state.notice = Notice{NoticeKind::message, std::move(text)}; }

void note_recent(AppState& state, const std::string& path) {
  std::erase(state.recent, path);
  state.recent.insert(state.recent.begin(), path);
  if (state.recent.size() > kMostRecent) state.recent.pop_back();
}

Document::State opened_state(Scenario scenario, std::string text) {
  return {std::make_shared<const Scenario>(std::move(scenario)), std::make_shared<const std::string>(std::move(text)),
          ""};
}

// Makes the entry of that path, or a new one, show this document.
void show_opened(AppState& state, Document document, const FileStamp& stamp) {
  const std::string& path = document.path();
  auto entry = std::find_if(state.scenarios.begin(), state.scenarios.end(),
                            [&](const ScenarioEntry& e) { return !path.empty() && e.document.path() == path; });
  if (entry == state.scenarios.end()) entry = state.scenarios.insert(entry, ScenarioEntry{});
  entry->name = path;
  entry->scenario = document.scenario();
  entry->document = std::move(document);
  entry->stamp = stamp;
  choose_scenario(state, static_cast<std::size_t>(entry - state.scenarios.begin()));
}

// In the dialog's own words, whatever opened it.
void show_bad_file(AppState& state, const std::string& path, std::string error, Diagnostics diagnostics) {
  if (!state.dialog) open_dialog(state, FilePurpose::open);
  if (!state.dialog) return;
  state.dialog->name = TextEdit(path);
  state.dialog->error = std::move(error);
  state.dialog->diagnostics = std::move(diagnostics);
}

void read_again(AppState& state) {
  const std::string path = state.document().path();
  auto text = state.files->read(path);
  if (!text) return tell(state, text.error().message);
  auto scenario = load_scenario(text.value(), file_name(path));
  if (!scenario)
    return show_bad_file(state, path, "The file has been changed to one that cannot be read:", scenario.error());
  const auto before = state.document().scenario();
  ScenarioEntry& entry = chosen_entry(state);
  Document::State next = opened_state(std::move(scenario).value(), std::move(text).value());
  next.act = "read the file again";
  entry.document.edit(std::move(next));
  entry.document.mark_saved(path);
  entry.stamp = state.files->stamp(path);
  entry.scenario = entry.document.scenario();
  give_up_text(state);
  state.panel.selected.reset();
  scenario_changed(state, *before);
}

// What is kept: the path, the time, and the file's text.
std::string kept_text(const AppState& state, const Document& document) {
  return fmt::format("{}\n{}\n{}", document.path(), state.files->time_of_day(), document.text());
}

struct Kept {
  std::string path;
  std::string time;
  std::string text;
};

Kept parse_kept(const std::string& text) {
  const std::size_t first = std::min(text.find('\n'), text.size());
  const std::size_t second = std::min(text.find('\n', std::min(first + 1, text.size())), text.size());
  Kept kept;
  kept.path = text.substr(0, first);
  if (first < second) kept.time = text.substr(first + 1, second - first - 1);
  if (second < text.size()) kept.text = text.substr(second + 1);
  return kept;
}

void restore(AppState& state, const std::string& place) {
  auto text = state.files->read(place);
  if (!text) return tell(state, text.error().message);
  Kept kept = parse_kept(text.value());
  auto scenario = load_scenario(kept.text, file_name(place));
  if (!scenario) return show_bad_file(state, place, "What was kept cannot be read:", scenario.error());
  Document document(opened_state(std::move(scenario).value(), std::move(kept.text)), kept.path);
  document.mark_unsaved();
  const FileStamp stamp = kept.path.empty() ? FileStamp{} : state.files->stamp(kept.path);
  show_opened(state, std::move(document), stamp);
  state.files->remove(place);
}

}  // namespace

void open_file(AppState& state, const std::string& given) {
  if (state.files == nullptr || !leave_text(state)) return;
  const std::string path = state.files->absolute(given);
  auto text = state.files->read(path);
  if (!text) return show_bad_file(state, given, text.error().message, {});
  auto scenario = load_scenario(text.value(), file_name(path));
  if (!scenario) return show_bad_file(state, given, "This file cannot be opened:", scenario.error());
  note_recent(state, path);
  state.dialog.reset();
  for (std::size_t i = 0; i < state.scenarios.size(); ++i) {
    const Document& document = state.scenarios[i].document;
    if (document.path() == path && document.is_dirty()) return choose_scenario(state, i);
  }
  Document document(opened_state(std::move(scenario).value(), std::move(text).value()), path);
  show_opened(state, std::move(document), state.files->stamp(path));
}

void save(AppState& state) {
  if (state.files == nullptr || !leave_text(state)) return;
  const std::string path = state.document().path();
  if (path.empty()) return open_dialog(state, FilePurpose::save);
  check_file(state);
  if (!state.notice || state.notice->kind != NoticeKind::changed_outside) save_to(state, path);
}

void save_to(AppState& state, const std::string& path) {
  ScenarioEntry& entry = chosen_entry(state);
  if (auto error = state.files->write(path, entry.document.text())) {
    if (!state.dialog) return tell(state, error->message);
    state.dialog->error = error->message;
    return;
  }
  entry.document.mark_saved(path);
  entry.name = path;
  entry.stamp = state.files->stamp(path);
  note_recent(state, path);
  state.dialog.reset();
  state.files->remove(state.files->keeping_place(state.chosen));
}

void check_file(AppState& state) {
  if (state.files == nullptr || state.document().path().empty()) return;
  const std::string& path = state.document().path();
  const FileStamp stamp = state.files->stamp(path);
  if (!stamp.exists || stamp == chosen_entry(state).stamp) return;
  state.notice =
      Notice{NoticeKind::changed_outside, fmt::format("{} was changed outside of this window{}.", file_name(path),
                                                      state.document().is_dirty() ? ", and here too" : "")};
}

void request_close(AppState& state) {
  leave_text(state);
  const auto dirty = std::find_if(state.scenarios.begin(), state.scenarios.end(),
                                  [](const ScenarioEntry& entry) { return entry.document.is_dirty(); });
  if (state.files == nullptr || dirty == state.scenarios.end()) {
    state.closed = true;
    return;
  }
  if (!state.document().is_dirty()) {
    choose_scenario(state, static_cast<std::size_t>(dirty - state.scenarios.begin()));
  }
  state.notice =
      Notice{NoticeKind::closing, fmt::format("“{}” has changes that are not saved.", state.scenario().title)};
}

void answer_notice(AppState& state, NoticeAnswer answer) {
  if (!state.notice) return;
  const Notice notice = *std::exchange(state.notice, std::nullopt);
  const bool first = answer == NoticeAnswer::first;
  switch (notice.kind) {
    case NoticeKind::message:
      return;
    case NoticeKind::changed_outside:
      if (first) return read_again(state);
      chosen_entry(state).stamp = state.files->stamp(state.document().path());
      return;
    case NoticeKind::left_behind:
      if (first) {
        restore(state, notice.path);
      } else {
        state.files->remove(notice.path);
      }
      return offer_left_behind(state);
    case NoticeKind::closing:
      if (!first) {
        state.closed = true;
        return;
      }
      save(state);
      if (!state.document().is_dirty()) request_close(state);
      return;
  }
}

void offer_left_behind(AppState& state) {
  if (state.files == nullptr || state.notice) return;
  for (const std::string& place : state.files->left_behind()) {
    auto text = state.files->read(place);
    if (!text) continue;
    const Kept kept = parse_kept(text.value());
    const auto scenario = load_scenario(kept.text, "");
    const std::string title = scenario ? "“" + scenario.value().title + "”" : "a scenario";
    const std::string what = kept.path.empty() ? title : file_name(kept.path);
    state.notice = Notice{NoticeKind::left_behind,
                          fmt::format("Unsaved changes of {} from {} were kept.", what, kept.time), place};
    return;
  }
}

std::optional<double> keep_unsaved(AppState& state, double host_seconds) {
  if (state.files == nullptr) return std::nullopt;
  std::optional<double> rest;
  for (std::size_t i = 0; i < state.scenarios.size(); ++i) {
    ScenarioEntry& entry = state.scenarios[i];
    if (!entry.document.is_dirty() || entry.kept == entry.scenario) {
      entry.unkept_seconds = 0;
      continue;
    }
    entry.unkept_seconds += host_seconds;
    if (entry.unkept_seconds < kKeepAfter) {
      rest = std::min(rest.value_or(kKeepAfter), kKeepAfter - entry.unkept_seconds);
      continue;
    }
    // What cannot be kept is no reason to disturb whoever works; saving will say what is wrong.
    static_cast<void>(state.files->write(state.files->keeping_place(i), kept_text(state, entry.document)));
    entry.kept = entry.scenario;
    entry.unkept_seconds = 0;
  }
  return rest;
}

void forget_kept(AppState& state) {
  if (state.files == nullptr) return;
  for (std::size_t i = 0; i < state.scenarios.size(); ++i) {
    if (state.scenarios[i].kept != nullptr) state.files->remove(state.files->keeping_place(i));
  }
}

}  // namespace interleave::gui

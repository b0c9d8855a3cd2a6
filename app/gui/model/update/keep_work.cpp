#include "app/gui/model/update/keep_work.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "app/gui/model/files/kept_work.h"
#include "app/gui/model/state/unsaved.h"
#include "app/gui/model/update/open_file.h"
#include "app/gui/model/update/task_table.h"
#include "app/gui/model/update/typed_file.h"
#include "core/scenario/loader.h"

namespace interleave::gui {

namespace {

constexpr double kKeepAfter = 1;  // seconds

bool is_kept(const ScenarioEntry& entry, const std::string& typed) {
  return entry.kept == entry.scenario && entry.kept_typed == typed;
}

void keep(AppState& state, std::size_t position, std::string typed) {
  ScenarioEntry& entry = state.scenarios[position];
  const KeptWork work{entry.document.path(), state.files->time_of_day(), entry.stamp, entry.document.text(), typed};
  // What cannot be kept is no reason to disturb whoever works; saving will say what is wrong.
  static_cast<void>(state.files->write(state.files->keeping_place(position), to_text(work)));
  entry.kept = entry.scenario;
  entry.kept_typed = std::move(typed);
}

std::string title_of(const KeptWork& work) {
  if (!work.path.empty()) return file_name(work.path);
  const auto scenario = load_scenario(work.text, "");
  return scenario ? "“" + scenario.value().title + "”" : "a scenario";
}

}  // namespace

void offer_left_behind(AppState& state) {
  if (state.files == nullptr || state.notice) return;
  for (const std::string& place : state.files->left_behind()) {
    const auto text = state.files->read(place);
    const auto work = text ? parse_kept(text.value()) : std::nullopt;
    if (!work) continue;
    state.notice = Notice{NoticeKind::left_behind,
                          fmt::format("Unsaved changes of {} from {} were kept.", title_of(*work), work->time), place};
    return;
  }
}

void restore_kept(AppState& state, const std::string& place) {
  const auto text = state.files->read(place);
  auto work = text ? parse_kept(text.value()) : std::nullopt;
  if (!work) return;
  auto scenario = load_scenario(work->text, file_name(place));
  if (!scenario) return show_bad_file(state, place, {"What was kept cannot be read:", scenario.error()});
  Document document(opened_state(std::move(scenario).value(), std::move(work->text)), work->path);
  document.mark_unsaved();
  show_opened(state, opened_entry(std::move(document), work->stamp));
  if (!work->typed.empty()) {
    show_tab(state, PanelTab::file);
    state.panel.file->text = TextEdit(std::move(work->typed), TextEdit::Lines::many);
    state.panel.file->changed = true;
    read_file_text(state);
  }
  state.files->remove(place);
}

std::optional<double> keep_unsaved(AppState& state, double host_seconds) {
  if (state.files == nullptr) return std::nullopt;
  std::optional<double> rest;
  for (std::size_t i = 0; i < state.scenarios.size(); ++i) {
    ScenarioEntry& entry = state.scenarios[i];
    std::string typed = unread_text(state, i);
    if (!is_unsaved(state, i) || is_kept(entry, typed)) {
      entry.unkept_seconds = 0;
      continue;
    }
    entry.unkept_seconds += host_seconds;
    if (entry.unkept_seconds < kKeepAfter) {
      rest = std::min(rest.value_or(kKeepAfter), kKeepAfter - entry.unkept_seconds);
      continue;
    }
    keep(state, i, std::move(typed));
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

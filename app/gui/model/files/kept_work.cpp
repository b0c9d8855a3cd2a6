#include "app/gui/model/files/kept_work.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <utility>

#include "app/gui/model/state/app_state.h"
#include "app/gui/model/update/editing.h"
#include "app/gui/model/update/file_text.h"
#include "app/gui/model/update/saving.h"
#include "core/scenario/loader.h"

namespace interleave::gui {

namespace {

constexpr double kKeepAfter = 1;  // seconds

// One line, or all that is left of the text.
std::string_view cut_line(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  return line;
}

template <class Number>
bool cut_number(std::string_view& line, Number& number) {
  const auto read = std::from_chars(line.data(), line.data() + line.size(), number);
  if (read.ec != std::errc()) return false;
  line.remove_prefix(static_cast<std::size_t>(read.ptr - line.data()));
  if (line.starts_with(' ')) line.remove_prefix(1);
  return true;
}

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

std::string to_text(const KeptWork& work) {
  return fmt::format("{}\n{}\n{} {} {} {}\n{}{}", work.path, work.time, work.stamp.changed, work.stamp.size,
                     work.stamp.exists ? 1 : 0, work.text.size(), work.text, work.typed);
}

std::optional<KeptWork> parse_kept(std::string_view text) {
  KeptWork work;
  work.path = cut_line(text);
  work.time = cut_line(text);
  std::string_view numbers = cut_line(text);
  int exists = 0;
  std::size_t size = 0;
  const bool read = cut_number(numbers, work.stamp.changed) && cut_number(numbers, work.stamp.size) &&
                    cut_number(numbers, exists) && cut_number(numbers, size);
  if (!read || size > text.size()) return std::nullopt;
  work.stamp.exists = exists != 0;
  work.text = text.substr(0, size);
  work.typed = text.substr(size);
  return work;
}

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
  show_opened(state, std::move(document), work->stamp, nullptr);
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

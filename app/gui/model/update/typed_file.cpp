#include "app/gui/model/update/typed_file.h"

#include <utility>

#include "app/gui/model/update/shown_run.h"
#include "core/scenario/loader.h"

namespace interleave::gui {

void show_file_text(AppState& state) {
  auto& file = state.panel.file;
  const Document& document = state.document();
  if (file && (file->changed || !file->errors.empty() || file->scenario == document.scenario())) return;
  file = FileText{TextEdit(document.text(), TextEdit::Lines::many), {}, document.scenario()};
}

void focus_file_text(AppState& state) {
  static std::uint64_t sessions = std::uint64_t{1} << 32;  // above all groups of drags
  show_file_text(state);
  if (state.focused == "file-text"_act) return;
  state.focused = "file-text"_act;
  state.panel.file->session = ++sessions;
}

bool read_file_text(AppState& state) {
  auto& file = state.panel.file;
  if (!file || !std::exchange(file->changed, false)) return false;
  auto loaded = load_scenario(file->text.text(), "file");
  if (!loaded) {
    file->errors = std::move(loaded).error();
    return true;
  }
  file->errors.clear();
  state.panel.refusal.clear();
  ScenarioEntry& entry = state.scenarios[state.chosen];
  const auto before = entry.scenario;
  Document::State next{std::make_shared<const Scenario>(std::move(loaded).value()),
                       std::make_shared<const std::string>(file->text.text()), "change the file's text"};
  entry.document.edit(std::move(next), file->session);
  entry.scenario = entry.document.scenario();
  file->scenario = entry.scenario;
  scenario_changed(state, *before);
  return true;
}

bool has_unread_text(const AppState& state) { return state.panel.file && !state.panel.file->errors.empty(); }

}  // namespace interleave::gui

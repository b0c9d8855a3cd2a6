#include "app/gui/model/update/changed_outside.h"

#include <fmt/format.h>
#include <utility>

#include "app/gui/model/state/unsaved.h"
#include "app/gui/model/update/edit_scenario.h"
#include "app/gui/model/update/open_file.h"
#include "app/gui/model/update/shown_run.h"
#include "app/gui/model/update/tell.h"
#include "core/scenario/loader.h"

namespace interleave::gui {

namespace {

ScenarioEntry& watched_entry(AppState& state) { return state.scenarios[state.chosen]; }

}  // namespace

void check_file(AppState& state) {
  const bool is_asked = state.notice && asks(state.notice->kind);
  if (is_asked || !is_changed_outside(state)) return;
  // What was not answered is asked again before it is overwritten, and not every second.
  if (state.files->stamp(watched_file(state)) != watched_entry(state).told) ask_about_change(state);
}

void ask_about_change(AppState& state) {
  watched_entry(state).told = state.files->stamp(watched_file(state));
  state.notice = Notice{NoticeKind::changed_outside,
                        fmt::format("{} was changed outside of this window{}.", file_name(watched_file(state)),
                                    is_unsaved(state, state.chosen) ? ", and here too" : "")};
}

void read_again(AppState& state) {
  const std::string path = watched_file(state);
  auto text = state.files->read(path);
  if (!text) return tell(state, text.error().message);
  if (is_recording(path)) return open_recording(state, path, text.value());
  auto scenario = load_scenario(text.value(), file_name(path));
  if (!scenario) {
    return show_bad_file(state, path, {"The file has been changed to one that cannot be read:", scenario.error()});
  }
  const auto before = state.document().scenario();
  ScenarioEntry& entry = watched_entry(state);
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

void keep_mine(AppState& state) { watched_entry(state).stamp = state.files->stamp(watched_file(state)); }

}  // namespace interleave::gui

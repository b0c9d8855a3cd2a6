#include "app/gui/model/state/typing.h"

#include <utility>

namespace interleave::gui {

bool typing(const AppState& state) {
  return types_workers(state) || state.marks.edit.has_value() || state.search.typing;
}

bool types_workers(const AppState& state) { return state.typed_workers && traits(state.settings.mode).has_max_workers; }

bool types_file(const AppState& state) {
  return state.panel.tab == PanelTab::file && state.panel.file && state.focused == "file-text"_act;
}

TextEdit* active_text(AppState& state) { return const_cast<TextEdit*>(active_text(std::as_const(state))); }
const TextEdit* active_text(const AppState& state) {
  if (state.dialog) return &state.dialog->name;
  if (types_workers(state)) return &*state.typed_workers;
  if (state.marks.edit) return &state.marks.edit->text;
  if (state.search.typing) return &state.search.field;
  if (types_file(state)) return &state.panel.file->text;
  return state.panel.editing ? &state.panel.editing->text : nullptr;
}

}  // namespace interleave::gui

#include "app/gui/model/update/press_in_text.h"

#include <algorithm>

#include "app/gui/model/state/typing.h"
#include "app/gui/model/update/accept_dialog.h"
#include "app/gui/model/update/cell_typing.h"
#include "core/base/code_point.h"
#include "core/base/utf8.h"

namespace interleave::gui {

namespace {

void press_in_file(AppState& state, const TextPress& press) {
  FileText& file = *state.panel.file;
  if (press.key == TextKey::escape) return state.focused.reset();
  const std::string before = file.text.text();
  const bool meant = file.text.press(press, state.clipboard);
  if (!meant && press.key == TextKey::tab) state.focused = "tab-file"_act;
  file.changed = file.changed || file.text.text() != before;
}

}  // namespace

void press_in_text(AppState& state, const TextPress& press) {
  if (state.dialog) return press_in_dialog(state, press);
  const bool is_digit = press.character >= U'0' && press.character <= U'9';
  if (types_workers(state) && press.key == TextKey::character && !is_digit) return;
  if (typing(state)) {
    active_text(state)->press(press, state.clipboard);
    return;
  }
  if (types_file(state)) return press_in_file(state, press);
  press_in_cell(state, press);
}

void type_text(AppState& state, std::string_view text) {
  while (!text.empty()) {
    const std::string_view character = text.substr(0, std::max<std::size_t>(utf8_length(text), 1));
    press_in_text(state, {TextKey::character, code_point(character)});
    text.remove_prefix(character.size());
  }
}

bool take_pasted(AppState& state) {
  const TextEdit* text = active_text(state);
  if (text == nullptr || !text->has_pasted()) return false;
  press_in_text(state, {TextKey::pasted});
  return true;
}

void leave_field(AppState& state) {
  if (types_file(state)) return state.focused.reset();
  leave_text(state);
}

}  // namespace interleave::gui

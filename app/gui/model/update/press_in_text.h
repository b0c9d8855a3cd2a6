#pragma once

#include <string_view>

#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

// A key of the text that is being typed, wherever that is.
void press_in_text(AppState& state, const TextPress& press);
// Each of its characters, one after another.
void type_text(AppState& state, std::string_view text);
// What the clipboard has given since it was asked, into the active text if it asked. True when there was anything.
bool take_pasted(AppState& state);
// The keys go elsewhere from now on: text in a cell is applied, that of the file stays as it is.
void leave_field(AppState& state);

}  // namespace interleave::gui

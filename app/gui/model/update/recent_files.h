#pragma once

#include <string>

namespace interleave::gui {

struct AppState;

// The files that were opened or saved lately come first in the dialog, also after the next start.
void load_recent(AppState& state);
void note_recent(AppState& state, const std::string& path);

}  // namespace interleave::gui

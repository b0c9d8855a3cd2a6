#pragma once

#include <optional>
#include <string>

#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

// Why the chosen scenario cannot run in the mode, as a sentence without its full stop; none where it can, and where
// there is no scenario.
std::optional<std::string> refusal_of(const AppState& state, Mode mode);

}  // namespace interleave::gui

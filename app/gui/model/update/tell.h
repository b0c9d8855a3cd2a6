#pragma once

#include <string>

#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

// Says it in the notice bar.
inline void tell(AppState& state, std::string text) { state.notice = Notice{NoticeKind::message, std::move(text)}; }

}  // namespace interleave::gui

#pragma once

#include <string>

#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

// Says in the notice bar why something could not be done; or what was done.
inline void tell(AppState& state, std::string text) { state.notice = Notice{NoticeKind::message, std::move(text)}; }

inline void remark(AppState& state, std::string text) { state.notice = Notice{NoticeKind::remark, std::move(text)}; }

}  // namespace interleave::gui

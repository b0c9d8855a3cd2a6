#pragma once

#include <optional>

#include "app/gui/model/state/app_state.h"

namespace interleave::gui {

// While one lives, the state is that of a window so many times as wide and as high, with nothing lying over it: no
// dialog, no menu, no message, no mark of what has the focus. Afterwards it is as it was.
class AsPicture {
 public:
  AsPicture(AppState& state, float times);
  ~AsPicture();
  AsPicture(const AsPicture&) = delete;
  AsPicture& operator=(const AsPicture&) = delete;

 private:
  AppState& state_;
  Menu menu_;
  std::optional<FileDialog> dialog_;
  std::optional<Notice> notice_;
  std::optional<ActId> focused_;
  std::optional<Panel> focused_panel_;
  float lane_scroll_;
  float task_scroll_;
};

}  // namespace interleave::gui

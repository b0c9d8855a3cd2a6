#include "app/gui/model/as_picture.h"

#include <utility>

namespace interleave::gui {

AsPicture::AsPicture(AppState& state, float times)
    : state_(state),
      menu_(std::exchange(state.menu, Menu::none)),
      dialog_(std::exchange(state.dialog, std::nullopt)),
      focused_(std::exchange(state.focused, std::nullopt)),
      focused_panel_(std::exchange(state.focused_panel, std::nullopt)),
      lane_scroll_(state.lane_scroll),
      task_scroll_(state.panel.scroll) {
  if (state.notice && !asks(state.notice->kind)) notice_ = std::exchange(state.notice, std::nullopt);
  state.lane_scroll *= times;
  state.panel.scroll *= times;
}

AsPicture::~AsPicture() {
  state_.menu = menu_;
  state_.dialog = std::move(dialog_);
  if (notice_) state_.notice = std::move(notice_);
  state_.focused = focused_;
  state_.focused_panel = focused_panel_;
  state_.lane_scroll = lane_scroll_;
  state_.panel.scroll = task_scroll_;
}

}  // namespace interleave::gui

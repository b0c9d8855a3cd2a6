#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "app/gui/model/state/app_state.h"
#include "app/gui/views/drawing/canvas.h"
#include "app/gui/views/drawing/drawn.h"
#include "app/gui/views/drawing/pictures.h"
#include "app/gui/views/widgets/ui.h"

namespace interleave::gui {

// What one frame brought: what it shows, what keys can reach in it, and what the user wished for meanwhile.
struct Frame {
  Drawn drawn;
  Offered offered;
  std::vector<Command> wishes;
};

// The whole window. Draws between ImGui::NewFrame() and ImGui::Render(); keeps only what the pointer drags.
class Screen {
 public:
  // Shows no pictures of lessons where it has none.
  explicit Screen(std::shared_ptr<Pictures> pictures = nullptr) : pictures_(std::move(pictures)) {}

  Frame draw(const AppState& state, const Fonts& fonts);

  // The same for a window so many times as wide and as high, where nobody points at anything.
  Screen enlarged(float times) const;

 private:
  void follow_pointer();
  void note_rest(const AppState& state, const std::vector<Command>& wishes);

  std::shared_ptr<Pictures> pictures_;
  Pointer pointer_;
  ViewMemory memory_;
  bool played_ = false;  // in the last frame
  bool rests_ = true;    // nothing was pointed at anew since the start, since play began, or a press
  std::optional<ActId> focused_;
};

}  // namespace interleave::gui

#pragma once

#include <array>

#include "app/gui/model/state/vocabulary.h"

namespace interleave::gui {

// How much of the window a group of panels takes: of its width (side), of the height below the toolbar (bottom), of
// the height of the side (code).
struct PanelSize {
  float share = 0;  // 0: by itself
  bool hidden = false;

  friend bool operator==(const PanelSize&, const PanelSize&) = default;
};

class PanelSizes {
 public:
  PanelSize of(PanelGroup group) const { return sizes_[static_cast<std::size_t>(group)]; }
  void set(PanelGroup group, PanelSize size) { sizes_[static_cast<std::size_t>(group)] = size; }

  // Less than a twentieth hides the group; it comes back with the size it had.
  void resize(PanelGroup group, float share);
  void resize_by(PanelGroup group, float share);
  void reset(PanelGroup group) { set(group, {}); }
  void toggle(PanelGroup group);

  friend bool operator==(const PanelSizes&, const PanelSizes&) = default;

 private:
  std::array<PanelSize, 3> sizes_;
};

}  // namespace interleave::gui

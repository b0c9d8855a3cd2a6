#include "app/gui/model/state/panel_sizes.h"

#include <algorithm>

namespace interleave::gui {

namespace {

constexpr float kHiddenBelow = 0.05F;

struct Limits {
  float least;
  float most;
  float by_itself;  // about what the group takes where nobody gave it a size
};
constexpr std::array<Limits, 3> kPanelLimits = {{{0.12F, 0.5F, 0.27F}, {0.1F, 0.7F, 0.3F}, {0.1F, 0.85F, 0.55F}}};

}  // namespace

void PanelSizes::resize(PanelGroup group, float share) {
  PanelSize& size = sizes_[static_cast<std::size_t>(group)];
  const Limits& limits = kPanelLimits[static_cast<std::size_t>(group)];
  size.hidden = share < kHiddenBelow;
  if (!size.hidden) size.share = std::clamp(share, limits.least, limits.most);
}

void PanelSizes::resize_by(PanelGroup group, float share) {
  const PanelSize now = of(group);
  const Limits& limits = kPanelLimits[static_cast<std::size_t>(group)];
  if (now.hidden) return share > 0 ? toggle(group) : void();
  const float from = now.share > 0 ? now.share : limits.by_itself;
  const bool at_least = share < 0 && from <= limits.least;
  resize(group, at_least ? 0 : std::max(from + share, limits.least));
}

void PanelSizes::toggle(PanelGroup group) {
  bool& hidden = sizes_[static_cast<std::size_t>(group)].hidden;
  hidden = !hidden;
}

}  // namespace interleave::gui

#include "app/gui/model/state/scales.h"

#include <algorithm>
#include <cmath>

namespace interleave::gui {

float most_scale(float width_px, float height_px) {
  constexpr float kLeastWidth = 640;  // at 100 %
  constexpr float kLeastHeight = 360;
  return std::max(100.0F, std::floor(100 * std::min(width_px / kLeastWidth, height_px / kLeastHeight)));
}

float shown_scale(const AppState& state, float width_px, float height_px) {
  constexpr float kForAHall = 190.0F / 1080;  // the smallest text has 15 pixels at 100 %
  const auto chosen = static_cast<float>(state.text_scale);
  // Chosen text is larger than usual; in a hall, larger than that by as much.
  const float usual = std::round(kForAHall * height_px);
  const float wanted = state.presenting ? usual * std::max(1.0F, chosen / 100) : chosen;
  return std::min(wanted, most_scale(width_px, height_px));
}

}  // namespace interleave::gui

#include "app/gui/views/drawing/share_widths.h"

#include <algorithm>
#include <cmath>

namespace interleave::gui {

void share_widths(std::vector<float>& widths, float room) {
  const auto sum = [&](float most) {
    float total = 0;
    for (const float width : widths) total += std::min(width, most);
    return total;
  };
  float low = 0;
  float high = room;
  for (int i = 0; i < 24; ++i) {
    const float middle = (low + high) / 2;
    (sum(middle) <= room ? low : high) = middle;
  }
  for (float& width : widths) width = std::min(width, sum(high) < room ? width : std::floor(low));
}

}  // namespace interleave::gui

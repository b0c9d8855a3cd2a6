#include "app/gui/views/share_widths.h"

#include <algorithm>
#include <cmath>

namespace interleave::gui {

void share_widths(std::vector<float>& widths, float room, const std::vector<float>& least) {
  const auto cut = [&](std::size_t at, float most) {
    const float enough = at < least.size() ? std::min(least[at], widths[at]) : 0;
    return std::max(enough, std::min(widths[at], most));
  };
  const auto sum = [&](float most) {
    float total = 0;
    for (std::size_t at = 0; at < widths.size(); ++at) total += cut(at, most);
    return total;
  };
  float low = 0;
  float high = room;
  for (int i = 0; i < 24; ++i) {
    const float middle = (low + high) / 2;
    (sum(middle) <= room ? low : high) = middle;
  }
  if (sum(high) < room) return;
  for (std::size_t at = 0; at < widths.size(); ++at) widths[at] = cut(at, std::floor(low));
}

}  // namespace interleave::gui

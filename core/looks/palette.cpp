#include "core/looks/palette.h"

#include <cmath>

namespace interleave {

Color task_color(std::size_t position, Ground ground) {
  constexpr Rgb kBlackOnDark = rgb(0xD9D9D9);
  if (position < kOkabeIto.size()) {
    return position + 1 == kOkabeIto.size() && ground == Ground::dark ? kBlackOnDark : kOkabeIto.at(position);
  }
  const auto further = static_cast<float>(position - kOkabeIto.size());
  const float hue = std::fmod(further * 137.508F + 20, 360.0F);  // the golden angle: neighbours differ most
  const float lightness = 0.45F + 0.1F * static_cast<float>(position % 3);
  return hsl(hue, 0.55F, lightness);
}

}  // namespace interleave

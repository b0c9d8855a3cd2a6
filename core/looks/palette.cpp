#include "core/looks/palette.h"

#include <cmath>

namespace interleave {

Color task_color(std::size_t position, Ground ground) {
  constexpr Rgb kBlackOnDark = rgb(0xD9D9D9);
  if (position < kOkabeIto.size()) {
    return position + 1 == kOkabeIto.size() && ground == Ground::dark ? kBlackOnDark : kOkabeIto.at(position);
  }
  constexpr double kGoldenAngle = 137.508;  // neighbours differ most
  const double hue = std::fmod(static_cast<double>(position - kOkabeIto.size()) * kGoldenAngle + 20, 360.0);
  const double lightness = 0.45 + 0.1 * static_cast<double>(position % 3);
  return hsl(hue, 0.55, lightness);
}

}  // namespace interleave

#include "core/interchange/palette.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace interleave {
namespace {

std::uint8_t byte_of(double part) { return static_cast<std::uint8_t>(std::lround(std::clamp(part, 0.0, 1.0) * 255)); }

double linear(std::uint8_t byte) {
  const double part = byte / 255.0;
  return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(Rgb color) { return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b); }

// Hue 0 .. 360, saturation and lightness 0 .. 1.
Rgb hsl(double hue, double saturation, double lightness) {
  const auto part = [&](double n) {
    const double k = std::fmod(n + hue / 30, 12.0);
    return byte_of(lightness -
                   saturation * std::min(lightness, 1 - lightness) * std::max(-1.0, std::min({k - 3, 9 - k, 1.0})));
  };
  return {part(0), part(8), part(4)};
}

}  // namespace

std::string hex(Rgb color) { return fmt::format("#{:02x}{:02x}{:02x}", color.r, color.g, color.b); }

Rgb task_color(std::size_t position) {
  if (position < kOkabeIto.size()) return kOkabeIto.at(position);
  constexpr double kGoldenAngle = 137.508;  // neighbours differ most
  const double hue = std::fmod(static_cast<double>(position - kOkabeIto.size()) * kGoldenAngle + 20, 360.0);
  return hsl(hue, 0.55, 0.45 + 0.1 * static_cast<double>(position % 3));
}

Rgb mix(Rgb first, Rgb second, double share) {
  const auto part = [share](double a, double b) { return byte_of((a + (b - a) * share) / 255); };
  return {part(first.r, second.r), part(first.g, second.g), part(first.b, second.b)};
}

double contrast(Rgb a, Rgb b) {
  const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
  return (lighter + 0.05) / (darker + 0.05);
}

Rgb ink_on(Rgb ground) {
  const Rgb black = rgb(0x000000);
  const Rgb white = rgb(0xFFFFFF);
  return contrast(ground, black) >= contrast(ground, white) ? black : white;
}

Rgb with_contrast(Rgb color, Rgb ground, double ratio) {
  const Rgb ink = ink_on(ground);
  for (int share = 0; share < 100; share += 5) {
    const Rgb moved = mix(color, ink, share / 100.0);
    if (contrast(moved, ground) >= ratio) return moved;
  }
  return ink;
}

}  // namespace interleave

#include "core/looks/color.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace interleave {
namespace {

constexpr int kStepPercent = 5;

float linear(float part) { return part <= 0.04045F ? part / 12.92F : std::pow((part + 0.055F) / 1.055F, 2.4F); }

std::uint8_t byte_of(float part) { return static_cast<std::uint8_t>(std::lround(std::clamp(part, 0.0F, 1.0F) * 255)); }

// `move` gives the colour as far on the way to the ink as its argument says.
template <class AnyColor, class Move>
AnyColor moved_until(AnyColor ink, Color ground, float ratio, const Move& move) {
  for (int percent = 0; percent < 100; percent += kStepPercent) {
    const AnyColor moved = move(static_cast<float>(percent) / 100);
    if (contrast(moved, ground) >= ratio) return moved;
  }
  return ink;
}

}  // namespace

std::string hex(Rgb color) { return fmt::format("#{:02x}{:02x}{:02x}", color.r, color.g, color.b); }

Rgb rounded(Color color) { return {byte_of(color.r), byte_of(color.g), byte_of(color.b)}; }

Color mix(Color first, Color second, float share) {
  const auto part = [share](float a, float b) { return a + (b - a) * share; };
  return {part(first.r, second.r), part(first.g, second.g), part(first.b, second.b), part(first.a, second.a)};
}

float luminance(Color color) {
  return 0.2126F * linear(color.r) + 0.7152F * linear(color.g) + 0.0722F * linear(color.b);
}

float contrast(Color a, Color b) {
  const float lighter = std::max(luminance(a), luminance(b));
  const float darker = std::min(luminance(a), luminance(b));
  return (lighter + 0.05F) / (darker + 0.05F);
}

Rgb ink_on(Color ground) {
  const Rgb black = rgb(0x000000);
  const Rgb white = rgb(0xFFFFFF);
  return contrast(ground, black) >= contrast(ground, white) ? black : white;
}

Color with_contrast(Color color, Color ground, float ratio) {
  const Color ink = ink_on(ground);
  return moved_until(ink, ground, ratio, [&](float share) { return mix(color, ink, share); });
}

Rgb with_contrast(Rgb color, Rgb ground, float ratio) {
  const Rgb ink = ink_on(ground);
  return moved_until(ink, ground, ratio, [&](float share) { return rounded(mix(color, ink, share)); });
}

Color hsl(double hue, double saturation, double lightness) {
  const auto part = [&](double n) {
    const double k = std::fmod(n + hue / 30, 12.0);
    const double amount = saturation * std::min(lightness, 1 - lightness);
    return static_cast<float>(lightness - amount * std::max(-1.0, std::min({k - 3, 9 - k, 1.0})));
  };
  return {part(0), part(8), part(4)};
}

}  // namespace interleave

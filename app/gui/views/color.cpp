#include "app/gui/views/color.h"

#include <algorithm>
#include <cmath>

namespace interleave::gui {

namespace {

float linear(float part) { return part <= 0.04045F ? part / 12.92F : std::pow((part + 0.055F) / 1.055F, 2.4F); }

}  // namespace

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

Color ink_on(Color ground) {
  const Color black = rgb(0x000000);
  const Color white = rgb(0xFFFFFF);
  return contrast(ground, black) >= contrast(ground, white) ? black : white;
}

Color with_contrast(Color color, Color ground, float ratio) {
  const Color ink = ink_on(ground);
  for (float share = 0; share < 1; share += 0.05F) {
    const Color moved = mix(color, ink, share);
    if (contrast(moved, ground) >= ratio) return moved;
  }
  return ink;
}

Color hsl(float hue, float saturation, float lightness) {
  const auto part = [&](float n) {
    const float k = std::fmod(n + hue / 30, 12.0F);
    const float amount = saturation * std::min(lightness, 1 - lightness);
    return lightness - amount * std::max(-1.0F, std::min({k - 3, 9 - k, 1.0F}));
  };
  return {part(0), part(8), part(4), 1};
}

}  // namespace interleave::gui

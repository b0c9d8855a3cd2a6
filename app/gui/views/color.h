#pragma once

#include <cstdint>

namespace interleave::gui {

// sRGB, each part from 0 to 1.
struct Color {
  float r = 0;
  float g = 0;
  float b = 0;
  float a = 1;

  friend bool operator==(const Color&, const Color&) = default;
};

constexpr Color rgb(std::uint32_t hex) {
  return {static_cast<float>((hex >> 16) & 0xFF) / 255, static_cast<float>((hex >> 8) & 0xFF) / 255,
          static_cast<float>(hex & 0xFF) / 255, 1};
}

// `share` of the second, the rest of the first.
Color mix(Color first, Color second, float share);

// Relative luminance and contrast ratio as WCAG 2 defines them.
float luminance(Color color);
float contrast(Color a, Color b);

// Black or white, whichever is easier to read on that ground.
Color ink_on(Color ground);

// The colour, moved towards black or white just as far as the contrast with the ground asks.
Color with_contrast(Color color, Color ground, float ratio);

// Hue 0 .. 360, saturation and lightness 0 .. 1.
Color hsl(float hue, float saturation, float lightness);

}  // namespace interleave::gui

#pragma once

#include <cstdint>
#include <string>

// Colours and what is reckoned with them. All of it is sRGB.
namespace interleave {

// As files write it.
struct Rgb {
  std::uint8_t r = 0;
  std::uint8_t g = 0;
  std::uint8_t b = 0;

  friend bool operator==(const Rgb&, const Rgb&) = default;
};

constexpr Rgb rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16U & 0xffU), static_cast<std::uint8_t>(hex >> 8U & 0xffU),
          static_cast<std::uint8_t>(hex & 0xffU)};
}

// `#e69f00`
std::string hex(Rgb color);

// As it is reckoned with: each part from 0 to 1.
struct Color {
  float r = 0;
  float g = 0;
  float b = 0;
  float a = 1;

  constexpr Color() = default;
  constexpr Color(float red, float green, float blue, float alpha = 1) : r(red), g(green), b(blue), a(alpha) {}
  // The same colour, so that one may stand for the other.
  constexpr Color(Rgb color)  // NOLINT(google-explicit-constructor)
      : Color(static_cast<float>(color.r) / 255, static_cast<float>(color.g) / 255, static_cast<float>(color.b) / 255) {
  }

  friend bool operator==(const Color&, const Color&) = default;
};

// The nearest that can be written.
Rgb rounded(Color color);

// `share` of the second, the rest of the first.
Color mix(Color first, Color second, float share);

// Relative luminance and contrast ratio (1 .. 21) as WCAG 2 defines them.
float luminance(Color color);
float contrast(Color a, Color b);

// Black or white, whichever is easier to read on that ground.
Rgb ink_on(Color ground);

// The colour, moved towards black or white just as far as the contrast with the ground asks. Where the result is to be
// written, what is written has that contrast.
Color with_contrast(Color color, Color ground, float ratio);
Rgb with_contrast(Rgb color, Rgb ground, float ratio);

// Hue 0 .. 360, saturation and lightness 0 .. 1.
Color hsl(double hue, double saturation, double lightness);

}  // namespace interleave

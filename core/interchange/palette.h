#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

// The colours of pictures: hue tells the task, and all else is neutral.
namespace interleave {

// sRGB.
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

// Distinguishable to nearly everybody: Okabe and Ito, "Color Universal Design", 2008.
inline constexpr std::array kOkabeIto = {rgb(0xE69F00), rgb(0x56B4E9), rgb(0x009E73), rgb(0xF0E442),
                                         rgb(0x0072B2), rgb(0xD55E00), rgb(0xCC79A7), rgb(0x000000)};

// The colour of the task at that position: the eight in order, then others of varied hue and lightness.
Rgb task_color(std::size_t position);

// `share` of the second, the rest of the first.
Rgb mix(Rgb first, Rgb second, double share);

// The contrast ratio as WCAG 2 defines it: 1 .. 21.
double contrast(Rgb a, Rgb b);

// Black or white, whichever is easier to read on that ground.
Rgb ink_on(Rgb ground);

// The colour, moved towards black or white just as far as the contrast with the ground asks.
Rgb with_contrast(Rgb color, Rgb ground, double ratio);

}  // namespace interleave

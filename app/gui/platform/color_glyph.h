#pragma once

#include "app/gui/platform/textures.h"

namespace interleave::gui {

// A picture of a font: 8 bits each for blue, green, red and opacity, the colours multiplied with it already.
struct FontPicture {
  const std::uint8_t* bgra = nullptr;
  int width = 0;
  int height = 0;
  int pitch = 0;  // bytes from row to row
};

// As many times as large, which is 1 or less; each pixel is the mean of those that it stands for.
Pixels scaled_picture(const FontPicture& picture, float times);

}  // namespace interleave::gui

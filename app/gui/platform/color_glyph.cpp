#include "app/gui/platform/color_glyph.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace interleave::gui {

namespace {

// What pixel `at` of the small picture stands for of the large one: first and behind the last, at least one.
std::array<int, 2> source_of(int at, float times, int size) {
  const int first = std::clamp(static_cast<int>(static_cast<float>(at) / times), 0, size - 1);
  const int last =
      std::clamp(static_cast<int>(static_cast<float>(at + 1) / times), first + 1, std::max(size, first + 1));
  return {first, last};
}

std::array<std::uint8_t, 4> mean_of(const FontPicture& picture, std::array<int, 2> columns, std::array<int, 2> rows) {
  std::array<int, 4> sum{};
  for (int y = rows[0]; y < rows[1]; ++y) {
    for (int x = columns[0]; x < columns[1]; ++x) {
      const std::uint8_t* pixel = picture.bgra + static_cast<std::ptrdiff_t>(y) * picture.pitch + 4 * x;
      for (std::size_t i = 0; i < 4; ++i) sum[i] += pixel[i];
    }
  }
  const int count = (columns[1] - columns[0]) * (rows[1] - rows[0]);
  const int opacity = sum[3];
  const auto colour = [&](std::size_t i) {
    return static_cast<std::uint8_t>(opacity == 0 ? 0 : std::min(255, sum[i] * 255 / opacity));
  };
  return {colour(2), colour(1), colour(0), static_cast<std::uint8_t>(opacity / count)};
}

}  // namespace

Pixels scaled_picture(const FontPicture& picture, float times) {
  if (picture.width == 0 || picture.height == 0) return {};
  times = std::min(times, 1.0F);
  const auto scaled = [&](int size) {
    return std::max(1, static_cast<int>(std::lround(static_cast<float>(size) * times)));
  };
  Pixels pixels{scaled(picture.width), scaled(picture.height), {}};
  for (int y = 0; y < pixels.height; ++y) {
    const auto rows = source_of(y, times, picture.height);
    for (int x = 0; x < pixels.width; ++x) {
      const auto mean = mean_of(picture, source_of(x, times, picture.width), rows);
      pixels.rgba.insert(pixels.rgba.end(), mean.begin(), mean.end());
    }
  }
  return pixels;
}

}  // namespace interleave::gui

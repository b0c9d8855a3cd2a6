#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "core/looks/color.h"

namespace interleave::gui {

struct Picture {
  int width = 0;
  int height = 0;
  std::vector<unsigned char> pixels;  // red, green, blue

  // Whether that pixel has the colour, but for rounding.
  bool has(int x, int y, Color color) const;
};

std::optional<Picture> read_png(const std::filesystem::path& file);

}  // namespace interleave::gui

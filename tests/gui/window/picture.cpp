#include "tests/gui/window/picture.h"

#include <cmath>

// A copy of its own: not every libstb has the reader, and a static one clashes with none.
#define STB_IMAGE_STATIC
#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_PNG
#include <stb_image.h>

namespace interleave::gui {

bool Picture::has(int x, int y, Color color) const {
  const auto at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 3;
  const auto near = [&](std::size_t part, float wanted) {
    return std::abs(static_cast<float>(pixels[at + part]) - wanted * 255) <= 1.5F;
  };
  return near(0, color.r) && near(1, color.g) && near(2, color.b);
}

std::optional<Picture> read_png(const std::filesystem::path& file) {
  Picture picture;
  int channels = 0;
  unsigned char* data = stbi_load(file.c_str(), &picture.width, &picture.height, &channels, 3);
  if (data == nullptr) return std::nullopt;
  picture.pixels.assign(data,
                        data + static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 3);
  stbi_image_free(data);
  return picture;
}

}  // namespace interleave::gui

#include "app/gui/platform/png.h"

#include <stb_image_write.h>

namespace interleave::gui {

std::string png_of(const std::vector<unsigned char>& pixels, Size size) {
  // Plain rows: most of a window is flat. Trying all filters for each makes it a twentieth smaller, and takes three
  // times as long.
  stbi_write_force_png_filter = 0;
  std::string png;
  const auto take = [](void* to, void* data, int length) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(data), static_cast<std::size_t>(length));
  };
  stbi_write_png_to_func(take, &png, size.width, size.height, 3, pixels.data(), size.width * 3);
  return png;
}

}  // namespace interleave::gui

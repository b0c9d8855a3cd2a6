#pragma once

#include <cstdint>
#include <string>

namespace interleave::gui {

// A picture as the graphics has it: all of a texture, and how large it is by itself, in pixels.
struct ShownPicture {
  std::uintptr_t texture = 0;
  int width = 0;
  int height = 0;
};

// The pictures of lessons: PNG files in their folders. On the thread that draws.
class Pictures {
 public:
  virtual ~Pictures() = default;
  // Null where it cannot be shown. Holds until the next call.
  virtual const ShownPicture* find(const std::string& folder, const std::string& file) = 0;
};

}  // namespace interleave::gui

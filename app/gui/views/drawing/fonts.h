#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

struct ImFont;

namespace interleave::gui {

class Letters;

enum class Style : std::uint8_t { body, strong, small, caption, mono, title };

inline constexpr std::size_t kStyleCount = 6;

// The size of each style at 100 %, in pixels from ascender to descender, as ImGui counts: the letters of Inter are 0.83
// of it and those of JetBrains Mono 0.76 by the measure that others call the size.
inline constexpr std::array<float, kStyleCount> kStyleSizes = {18, 18, 16, 15, 17, 27};

// The fonts as they were built for one scale. `size` is in pixels, scaled.
struct Fonts {
  struct Face {
    ImFont* font = nullptr;
    float size = 0;
  };
  std::array<Face, kStyleCount> faces;
  float scale = 1;
  std::shared_ptr<Letters> letters;  // that these lack; where it is null, they are left to ImGui
};

}  // namespace interleave::gui

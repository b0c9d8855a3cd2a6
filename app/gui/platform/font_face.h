#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "app/gui/platform/installed_fonts.h"
#include "app/gui/platform/textures.h"

namespace interleave::gui {

// A glyph of a shaped text, in pixels; the glyphs stand from left to right.
struct ShapedGlyph {
  std::uint32_t index = 0;  // in its font
  std::size_t letter = 0;   // of the text: the first that it is for
  float advance = 0;
  float right = 0;  // from the pen
  float up = 0;
};

// A part of a line that is one font's, in one script and direction; what is around it decides how its letters join.
struct ShapeRun {
  std::u32string_view line;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool right_to_left = false;
  int size = 0;  // pixels an em
};

enum class Weight : std::uint8_t { regular, bold };

struct GlyphBitmap {
  Pixels pixels;
  int left = 0;  // from the pen
  int up = 0;    // of the upper edge, from the line that letters stand on
  bool coloured = false;
};

// A font that is no part of the window's atlas, as FreeType reads it. On one thread, as all of them.
class FontFace {
 public:
  // Null where the file is no font that can be read, or where the program was built without FreeType.
  static std::unique_ptr<FontFace> open(const FontFile& file);
  ~FontFace();
  FontFace(const FontFace&) = delete;
  FontFace& operator=(const FontFace&) = delete;

  // Whether it has the letter and the letter's picture is not empty; a space may be.
  bool draws(char32_t letter);
  std::vector<ShapedGlyph> shape(const ShapeRun& run);
  GlyphBitmap draw(std::uint32_t glyph, int size, Weight weight);

 private:
  struct Open;
  explicit FontFace(std::unique_ptr<Open> open);
  std::unique_ptr<Open> open_;
};

}  // namespace interleave::gui

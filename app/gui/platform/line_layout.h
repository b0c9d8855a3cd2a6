#pragma once

#include <string_view>

#include "app/gui/platform/font_faces.h"
#include "app/gui/views/drawing/letters.h"

namespace interleave::gui {

// Where a glyph's picture comes from.
class GlyphSource {
 public:
  virtual ~GlyphSource() = default;
  // The picture of a glyph of that font; beside the pen, its upper edge as far above the line that letters stand on.
  virtual const GlyphImage& image(std::size_t font, std::uint32_t glyph, int size, Weight weight) = 0;
};

struct LineStyle {
  Style style = Style::body;
  Fonts::Face face;
  float ascent = 0;  // from the line's upper edge to the line that letters stand on, pixels
  int size = 0;      // pixels an em, of what is not the window's own font
};

// Puts a line together: what the window's own font draws, glyphs of other fonts, and boxes for the rest.
LaidOutText lay_out_line(std::string_view text, const LineStyle& style, FontFaces& faces, GlyphSource& glyphs);

}  // namespace interleave::gui

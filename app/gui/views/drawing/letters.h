#pragma once

#include <cstdint>
#include <imgui.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/gui/views/drawing/drawn.h"
#include "app/gui/views/drawing/fonts.h"

namespace interleave::gui {

// A letter as a part of a texture, beside its pen's place on the upper edge of the line. All in pixels but u and v.
struct GlyphImage {
  std::uintptr_t texture = 0;
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;
  float u0 = 0;
  float v0 = 0;
  float u1 = 0;
  float v1 = 0;
  bool coloured = false;  // by itself, as pictures are
};

enum class PieceKind : std::uint8_t { own, image, box };

// A part of a line: text in the window's own font, one glyph of another, or the number of a letter that none has.
struct TextPiece {
  PieceKind kind = PieceKind::own;
  float x = 0;  // from the line's left end; whole pixels
  float width = 0;
  std::string own;
  GlyphImage image;
  char32_t code = 0;
};

// Where a letter of the text stands, in pixels from the line's left end.
struct TextStop {
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;
  float left = 0;
  float right = 0;
  bool right_to_left = false;
};

// A line from left to right, as it is drawn.
struct LaidOutText {
  std::vector<TextPiece> pieces;
  std::vector<TextStop> stops;  // in the order of the text
  float width = 0;
  Boxed boxed = Boxed::no;
};

// Knows how to draw what the window's own fonts lack. On the thread that draws.
class Letters {
 public:
  virtual ~Letters() = default;
  // Holds until the next call.
  virtual const LaidOutText& lay_out(std::string_view text, Style style) = 0;
};

// As ImGui names a texture.
ImTextureID texture_id(std::uintptr_t texture);

// Whether the font can draw all of the text by itself, one letter after the other.
bool draws_alone(const Fonts::Face& face, std::string_view text);
bool draws_alone(const Fonts::Face& face, char32_t code);

// As Canvas::cursor_x(), place_at() and stretches() say.
float cursor_in(const LaidOutText& line, std::size_t place);
std::size_t place_in(const LaidOutText& line, float x);
std::vector<std::pair<float, float>> stretches_in(const LaidOutText& line, std::size_t begin, std::size_t end);

// With its upper left end there.
void draw_laid_out(ImDrawList& list, ImVec2 at, const LaidOutText& text, const Fonts::Face& face, ImU32 ink);

}  // namespace interleave::gui

#pragma once

#include <cstdint>
#include <imgui.h>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/gui/model/picture/geometry.h"
#include "app/gui/views/drawing/drawn.h"
#include "app/gui/views/drawing/fonts.h"
#include "app/gui/views/drawing/letters.h"
#include "app/gui/views/drawing/line_breaks.h"
#include "core/looks/color.h"

namespace interleave::gui {

// A part of a line of text in a colour of its own.
struct TextRun {
  std::string_view text;
  Color color;
};

// A filled rectangle on whole pixels, in a colour as Canvas::ink() makes it.
struct Block {
  std::int16_t left = 0;
  std::int16_t top = 0;
  std::int16_t right = 0;
  std::int16_t bottom = 0;
  std::uint32_t ink = 0;
};

enum class Align : std::uint8_t { left, center, right };

// Draws shapes and text on one of ImGui's draw lists, and notes in Drawn the text that is to be seen. All sizes in
// pixels.
class Canvas {
 public:
  Canvas(ImDrawList& list, const Fonts& fonts, Drawn& drawn) : list_(&list), fonts_(fonts), drawn_(drawn) {}

  // A length given for 100 %.
  float px(float length) const;

  void fill(Rect rect, Color color, float rounding = 0);
  // Many at once, at a tenth of what each would cost by itself.
  void fill_all(std::span<const Block> blocks);
  static std::uint32_t ink(Color color);
  void frame(Rect rect, Color color, float thickness, float rounding = 0);
  void dotted_frame(Rect rect, Color color, float thickness);
  // All of a texture, stretched to the rectangle.
  void picture(Rect rect, std::uintptr_t texture);
  void line(Point from, Point to, Color color, float thickness);
  void triangle(Point a, Point b, Point c, Color color);
  void circle(Point center, float radius, Color color);
  // Diagonal stripes; they start at `anchor_x`, so that they stand still while the bar grows.
  void hatch(Rect rect, float anchor_x, Color color, float stripe, float apart);

  float text_width(std::string_view text, Style style) const;
  float text_height(Style style) const { return face(style).size; }
  // Where the cursor stands before that byte of a line, from the line's left end, and the byte before which it stands
  // that is nearest to there. `place` lies between two characters.
  float cursor_x(std::string_view line, std::size_t place, Style style) const;
  std::size_t place_at(std::string_view line, float x, Style style) const;
  // What these bytes of a line take of it, from left to right; several parts where scripts of both directions meet.
  std::vector<std::pair<float, float>> stretches(std::string_view line, std::size_t begin, std::size_t end,
                                                 Style style) const;

  // One line of text in the middle of the box's height; what does not fit ends in an ellipsis. Returns its width.
  float text(Rect box, std::string_view text, Style style, Color color, Align align = Align::left);
  // One line of parts behind each other, which the box has room for. Returns its width.
  float text_runs(Rect box, std::span<const TextRun> runs, Style style);
  // One line that begins `shift` pixels left of the box, cut off at the box's sides: a part of what is typed.
  void scrolled_text(Rect box, float shift, std::string_view text, Style style, Color color);
  // Several lines, broken at spaces. Returns the height they take; draws none below the box.
  float paragraph(Rect box, std::string_view text, Style style, Color color);
  // The height that all of it takes in that width.
  float paragraph_height(float width, std::string_view text, Style style) const;

  void clip(Rect rect);
  void end_clip();

  // What was drawn there before is hidden by what is drawn now: a plate that stands over it.
  void cover(Rect rect);

  Drawn& drawn() { return drawn_; }

 private:
  const Fonts::Face& face(Style style) const { return fonts_.faces[static_cast<std::size_t>(style)]; }
  float line_height(Style style) const;
  LineBreak break_within(std::string_view text, Style style, float width) const;
  std::string shortened(std::string_view text, Style style, float width) const;
  const LaidOutText* laid_out(std::string_view text, Style style) const;
  void put(Point at, std::string_view text, Style style, Color color);
  void note(std::string text, Rect box, Style style, bool cut);

  ImDrawList* list_;
  const Fonts& fonts_;
  Drawn& drawn_;
  std::size_t clips_ = 0;  // within each other
};

}  // namespace interleave::gui

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/gui/views/drawing/drawn.h"

namespace interleave::gui {

// A size of the window, and the scale in per cent that its display asks for.
struct Shape {
  float width;
  float height;
  int scale;
};

// The sizes at which nothing may be cut off.
inline constexpr Shape kShapes[] = {
    {1280, 720, 100}, {1600, 900, 100}, {1920, 1080, 100}, {3840, 2160, 100}, {3840, 2160, 200}};

// Each rule tells what breaks it, a sentence each; empty where nothing does.
using Broken = std::vector<std::string>;

enum class Cuts : std::uint8_t { none, any };  // whether a text may be cut off: in panels that somebody made small

// Every text is whole, legible and within the window. What somebody wrote himself may be as long as he likes, and cut.
Broken cut_or_small_texts(const Drawn& drawn, Shape shape, Cuts cuts = Cuts::none,
                          const std::vector<std::string>& own_words = {});
// No two controls of a layer stand over each other.
Broken overlapping_controls(const Drawn& drawn, Shape shape);
Broken overlapping_panels(const Drawn& drawn);
// Of the texts from that position on.
Broken overlapping_texts(const std::vector<DrawnText>& texts, std::size_t from = 0);
// Of all, where those that stand above others cover them.
Broken overlapping_texts(const Drawn& drawn);

}  // namespace interleave::gui

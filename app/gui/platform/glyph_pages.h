#pragma once

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "app/gui/views/letters.h"

namespace interleave::gui {

// Pixels of 8 bits each for red, green, blue and opacity, in this order, from the top left.
struct GlyphPixels {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;

  bool empty() const { return width == 0 || height == 0; }
};

// Where pages of glyphs lie: in the graphics' memory, or nowhere where nothing is shown.
class GlyphTextures {
 public:
  virtual ~GlyphTextures() = default;
  virtual std::uintptr_t make(int side) = 0;
  virtual void write(std::uintptr_t texture, int x, int y, const GlyphPixels& pixels) = 0;
  virtual void drop(std::uintptr_t texture) = 0;
};

// Those of OpenGL: its context is current whenever they are used.
std::shared_ptr<GlyphTextures> gl_textures();
// What is not shown.
std::shared_ptr<GlyphTextures> no_textures();

// Glyphs side by side on square pages, which are made as they are needed.
class GlyphPages {
 public:
  explicit GlyphPages(std::shared_ptr<GlyphTextures> textures) : textures_(std::move(textures)) {}
  ~GlyphPages();
  GlyphPages(const GlyphPages&) = delete;
  GlyphPages& operator=(const GlyphPages&) = delete;

  // The part of a texture that shows them, without its place. Nothing for no pixels, or for more than a page holds.
  GlyphImage add(const GlyphPixels& pixels);

 private:
  std::shared_ptr<GlyphTextures> textures_;
  std::vector<std::uintptr_t> pages_;
  int x_ = 0;  // of the next glyph on the last page
  int y_ = 0;
  int row_height_ = 0;
};

}  // namespace interleave::gui

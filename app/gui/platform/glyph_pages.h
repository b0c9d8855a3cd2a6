#pragma once

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "app/gui/platform/textures.h"
#include "app/gui/views/drawing/letters.h"

namespace interleave::gui {

// Glyphs side by side on square pages, which are made as they are needed.
class GlyphPages {
 public:
  explicit GlyphPages(std::shared_ptr<Textures> textures) : textures_(std::move(textures)) {}
  ~GlyphPages();
  GlyphPages(const GlyphPages&) = delete;
  GlyphPages& operator=(const GlyphPages&) = delete;

  // The part of a texture that shows them, without its place. Nothing for no pixels, or for more than a page holds.
  GlyphImage add(const Pixels& pixels);

 private:
  std::shared_ptr<Textures> textures_;
  std::vector<std::uintptr_t> pages_;
  int x_ = 0;  // of the next glyph on the last page
  int y_ = 0;
  int row_height_ = 0;
};

}  // namespace interleave::gui

#include "app/gui/platform/glyph_pages.h"

#include <algorithm>

namespace interleave::gui {

namespace {

constexpr int kPageSide = 1024;
constexpr int kApart = 1;  // so that no glyph is mixed with its neighbour

}  // namespace

GlyphPages::~GlyphPages() {
  for (const std::uintptr_t page : pages_) textures_->drop(page);
}

GlyphImage GlyphPages::add(const Pixels& pixels) {
  if (pixels.empty() || std::max(pixels.width, pixels.height) > kPageSide) return {};
  if (x_ + pixels.width > kPageSide) {
    x_ = 0;
    y_ += row_height_ + kApart;
    row_height_ = 0;
  }
  if (pages_.empty() || y_ + pixels.height > kPageSide) {
    pages_.push_back(textures_->make(kPageSide, kPageSide));
    x_ = y_ = row_height_ = 0;
  }
  textures_->write(pages_.back(), x_, y_, pixels);
  GlyphImage image;
  const auto share = [](int at) { return static_cast<float>(at) / kPageSide; };
  image.texture = pages_.back();
  image.right = static_cast<float>(pixels.width);
  image.bottom = static_cast<float>(pixels.height);
  image.u0 = share(x_);
  image.v0 = share(y_);
  image.u1 = share(x_ + pixels.width);
  image.v1 = share(y_ + pixels.height);
  x_ += pixels.width + kApart;
  row_height_ = std::max(row_height_, pixels.height);
  return image;
}

}  // namespace interleave::gui

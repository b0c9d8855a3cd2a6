#include "app/gui/model/picture/places_apart.h"

#include <algorithm>
#include <cstddef>

namespace interleave::gui {

namespace {

// Neighbours that stand as near to each other as they may: what is left of the places wanted when each is moved left by
// all the gaps before it.
struct Block {
  float sum = 0;
  std::size_t count = 0;

  float mean() const { return sum / static_cast<float>(count); }
};

}  // namespace

std::vector<float> places_apart(const std::vector<float>& wanted, float apart) {
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    blocks.push_back({wanted[i] - static_cast<float>(i) * apart, 1});
    while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() > blocks.back().mean()) {
      const Block last = blocks.back();
      blocks.pop_back();
      blocks.back().sum += last.sum;
      blocks.back().count += last.count;
    }
  }
  const float least = apart / 2;
  const float most = std::max(least, 1 - apart * (static_cast<float>(wanted.size()) - 0.5F));
  std::vector<float> places;
  for (const Block& block : blocks) {
    const float moved = std::clamp(block.mean(), least, most);
    for (std::size_t i = 0; i < block.count; ++i) places.push_back(moved + static_cast<float>(places.size()) * apart);
  }
  return places;
}

}  // namespace interleave::gui

#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace interleave::gui {

// Pixels of 8 bits each for red, green, blue and opacity, in this order, from the top left.
struct Pixels {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;

  bool empty() const { return width == 0 || height == 0; }
};

// Where pictures lie that are drawn from: in the graphics' memory, or nowhere where nothing is shown.
class Textures {
 public:
  virtual ~Textures() = default;
  virtual std::uintptr_t make(int width, int height) = 0;
  virtual void write(std::uintptr_t texture, int x, int y, const Pixels& pixels) = 0;
  virtual void drop(std::uintptr_t texture) = 0;
};

// Those of OpenGL: its context is current whenever they are used.
std::shared_ptr<Textures> gl_textures();
// What is not shown.
std::shared_ptr<Textures> no_textures();

}  // namespace interleave::gui

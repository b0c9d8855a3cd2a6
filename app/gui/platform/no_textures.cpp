#include "app/gui/platform/textures.h"

namespace interleave::gui {

namespace {

class NoTextures : public Textures {
 public:
  std::uintptr_t make(int, int) override { return ++made_; }
  void write(std::uintptr_t, int, int, const Pixels&) override {}
  void drop(std::uintptr_t) override {}

 private:
  std::uintptr_t made_ = 0;
};

}  // namespace

std::shared_ptr<Textures> no_textures() { return std::make_shared<NoTextures>(); }

}  // namespace interleave::gui

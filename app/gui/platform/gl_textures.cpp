#include <glad/gl.h>

#include "app/gui/platform/textures.h"

namespace interleave::gui {

namespace {

class GlTextures : public Textures {
 public:
  std::uintptr_t make(int width, int height) override {
    const Bound bound;
    GLuint texture = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    return texture;
  }

  void write(std::uintptr_t texture, int x, int y, const Pixels& pixels) override {
    const Bound bound;
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture));
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glTexSubImage2D(GL_TEXTURE_2D, 0, x, y, pixels.width, pixels.height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.rgba.data());
  }

  void drop(std::uintptr_t texture) override {
    const auto name = static_cast<GLuint>(texture);
    glDeleteTextures(1, &name);
  }

 private:
  // Leaves the texture that was in use as it was.
  class Bound {
   public:
    Bound() { glGetIntegerv(GL_TEXTURE_BINDING_2D, &before_); }
    ~Bound() { glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(before_)); }
    Bound(const Bound&) = delete;
    Bound& operator=(const Bound&) = delete;

   private:
    GLint before_ = 0;
  };
};

}  // namespace

std::shared_ptr<Textures> gl_textures() { return std::make_shared<GlTextures>(); }

}  // namespace interleave::gui

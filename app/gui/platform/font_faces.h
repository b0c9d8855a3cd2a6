#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/gui/platform/font_face.h"
#include "app/gui/views/drawing/fonts.h"

namespace interleave::gui {

using FontFiles = std::array<std::string, kStyleCount>;

enum class Elsewhere : std::uint8_t { searched, left_alone };  // fonts that are no files of the window's

// The fonts that are there for what the window's own lack. Files are opened, and installed fonts looked for, when a
// letter is asked for that needs it.
class FontFaces {
 public:
  // The files of the window's fonts come first: those have more letters than the window loads.
  FontFaces(FontFiles own, Elsewhere elsewhere) : own_(std::move(own)), elsewhere_(elsewhere) {}

  // A font that draws all of them, for face(); `before` where that does.
  std::optional<std::size_t> drawing(std::u32string_view letters, Style style, std::optional<std::size_t> before);
  FontFace& face(std::size_t number) { return *faces_[number].face; }
  // Whether it is the style's own file, which has the style's weight.
  bool is_own(std::size_t number, Style style) const;

 private:
  struct Known {
    FontFile file;
    std::unique_ptr<FontFace> face;  // null where it cannot be read
  };
  std::size_t number_of(const FontFile& file);
  bool draws(std::size_t number, std::u32string_view letters);

  FontFiles own_;
  Elsewhere elsewhere_;
  std::unique_ptr<InstalledFonts> installed_;
  std::vector<Known> faces_;
};

}  // namespace interleave::gui

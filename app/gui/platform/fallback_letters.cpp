#include "app/gui/platform/fallback_letters.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "app/gui/platform/line_layout.h"

namespace interleave::gui {

namespace {

constexpr std::size_t kMostLines = 4000;  // that are kept laid out
constexpr float kEmOfSize = 0.83F;        // as of Inter's letters, which stand beside them

float ascent_of(const Fonts::Face& face) {
#if IMGUI_VERSION_NUM >= 19200
  return face.font->GetFontBaked(face.size)->Ascent;
#else
  return face.font->Ascent * face.size / face.font->FontSize;
#endif
}

class FallbackLetters : public Letters, private GlyphSource {
 public:
  FallbackLetters(const Fonts& fonts, FontFiles files, std::shared_ptr<Textures> textures, Elsewhere elsewhere)
      : styles_(fonts.faces), faces_(std::move(files), elsewhere), pages_(std::move(textures)) {}

  const LaidOutText& lay_out(std::string_view text, Style style) override {
    std::string key(1, static_cast<char>('0' + static_cast<int>(style)));
    key += text;
    if (const auto found = lines_.find(key); found != lines_.end()) return found->second;
    if (lines_.size() >= kMostLines) lines_.clear();
    const Fonts::Face& face = styles_[static_cast<std::size_t>(style)];
    const int em = std::max(1, static_cast<int>(std::lround(face.size * kEmOfSize)));
    LaidOutText line = lay_out_line(text, {style, face, ascent_of(face), em}, faces_, *this);
    return lines_.emplace(std::move(key), std::move(line)).first->second;
  }

 private:
  const GlyphImage& image(std::size_t font, std::uint32_t glyph, int size, Weight weight) override {
    const auto [found, is_new] = images_.try_emplace({font, glyph, size, weight});
    GlyphImage& image = found->second;
    if (!is_new) return image;
    const GlyphBitmap drawn = faces_.face(font).draw(glyph, size, weight);
    image = pages_.add(drawn.pixels);
    image.coloured = drawn.coloured;
    image.left += static_cast<float>(drawn.left);
    image.right += static_cast<float>(drawn.left);
    image.top -= static_cast<float>(drawn.up);
    image.bottom -= static_cast<float>(drawn.up);
    return image;
  }

  std::array<Fonts::Face, kStyleCount> styles_;
  FontFaces faces_;
  GlyphPages pages_;
  std::map<std::tuple<std::size_t, std::uint32_t, int, Weight>, GlyphImage> images_;
  std::unordered_map<std::string, LaidOutText> lines_;
};

}  // namespace

std::shared_ptr<Letters> fallback_letters(const Fonts& fonts, FontFiles files, std::shared_ptr<Textures> textures,
                                          Elsewhere elsewhere) {
  return std::make_shared<FallbackLetters>(fonts, std::move(files), std::move(textures), elsewhere);
}

}  // namespace interleave::gui

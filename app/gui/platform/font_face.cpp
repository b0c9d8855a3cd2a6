#include "app/gui/platform/font_face.h"

#include "app/gui/platform/color_glyph.h"

#ifdef INTERLEAVE_FREETYPE
#include <algorithm>
#include <cstdlib>
#include <ft2build.h>
#include <unordered_map>
#include FT_FREETYPE_H
#include FT_SYNTHESIS_H
#ifdef INTERLEAVE_SHAPING
#include <hb-ft.h>
#include <hb.h>
#endif
#endif

namespace interleave::gui {

FontFace::~FontFace() = default;

#ifdef INTERLEAVE_FREETYPE

namespace {

using FreetypeLibrary = std::shared_ptr<FT_LibraryRec_>;

// One for all faces, as long as there are any.
FreetypeLibrary freetype_library() {
  static std::weak_ptr<FT_LibraryRec_> shared;
  if (FreetypeLibrary library = shared.lock()) return library;
  FT_Library opened = nullptr;
  if (FT_Init_FreeType(&opened) != 0) return nullptr;
  FreetypeLibrary library(opened, FT_Done_FreeType);
  shared = library;
  return library;
}

float from_26_6(FT_Pos length) { return static_cast<float>(length) / 64; }

Pixels gray_pixels(const FT_Bitmap& bitmap) {
  Pixels pixels{static_cast<int>(bitmap.width), static_cast<int>(bitmap.rows), {}};
  pixels.rgba.reserve(static_cast<std::size_t>(bitmap.width) * bitmap.rows * 4);
  for (unsigned y = 0; y < bitmap.rows; ++y) {
    const unsigned char* row = bitmap.buffer + static_cast<std::ptrdiff_t>(y) * bitmap.pitch;
    for (unsigned x = 0; x < bitmap.width; ++x) {
      const bool of_bits = bitmap.pixel_mode == FT_PIXEL_MODE_MONO;
      const unsigned char bit = (row[x / 8] >> (7 - x % 8)) & 1;
      const unsigned char ink = of_bits ? static_cast<unsigned char>(bit * 255) : row[x];
      pixels.rgba.insert(pixels.rgba.end(), {255, 255, 255, ink});
    }
  }
  return pixels;
}

}  // namespace

struct FontFace::Open {
  FreetypeLibrary library;
  FT_Face face = nullptr;
  FT_Int32 flags = 0;
  float ratio = 1;  // of what is drawn to what the font has: 1 but for pictures of one size
  int size = 0;     // as it was set last
  std::unordered_map<char32_t, bool> drawn;
#ifdef INTERLEAVE_SHAPING
  hb_font_t* shaper = nullptr;
#endif

  Open() = default;
  Open(const Open&) = delete;
  Open& operator=(const Open&) = delete;
  ~Open() {
#ifdef INTERLEAVE_SHAPING
    hb_font_destroy(shaper);
#endif
    if (face != nullptr) FT_Done_Face(face);
  }

  bool has_outlines() const { return FT_IS_SCALABLE(face); }

  void use_size(int pixels) {
    if (size == pixels) return;
    size = pixels;
    if (has_outlines()) {
      FT_Set_Pixel_Sizes(face, 0, static_cast<FT_UInt>(pixels));
    } else {
      FT_Select_Size(face, nearest_strike(pixels));
      ratio = static_cast<float>(pixels) / static_cast<float>(std::max<FT_UShort>(face->size->metrics.y_ppem, 1));
    }
#ifdef INTERLEAVE_SHAPING
    if (shaper == nullptr) shaper = hb_ft_font_create(face, nullptr);
    hb_ft_font_changed(shaper);
    hb_ft_font_set_load_flags(shaper, flags);
#endif
  }

  // The smallest that is not smaller, or else the largest.
  int nearest_strike(int pixels) const {
    int best = 0;
    const auto height = [&](int i) { return static_cast<int>(face->available_sizes[i].y_ppem / 64); };
    for (int i = 1; i < face->num_fixed_sizes; ++i) {
      const bool fits = height(i) >= pixels;
      const bool best_fits = height(best) >= pixels;
      if (fits != best_fits ? fits : (height(i) < height(best)) == fits) best = i;
    }
    return best;
  }

  bool has_picture(FT_UInt glyph) {
    if (!has_outlines()) use_size(size == 0 ? 16 : size);
    if (FT_Load_Glyph(face, glyph, has_outlines() ? FT_LOAD_NO_SCALE : flags) != 0) return false;
    return has_outlines() ? face->glyph->outline.n_points > 0 : face->glyph->bitmap.rows > 0;
  }
};

FontFace::FontFace(std::unique_ptr<Open> open) : open_(std::move(open)) {}

std::unique_ptr<FontFace> FontFace::open(const FontFile& file) {
  auto open = std::make_unique<Open>();
  open->library = freetype_library();
  if (open->library == nullptr) return nullptr;
  if (FT_New_Face(open->library.get(), file.path.c_str(), file.index, &open->face) != 0) return nullptr;
  const bool coloured = FT_HAS_COLOR(open->face);
  if (!open->has_outlines() && !coloured) return nullptr;  // letters of one size, made for terminals
  open->flags = FT_LOAD_TARGET_LIGHT | (coloured ? FT_LOAD_COLOR : 0) | (open->has_outlines() ? FT_LOAD_NO_BITMAP : 0);
  if (FT_Select_Charmap(open->face, FT_ENCODING_UNICODE) != 0) return nullptr;
  return std::unique_ptr<FontFace>(new FontFace(std::move(open)));
}

bool FontFace::draws(char32_t letter) {
  const auto [found, is_new] = open_->drawn.try_emplace(letter, false);
  if (!is_new) return found->second;
  const FT_UInt glyph = FT_Get_Char_Index(open_->face, letter);
  const bool is_space = letter == 0x3000 || (letter >= 0x2000 && letter <= 0x200A) || letter == ' ' || letter == 0xA0;
  found->second = glyph != 0 && (is_space || open_->has_picture(glyph));
  return found->second;
}

#ifdef INTERLEAVE_SHAPING

std::vector<ShapedGlyph> FontFace::shape(const ShapeRun& run) {
  open_->use_size(run.size);
  hb_buffer_t* buffer = hb_buffer_create();
  const std::vector<std::uint32_t> letters(run.line.begin(), run.line.end());
  hb_buffer_add_utf32(buffer, letters.data(), static_cast<int>(letters.size()), static_cast<unsigned>(run.begin),
                      static_cast<int>(run.end - run.begin));
  hb_buffer_set_direction(buffer, run.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_guess_segment_properties(buffer);
  hb_shape(open_->shaper, buffer, nullptr, 0);
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer, &count);
  std::vector<ShapedGlyph> glyphs;
  const float ratio = open_->ratio;
  for (unsigned i = 0; i < count; ++i) {
    glyphs.push_back({infos[i].codepoint, infos[i].cluster, from_26_6(places[i].x_advance) * ratio,
                      from_26_6(places[i].x_offset) * ratio, from_26_6(places[i].y_offset) * ratio});
  }
  hb_buffer_destroy(buffer);
  return glyphs;
}

#else

std::vector<ShapedGlyph> FontFace::shape(const ShapeRun& run) {
  open_->use_size(run.size);
  std::vector<ShapedGlyph> glyphs;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    const FT_UInt glyph = FT_Get_Char_Index(open_->face, run.line[i]);
    if (glyph == 0 || FT_Load_Glyph(open_->face, glyph, open_->flags) != 0) continue;
    glyphs.push_back({glyph, i, from_26_6(open_->face->glyph->advance.x) * open_->ratio, 0, 0});
  }
  return glyphs;
}

#endif

GlyphBitmap FontFace::draw(std::uint32_t glyph, int size, Weight weight) {
  open_->use_size(size);
  if (FT_Load_Glyph(open_->face, glyph, open_->flags) != 0) return {};
  const FT_GlyphSlot slot = open_->face->glyph;
  if (weight == Weight::bold && slot->format == FT_GLYPH_FORMAT_OUTLINE) FT_GlyphSlot_Embolden(slot);
  if (slot->format != FT_GLYPH_FORMAT_BITMAP && FT_Render_Glyph(slot, FT_RENDER_MODE_LIGHT) != 0) return {};
  GlyphBitmap drawn;
  const FT_Bitmap& bitmap = slot->bitmap;
  drawn.left = slot->bitmap_left;
  drawn.up = slot->bitmap_top;
  if (bitmap.pixel_mode == FT_PIXEL_MODE_BGRA) {
    drawn.coloured = true;
    drawn.pixels = scaled_picture(
        {bitmap.buffer, static_cast<int>(bitmap.width), static_cast<int>(bitmap.rows), bitmap.pitch}, open_->ratio);
    drawn.left = static_cast<int>(static_cast<float>(drawn.left) * open_->ratio);
    drawn.up = static_cast<int>(static_cast<float>(drawn.up) * open_->ratio);
  } else {
    drawn.pixels = gray_pixels(bitmap);
  }
  return drawn;
}

#else

struct FontFace::Open {};
FontFace::FontFace(std::unique_ptr<Open> open) : open_(std::move(open)) {}
std::unique_ptr<FontFace> FontFace::open(const FontFile&) { return nullptr; }
bool FontFace::draws(char32_t) { return false; }
std::vector<ShapedGlyph> FontFace::shape(const ShapeRun&) { return {}; }
GlyphBitmap FontFace::draw(std::uint32_t, int, Weight) { return {}; }

#endif

}  // namespace interleave::gui

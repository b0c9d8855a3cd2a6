#include "app/gui/platform/font_atlas.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <imgui.h>
#include <string>
#include <utility>
#include <vector>

#include "app/gui/platform/fallback_letters.h"
#include "app/gui/views/drawing/letter_kinds.h"

namespace interleave::gui {

namespace {

enum class Family : std::uint8_t { sans, sans_bold, mono };

Family family_of(Style style) {
  if (style == Style::strong || style == Style::caption || style == Style::title) return Family::sans_bold;
  return style == Style::mono ? Family::mono : Family::sans;
}

// Where the build found the font, then where Debian's packages put one that will do.
std::vector<std::string> candidates(Family family) {
  switch (family) {
    case Family::sans:
      return {INTERLEAVE_FONT_SANS, "/usr/share/fonts/opentype/inter/Inter-Regular.otf",
              "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"};
    case Family::sans_bold:
      return {INTERLEAVE_FONT_SANS_BOLD, "/usr/share/fonts/opentype/inter/Inter-SemiBold.otf",
              "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"};
    case Family::mono:
      return {INTERLEAVE_FONT_MONO, "/usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-Regular.ttf",
              "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf"};
  }
  return {};
}

std::string font_file(Family family) {
  for (const std::string& path : candidates(family)) {
    std::error_code error;
    if (!path.empty() && std::filesystem::exists(path, error)) return path;
  }
  return {};
}

// Since 1.92 the atlas takes what it needs by itself.
const ImWchar* glyphs() {
  static const auto kRanges = [] {
    std::array<ImWchar, 2 * kOwnLetters.size() + 1> ranges{};
    for (std::size_t i = 0; i < kOwnLetters.size(); ++i) {
      ranges[2 * i] = static_cast<ImWchar>(kOwnLetters[i].first);
      ranges[2 * i + 1] = static_cast<ImWchar>(kOwnLetters[i].last);
    }
    return ranges;
  }();
  return kRanges.data();
}

ImFont* add_font(ImFontAtlas& atlas, Family family, float size, const ImWchar* ranges) {
  const std::string path = font_file(family);
  ImFontConfig config;
  config.OversampleH = 2;
  config.OversampleV = 1;
  config.PixelSnapH = true;
  if (!path.empty()) {
    if (ImFont* font = atlas.AddFontFromFileTTF(path.c_str(), size, &config, ranges)) return font;
  }
  config.SizePixels = size;
  return atlas.AddFontDefault(&config);
}

Fonts load(ImFontAtlas& atlas, float scale, const ImWchar* ranges) {
  atlas.Clear();
#if IMGUI_VERSION_NUM < 19200
  atlas.TexDesiredWidth = 2048;
#endif
  Fonts fonts;
  fonts.scale = scale;
  for (std::size_t i = 0; i < kStyleCount; ++i) {
    const float size = std::round(kStyleSizes[i] * scale);
    fonts.faces[i] = {add_font(atlas, family_of(static_cast<Style>(i)), size, ranges), size};
  }
#if IMGUI_VERSION_NUM < 19200
  atlas.Build();
#endif
  return fonts;
}

}  // namespace

Fonts load_fonts(float scale) { return load(*ImGui::GetIO().Fonts, scale, glyphs()); }

std::shared_ptr<Letters> letters_beside(const Fonts& fonts, std::shared_ptr<Textures> textures, Elsewhere elsewhere) {
  FontFiles files;
  for (std::size_t i = 0; i < kStyleCount; ++i) files[i] = font_file(family_of(static_cast<Style>(i)));
  return fallback_letters(fonts, std::move(files), std::move(textures), elsewhere);
}

FontAtlas make_font_atlas(float scale) {
#if IMGUI_VERSION_NUM >= 19200
  static_cast<void>(scale);
  return {};
#else
  auto atlas = std::make_shared<ImFontAtlas>();
  const Fonts fonts = load(*atlas, scale, glyphs());
  return {std::move(atlas), fonts};
#endif
}

Fonts load_fonts_for(float scale, const std::vector<DrawnText>& texts) {
#if IMGUI_VERSION_NUM >= 19200
  static_cast<void>(texts);
  return load_fonts(scale);
#else
  static constexpr std::array<ImWchar, 3> kLatin = {0x0020, 0x00FF, 0};
  ImFontGlyphRangesBuilder used;
  used.AddRanges(kLatin.data());
  used.AddText("…");
  for (const DrawnText& text : texts) used.AddText(text.text.c_str());
  ImVector<ImWchar> ranges;
  used.BuildRanges(&ranges);
  return load(*ImGui::GetIO().Fonts, scale, ranges.Data);  // which builds the atlas: the ranges need not outlive it
#endif
}

}  // namespace interleave::gui

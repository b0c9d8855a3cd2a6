#include "app/gui/views/drawing/theme.h"

#include <array>

#include "app/gui/model/state/theme_name.h"
#include "core/looks/palette.h"
#include "core/looks/tones.h"

namespace interleave::gui {

namespace {

const Theme kDark = {
    .ground = kDarkTones.ground,
    .bar = rgb(0x1C2026),
    .raised = kDarkTones.raised,
    .hover = rgb(0x343B46),
    .line = kDarkTones.line,
    .grid = rgb(0x272C34),
    .text = kDarkTones.text,
    .quiet_text = kDarkTones.quiet_text,
    .accent = kDarkTones.accent,
    .on_accent = rgb(0xFFFFFF),
    .go = rgb(0x1B7F56),
    .on_go = rgb(0xFFFFFF),
    .notice = rgb(0x4A3A12),
    .on_notice = rgb(0xFFE3A3),
    .neutral = rgb(0x98A2B3),
    .playhead = rgb(0xFFFFFF),
    .on_playhead = rgb(0x101318),
    .code_keyword = rgb(0x9EC5FF),
    .code_string = rgb(0xA3D9A5),
    .code_number = rgb(0xF0C08A),
    .code_comment = rgb(0xB9C1CD),
    .light = false,
};

const Theme kLight = {
    .ground = kLightTones.ground,
    .bar = rgb(0xFFFFFF),
    .raised = kLightTones.raised,
    .hover = rgb(0xDFE3E9),
    .line = kLightTones.line,
    .grid = rgb(0xE6E8EC),
    .text = kLightTones.text,
    .quiet_text = kLightTones.quiet_text,
    .accent = kLightTones.accent,
    .on_accent = rgb(0xFFFFFF),
    .go = rgb(0x0F6E47),
    .on_go = rgb(0xFFFFFF),
    .notice = rgb(0xFFF0C9),
    .on_notice = rgb(0x5A3F00),
    .neutral = rgb(0x6B7686),
    .playhead = rgb(0x14181F),
    .on_playhead = rgb(0xFFFFFF),
    .code_keyword = rgb(0x1747A6),
    .code_string = rgb(0x1B5E20),
    .code_number = rgb(0x8A3B00),
    .code_comment = rgb(0x48525F),
    .light = true,
};

// Black, white and one bright accent.
const Theme kContrast = {
    .ground = rgb(0x000000),
    .bar = rgb(0x000000),
    .raised = rgb(0x101010),
    .hover = rgb(0x3A3A3A),
    .line = rgb(0xB0B0B0),
    .grid = rgb(0x4A4A4A),
    .text = rgb(0xFFFFFF),
    .quiet_text = rgb(0xE6E6E6),
    .accent = rgb(0xFFD60A),
    .on_accent = rgb(0x000000),
    .go = rgb(0x3BE08A),
    .on_go = rgb(0x000000),
    .notice = rgb(0xFFD60A),
    .on_notice = rgb(0x000000),
    .neutral = rgb(0xFFFFFF),
    .playhead = rgb(0xFFFFFF),
    .on_playhead = rgb(0x000000),
    .code_keyword = rgb(0x9CCBFF),
    .code_string = rgb(0x9CF0B8),
    .code_number = rgb(0xFFD60A),
    .code_comment = rgb(0xE6E6E6),
    .light = false,
};

}  // namespace

const Theme& theme_named(ThemeName name) {
  switch (name) {
    case ThemeName::dark:
      return kDark;
    case ThemeName::light:
      return kLight;
    case ThemeName::contrast:
      break;
  }
  return kContrast;
}

Color warning_color(const Theme& theme) {
  constexpr float kLegible = 4.5F;
  return contrast(theme.on_notice, theme.ground) >= kLegible ? theme.on_notice : theme.notice;
}

namespace {

constexpr std::size_t kKeptColors = 256;  // of the first tasks: a frame asks for them thousands of times

Color color_at(const Theme& theme, std::size_t position) {
  return interleave::task_color(position, theme.light ? Ground::light : Ground::dark);
}

struct KeptColors {
  explicit KeptColors(const Theme& theme) {
    for (std::size_t i = 0; i < kKeptColors; ++i) {
      areas[i] = color_at(theme, i);
      lines[i] = with_contrast(areas[i], theme.ground, kLineContrast);
    }
  }
  std::array<Color, kKeptColors> areas;
  std::array<Color, kKeptColors> lines;
};

// Those of the theme, or null where it is none of ours.
const KeptColors* kept_colors(const Theme& theme) {
  static const KeptColors dark(kDark);
  static const KeptColors light(kLight);
  static const KeptColors contrast(kContrast);
  if (&theme == &kDark) return &dark;
  if (&theme == &kLight) return &light;
  return &theme == &kContrast ? &contrast : nullptr;
}

}  // namespace

Color task_color(const Theme& theme, std::size_t position) {
  const KeptColors* kept = position < kKeptColors ? kept_colors(theme) : nullptr;
  return kept != nullptr ? kept->areas[position] : color_at(theme, position);
}

Color task_line_color(const Theme& theme, std::size_t position) {
  const KeptColors* kept = position < kKeptColors ? kept_colors(theme) : nullptr;
  return kept != nullptr ? kept->lines[position]
                         : with_contrast(color_at(theme, position), theme.ground, kLineContrast);
}

}  // namespace interleave::gui

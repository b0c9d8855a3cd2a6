#include "app/gui/platform/shaping.h"

#ifdef INTERLEAVE_SHAPING
#include <fribidi.h>
#include <hb.h>
#endif

namespace interleave::gui {

#ifdef INTERLEAVE_SHAPING

bool can_shape() { return true; }

std::vector<std::uint8_t> bidi_levels(std::u32string_view line, BaseDirection base) {
  const auto count = static_cast<FriBidiStrIndex>(line.size());
  const std::vector<FriBidiChar> letters(line.begin(), line.end());
  std::vector<FriBidiCharType> types(line.size());
  std::vector<FriBidiBracketType> brackets(line.size());
  std::vector<FriBidiLevel> levels(line.size());
  fribidi_get_bidi_types(letters.data(), count, types.data());
  fribidi_get_bracket_types(letters.data(), count, types.data(), brackets.data());
  FriBidiParType direction = base == BaseDirection::by_text ? FRIBIDI_PAR_ON : FRIBIDI_PAR_LTR;
  if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), count, &direction, levels.data()) == 0) {
    return std::vector<std::uint8_t>(line.size());  // it had no memory
  }
  return {levels.begin(), levels.end()};
}

char32_t mirrored(char32_t letter) {
  FriBidiChar mirror = letter;
  fribidi_get_mirror_char(letter, &mirror);
  return mirror;
}

std::uint32_t script_of(char32_t letter) {
  const hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), letter);
  const bool of_all = script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN;
  return of_all ? 0 : static_cast<std::uint32_t>(script);
}

#else

bool can_shape() { return false; }
std::vector<std::uint8_t> bidi_levels(std::u32string_view line, BaseDirection) {
  return std::vector<std::uint8_t>(line.size());
}
char32_t mirrored(char32_t letter) { return letter; }
std::uint32_t script_of(char32_t) { return 0; }

#endif

}  // namespace interleave::gui

#include "app/gui/views/drawing/line_breaks.h"

#include <algorithm>
#include <array>

#include "app/gui/views/drawing/letter_kinds.h"

namespace interleave::gui {

namespace {

struct CodeStretch {
  char32_t first = 0;
  char32_t last = 0;
};

// Chinese letters, Japanese syllables, Yi, and their wide punctuation. Korean has spaces.
constexpr std::array<CodeStretch, 7> kWithoutSpaces = {{{0x2E80, 0x312F},
                                                        {0x3190, 0x4DBF},
                                                        {0x4E00, 0xA4CF},
                                                        {0xF900, 0xFAFF},
                                                        {0xFE30, 0xFE4F},
                                                        {0xFF01, 0xFF9F},
                                                        {0x20000, 0x3FFFF}}};

constexpr std::u32string_view kClosing =
    U"、。，．・：；？！）］｝」』】〕〉》〗〙〛〟’”…‥ー々〻ゝゞヽヾ％"
    U"ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ｡｣､･ｰ,.:;!?)]}%";
constexpr std::u32string_view kOpening = U"（［｛「『【〔〈《〖〘〚〝‘“｢([{";

bool is_written_without_spaces(char32_t code) {
  return std::any_of(kWithoutSpaces.begin(), kWithoutSpaces.end(),
                     [&](const CodeStretch& range) { return code >= range.first && code <= range.last; });
}

bool may_break_between(char32_t before, char32_t after) {
  if (!is_written_without_spaces(before) && !is_written_without_spaces(after)) return false;
  return kOpening.find(before) == kOpening.npos && kClosing.find(after) == kClosing.npos;
}

}  // namespace

std::vector<LineBreak> line_breaks(std::string_view text) {
  std::vector<LineBreak> breaks;
  char32_t before = U' ';
  for (std::size_t at = 0; at < text.size(); at = grapheme_end(text, at)) {
    const char32_t code = letter_at(text, at).code;
    if (code == U' ')
      breaks.push_back({at, at + 1});
    else if (before != U' ' && may_break_between(before, code))
      breaks.push_back({at, at});
    before = code;
  }
  breaks.push_back({text.size(), text.size()});
  return breaks;
}

}  // namespace interleave::gui

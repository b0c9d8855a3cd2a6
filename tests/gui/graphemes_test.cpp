#include <doctest/doctest.h>
#include <string>
#include <vector>

#include "app/gui/views/drawing/letter_kinds.h"

namespace interleave::gui {
namespace {

std::vector<std::string> graphemes(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = grapheme_end(text, at);
    REQUIRE(end > at);
    parts.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return parts;
}

TEST_CASE("a letter belongs together with its marks, whatever the script") {
  using Parts = std::vector<std::string>;
  CHECK(graphemes("abc") == Parts{"a", "b", "c"});
  CHECK(graphemes("e\u0301e") == Parts{"e\u0301", "e"});
  CHECK(graphemes("क्षितिज") == Parts{"क्षि", "ति", "ज"});
  CHECK(graphemes("ที่ดี") == Parts{"ที่", "ดี"});
  CHECK(graphemes("שָׁלוֹם") == Parts{"שָׁ", "ל", "וֹ", "ם"});
  CHECK(graphemes("\u1112\u1161\u11AB\u1100\u1173") == Parts{"\u1112\u1161\u11AB", "\u1100\u1173"});
}

TEST_CASE("a picture of several code points is one letter, and two flags are two") {
  using Parts = std::vector<std::string>;
  CHECK(graphemes("👩‍🚀👩") == Parts{"👩‍🚀", "👩"});
  CHECK(graphemes("👍🏽👍") == Parts{"👍🏽", "👍"});
  CHECK(graphemes("❤️!") == Parts{"❤️", "!"});
  CHECK(graphemes("🇯🇵🇰🇷") == Parts{"🇯🇵", "🇰🇷"});
}

TEST_CASE("a byte that belongs to no letter is a letter by itself") {
  CHECK(graphemes("a\xFF\x80z").size() == 4);
  CHECK(letter_at("\xFF", 0).code == kLooseByte + 0xFF);
  CHECK(letter_at("\xE4\xBD", 0).code == kLooseByte + 0xE4);
}

TEST_CASE("marks at the start of a line or behind an end of line join with nothing before them") {
  CHECK(graphemes("\u0301a").size() == 2);
  CHECK(graphemes("\n\u0301").size() == 2);
}

}  // namespace
}  // namespace interleave::gui

#include "core/base/utf8.h"

#include <doctest/doctest.h>

namespace interleave {

TEST_CASE("every form of a valid UTF-8 character is accepted up to U+10FFFF") {
  CHECK(first_invalid_utf8("a\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF") ==
        std::string_view::npos);
  CHECK(count_characters("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80") == 4);
}

TEST_CASE("a byte that belongs to no UTF-8 character is found at its place") {
  CHECK(first_invalid_utf8("ab\x80") == 2);              // a continuation alone
  CHECK(first_invalid_utf8("ab\xC0\xAF") == 2);          // longer than needed
  CHECK(first_invalid_utf8("ab\xE0\x9F\xBF") == 2);      // longer than needed
  CHECK(first_invalid_utf8("ab\xED\xA0\x80") == 2);      // a surrogate
  CHECK(first_invalid_utf8("ab\xF4\x90\x80\x80") == 2);  // above U+10FFFF
  CHECK(first_invalid_utf8("ab\xE2\x82") == 2);          // cut off
  CHECK(first_invalid_utf8("ab\xFF") == 2);
}

TEST_CASE("text is quoted for a message without control characters, invalid bytes and great length") {
  CHECK(in_quotes("coffee") == "\"coffee\"");
  CHECK(in_quotes("a\nb\xC2\x85"
                  "c\xFF") == "\"a\uFFFDb\uFFFDc\uFFFD\"");
  CHECK(in_quotes(std::string(41, 'x')) == "\"" + std::string(40, 'x') + "...\"");
}

TEST_CASE("what turns the direction of writing is no control character, and letters of any direction turn nothing") {
  for (const char* turning :
       {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"}) {
    CHECK(turns_direction(turning));
    CHECK(!has_control_characters(std::string("a") + turning));
  }
  for (const char* other : {"\u2029", "\u202F", "\u2065", "\u206A", "\u200F", "\u05D0", "\u2026", "\u21AA"}) {
    CHECK(!turns_direction(other));
  }
}

TEST_CASE("text for a terminal has no control characters but tabs and line ends, and no bytes that are no UTF-8") {
  CHECK(terminal_text("a\tb\n\u00E9 \U0001F600") == "a\tb\n\u00E9 \U0001F600");
  CHECK(terminal_text("\x1B[31m\r\x07\x7F\u009B\u202E\xFF") == "\uFFFD[31m\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
  CHECK(terminal_text("a\tb\n", "") == "a\uFFFDb\uFFFD");
}

}  // namespace interleave

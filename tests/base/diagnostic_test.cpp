#include "core/base/diagnostic.h"

#include <doctest/doctest.h>

#include "core/base/source_text.h"

namespace interleave {

TEST_CASE("a diagnostic shows the place, the line, and a caret below the character") {
  const SourceText source("{\n  \"slep\": 1\n}");
  CHECK(to_string(source.diagnostic("a.json", 4, "unknown key")) ==
        "a.json:2:3: unknown key\n"
        "  \"slep\": 1\n"
        "  ^\n");
}

TEST_CASE("tabs before the place are tabs before the caret, and a character of several bytes is one blank") {
  const SourceText source("\t\"\xC3\xA9\": x");
  CHECK(to_string(source.diagnostic("a", 7, "what")) ==
        "a:1:7: what\n"
        "\t\"\xC3\xA9\": x\n"
        "\t     ^\n");
}

TEST_CASE("columns count characters and not bytes") {
  const SourceText source("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80!\n?");
  CHECK(source.position(9) == SourcePosition{1, 4});
  CHECK(source.position(11) == SourcePosition{2, 1});
}

TEST_CASE("a place behind the last line's end is on that line, and never beyond the text") {
  const SourceText source("ab");
  CHECK(source.position(2) == SourcePosition{1, 3});
  CHECK(source.position(99) == SourcePosition{1, 3});
  CHECK(to_string(SourceText("").diagnostic("a", 0, "empty")) == "a:1:1: empty\n\n^\n");
}

TEST_CASE("a place on a line break belongs to the line before it") {
  CHECK(SourceText("ab\ncd").diagnostic("a", 2, "m").source_line == "ab");
  CHECK(SourceText("ab\r\ncd").diagnostic("a", 1, "m").source_line == "ab");
  CHECK(SourceText("ab\r\ncd").diagnostic("a", 4, "m").source_line == "cd");
}

TEST_CASE("a long line is cut on both sides of the place, and the caret stays below it") {
  const std::string text = std::string(5000, 'x') + "!" + std::string(5000, 'y');
  const Diagnostic diagnostic = SourceText(text).diagnostic("a", 5000, "m");
  CHECK(diagnostic.position == SourcePosition{1, 5001});
  CHECK(diagnostic.source_line == "..." + std::string(100, 'x') + "!" + std::string(99, 'y') + "...");
  CHECK(diagnostic.source_line[diagnostic.caret_column - 1] == '!');
}

TEST_CASE("positions in a text of many lines and of one long line agree with counting") {
  std::string text;
  for (int line = 0; line < 300; ++line) text += std::string(static_cast<std::size_t>(line % 7), 'x') + "\xC3\xA9\n";
  text += std::string(2000, 'z');
  const SourceText source(text);
  SourcePosition expected;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\xA9') REQUIRE(source.position(at) == expected);
    if (text[at] == '\n')
      expected = {expected.line + 1, 1};
    else if (text[at] != '\xA9')
      ++expected.column;
  }
}

TEST_CASE("what would upset a terminal is replaced in the shown line, character for character") {
  const SourceText source(std::string_view("a\x1B[1m\xFF\0b", 8));
  CHECK(source.diagnostic("a", 7, "m").source_line ==
        "a\uFFFD[1m\uFFFD\uFFFD"
        "b");
}

}  // namespace interleave

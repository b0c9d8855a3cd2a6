#include "core/interchange/text_width.h"

#include <doctest/doctest.h>

using namespace interleave;

TEST_CASE("width counts a terminal's columns, not bytes and not characters") {
  CHECK(display_width("coffee") == 6);
  CHECK(display_width("кава") == 4);
  CHECK(display_width("咖啡") == 4);
  CHECK(display_width("☕") == 1);
  CHECK(display_width("🍰") == 2);
  CHECK(display_width("e\u0301") == 1);
}

TEST_CASE("text is cut only where it does not fit, and the ellipsis stays within the width") {
  CHECK(cut_to_width("coffee", 6, "…") == "coffee");
  CHECK(cut_to_width("coffee", 5, "…") == "coff…");
  CHECK(cut_to_width("咖啡咖啡", 6, "…") == "咖啡…");
  CHECK(cut_to_width("coffee", 1, "~") == "~");
}

TEST_CASE("what would upset a terminal is replaced") {
  CHECK(printable("a\x1b[0m", true) == "a\uFFFD[0m");
  CHECK(printable("\xff!", true) == "\uFFFD!");
  CHECK(printable("кава", false) == "????");
}

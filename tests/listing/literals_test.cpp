#include "core/listing/literals.h"

#include <doctest/doctest.h>

using namespace std::string_view_literals;

namespace interleave {

TEST_CASE("what is visible stands in a string as it is; quotes, backslashes and the rest are escaped") {
  CHECK(string_literal("a 'b' é€😀", Language::python) == "\"a 'b' é€😀\"");
  CHECK(string_literal("\"\\\n\t", Language::python) == R"("\"\\\n\t")");
  CHECK(string_literal("\"\\\n\t", Language::cpp) == R"("\"\\\n\t")");
  CHECK(string_literal("\x1b[1m\r\x7f", Language::python) == R"("\x1b[1m\x0d\x7f")");
  CHECK(string_literal("\x1b[1m\r\x7f", Language::cpp) == R"("\033[1m\015\177")");
}

TEST_CASE("an escape does not swallow the digit behind it") {
  CHECK(string_literal("\x01"
                       "23",
                       Language::cpp) == R"("\00123")");
}

TEST_CASE("characters that would turn, hide or break the line are escaped too") {
  CHECK(string_literal("\u202E\u2028\u0085", Language::python) == R"("\u202e\u2028\x85")");
  CHECK(string_literal("\u202E", Language::cpp) == R"("\342\200\256")");
  CHECK(comment_text("a\u202Eb\nc") == "a b c");
}

TEST_CASE("a zero character does not end a C++ string") {
  CHECK(string_literal("a\0b"sv, Language::cpp) == R"(std::string("a\000b", 3))");
  CHECK(string_literal("a\0b"sv, Language::python) == R"("a\x00b")");
}

TEST_CASE("C++ text has no trigraphs") {
  CHECK(string_literal("what?\?/ ?\?\?", Language::cpp) == R"("what?\?/ ?\?\?")");
  CHECK(string_literal("what?\?/", Language::python) == "\"what?\?/\"");
}

TEST_CASE("braces are doubled in an f-string alone") {
  CHECK(escaped_for_f_string("{\"x\"}") == R"({{\"x\"}})");
  CHECK(escaped("{x}", Language::python) == "{x}");
}

}  // namespace interleave

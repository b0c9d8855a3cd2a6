#include "core/scenario/text_template.h"

#include <doctest/doctest.h>

namespace interleave {
namespace {

// The pieces in a row: text in quotes, names in angle brackets; or the error.
std::string pieces_of(std::string_view text) {
  const auto pieces = parse_template(text);
  if (!pieces) return "error";
  std::string shown;
  for (const TextPiece& piece : pieces.value())
    shown += (piece.is_placeholder ? "<" : "'") + piece.text + (piece.is_placeholder ? ">" : "'");
  return shown;
}

}  // namespace

TEST_CASE("a text with placeholders falls into names and plain text") {
  CHECK(pieces_of("") == "");
  CHECK(pieces_of("plain") == "'plain'");
  CHECK(pieces_of("{a}") == "<a>");
  CHECK(pieces_of("{file} downloaded {i} MB") == "<file>' downloaded '<i>' MB'");
  CHECK(pieces_of("{a}{b}") == "<a><b>");
}

TEST_CASE("doubled braces are braces, also next to a placeholder") {
  CHECK(pieces_of("{{a}}") == "'{a}'");
  CHECK(pieces_of("{{{a}}}") == "'{'<a>'}'");
  CHECK(pieces_of("x{{y") == "'x{y'");
}

TEST_CASE("a brace without its partner is an error, and so is an empty pair") {
  for (const char* text : {"{", "}", "a{b", "a}b", "{a{b}", "{}", "{{}", "{}}"}) {
    CAPTURE(text);
    CHECK(pieces_of(text) == "error");
  }
}

}  // namespace interleave

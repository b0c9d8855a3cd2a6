#include "app/gui/model/search_field.h"

#include <doctest/doctest.h>

namespace interleave::gui {

TEST_CASE("a character of several bytes is typed and erased as one") {
  SearchField field;
  for (char32_t c : {U'a', U'ß', U'€', U'😀'}) field.type(c);
  CHECK(field.text == "aß€😀");
  field.erase();
  CHECK(field.text == "aß€");
  field.erase();
  field.erase();
  CHECK(field.text == "a");
  field.erase();
  field.erase();
  CHECK(field.text.empty());
}

TEST_CASE("what is no printable character is not typed") {
  SearchField field;
  for (char32_t c : {char32_t{0x08}, char32_t{0x1B}, char32_t{0x7F}, char32_t{0xD800}, char32_t{0x110000}})
    field.type(c);
  CHECK(field.text.empty());
}

}  // namespace interleave::gui

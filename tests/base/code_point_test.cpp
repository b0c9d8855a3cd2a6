#include "core/base/code_point.h"

#include <doctest/doctest.h>

namespace interleave {

TEST_CASE("a code point becomes one character and that the code point again, however many bytes it takes") {
  for (const char32_t point :
       {U'\0', U'a', U'\x7F', U'\x80', U'é', U'\u07FF', U'\u0800', U'→', U'\uFFFD', U'😀', U'\U0010FFFF'}) {
    CAPTURE(static_cast<unsigned>(point));
    CHECK(code_point(utf8(point)) == point);
  }
  CHECK(utf8(U'é') == "é");
  CHECK(utf8(U'😀') == "😀");
}

}  // namespace interleave

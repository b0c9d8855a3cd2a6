#include "core/base/base64.h"

#include <doctest/doctest.h>

using namespace interleave;

TEST_CASE("three bytes are four characters, and what is left of three is filled up") {
  CHECK(base64("") == "");
  CHECK(base64("f") == "Zg==");
  CHECK(base64("fo") == "Zm8=");
  CHECK(base64("foobar") == "Zm9vYmFy");
  CHECK(base64("\xff\xfe\x89") == "//6J");
}

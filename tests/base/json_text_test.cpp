#include "core/base/json_text.h"

#include <cstdint>
#include <doctest/doctest.h>

using interleave::Duration;
using interleave::exact_seconds;
using interleave::json_string;

TEST_CASE("seconds are written as the shortest decimal that is exact to the nanosecond") {
  CHECK(exact_seconds(Duration(0)) == "0");
  CHECK(exact_seconds(Duration(1)) == "0.000000001");
  CHECK(exact_seconds(Duration(1'500'000'000)) == "1.5");
  CHECK(exact_seconds(Duration(10'000'000'000)) == "10");
  CHECK(exact_seconds(Duration(86'400'000'000'001)) == "86400.000000001");
  CHECK(exact_seconds(Duration(100'000'000)) == "0.1");
  CHECK(exact_seconds(Duration(-1'250'000'000)) == "-1.25");
  CHECK(exact_seconds(Duration::max()) == "9223372036.854775807");
}

TEST_CASE("JSON strings escape quotes, backslashes and control characters, and nothing else") {
  CHECK(json_string("") == R"("")");
  CHECK(json_string("\t>> \"coffee\" \\ tea\n") == R"("\t>> \"coffee\" \\ tea\n")");
  CHECK(json_string(std::string_view("\0\x1f", 2)) == R"("\u0000\u001f")");
  CHECK(json_string("кава, 咖啡, ☕ \x7f") == "\"кава, 咖啡, ☕ \x7f\"");
}

TEST_CASE("bytes that are no UTF-8 do not spoil the JSON around them") {
  CHECK(json_string("a\xff\xc3(b") == "\"a\uFFFD\uFFFD(b\"");
}

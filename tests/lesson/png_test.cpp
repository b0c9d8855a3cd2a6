#include "core/lesson/png.h"

#include <doctest/doctest.h>

#include "tests/support/png_bytes.h"

namespace interleave::lesson {
namespace {

using testing::png_bytes;
using testing::png_chunk;
using testing::png_header;

TEST_CASE("a picture has a header, pixels and an end, and nothing behind that") {
  const std::string pixels = png_chunk("IDAT", "pixels");
  const std::string end = png_chunk("IEND", "");
  CHECK(!png_problem(png_bytes(8, 8)));
  CHECK(!png_problem(png_header(8, 8) + png_chunk("tEXt", "by A") + pixels + pixels + end));
  CHECK(png_problem("") == "it is no PNG; save the picture as one");
  CHECK(png_problem("GIF89a") == "it is no PNG; save the picture as one");
  CHECK(png_problem(png_header(8, 8) + end) == "it has no pixels; save it anew");
  CHECK(png_problem(png_header(8, 8) + png_chunk("IDAT", "") + end) == "it has no pixels; save it anew");
  CHECK(png_problem(png_bytes(8, 8) + "more") == "it goes on behind its end; save it anew");
  const std::string whole = png_bytes(8, 8);
  for (std::size_t size = png_header(8, 8).size(); size < whole.size(); ++size) {
    CAPTURE(size);
    CHECK(png_problem(whole.substr(0, size)) == "it is cut off; save it anew");
  }
}

TEST_CASE("a picture's header says what pixels there can be") {
  const auto problem = [](std::string_view fields) {
    return png_problem(png_header(8, 8, std::string(fields)) + png_chunk("PLTE", "rgb") + png_chunk("IDAT", "pixels") +
                       png_chunk("IEND", ""))
        .value_or("");
  };
  using namespace std::string_view_literals;
  for (const auto fields : {"\1\0\0\0\0"sv, "\x10\2\0\0\1"sv, "\4\3\0\0\0"sv, "\x8\4\0\0\0"sv, "\x8\6\0\0\0"sv}) {
    CHECK(problem(fields) == "");
  }
  for (const auto fields : {"\3\0\0\0\0"sv, "\4\2\0\0\0"sv, "\x10\3\0\0\0"sv, "\x8\1\0\0\0"sv, "\x8\2\1\0\0"sv,
                            "\x8\2\0\1\0"sv, "\x8\2\0\0\2"sv, "\x8\2\0\0"sv, "\x8\2\0\0\0\0"sv}) {
    CHECK(problem(fields) == "it is no PNG; save the picture as one");
  }
  CHECK(png_problem(png_header(8, 8, std::string("\x8\3\0\0\0", 5)) + png_chunk("IDAT", "pixels") +
                    png_chunk("IEND", "")) == "it has no pixels; save it anew");
}

TEST_CASE("a picture has no more pixels than a slide can show, in a row and in all") {
  CHECK(!png_problem(png_bytes(7680, 4320)));
  CHECK(!png_problem(png_bytes(16384, 2000)));
  CHECK(png_problem(png_bytes(0, 8)) == "it has no pixels; save it anew");
  CHECK(png_problem(png_bytes(8, 16385)) ==
        "it has 8 x 16385 pixels, and a slide shows 16384 in a row at most; make it smaller");
  CHECK(png_problem(png_bytes(16384, 16384)) ==
        "it has 16384 x 16384 pixels, and a slide shows 40000000 in all at most; make it smaller");
  CHECK(png_problem(png_bytes(0xFFFFFFFF, 0xFFFFFFFF)).value().starts_with("it has 4294967295 x 4294967295 pixels"));
}

}  // namespace
}  // namespace interleave::lesson

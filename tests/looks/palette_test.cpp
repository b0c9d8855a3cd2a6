#include "core/looks/palette.h"

#include <doctest/doctest.h>

using namespace interleave;

TEST_CASE("contrast is that of WCAG: 21 between black and white, 1 with itself") {
  CHECK(contrast(rgb(0x000000), rgb(0xFFFFFF)) == doctest::Approx(21));
  CHECK(contrast(rgb(0x767676), rgb(0xFFFFFF)) == doctest::Approx(4.54).epsilon(0.01));
  CHECK(contrast(rgb(0x0072B2), rgb(0x0072B2)) == doctest::Approx(1));
}

TEST_CASE("the first eight tasks have the colours of Okabe and Ito, in their order") {
  CHECK(hex(rounded(task_color(0, Ground::light))) == "#e69f00");
  CHECK(hex(rounded(task_color(7, Ground::light))) == "#000000");
}

TEST_CASE("the colours of tasks beyond those are a golden angle of hue apart, exactly, however many there are") {
  CHECK(hex(rounded(task_color(8, Ground::light))) == "#d79575");
  CHECK(hex(rounded(task_color(496, Ground::light))) == "#4dcbaa");
  CHECK(hex(rounded(task_color(5000, Ground::light))) == "#d775d7");
  CHECK(hex(rounded(task_color(99'999, Ground::light))) == "#59b234");
}

TEST_CASE("of a hundred tasks no two neighbours have nearly the same colour, and each has lines that can be seen") {
  const Rgb ground = rgb(0xFBFBFA);
  for (std::size_t i = 0; i < 100; ++i) {
    const Rgb a = rounded(task_color(i, Ground::light));
    const Rgb b = rounded(task_color(i + 1, Ground::light));
    CAPTURE(i);
    CHECK(std::abs(a.r - b.r) + std::abs(a.g - b.g) + std::abs(a.b - b.b) > 60);
    CHECK(contrast(with_contrast(a, ground, 3), ground) >= 3);
    CHECK(contrast(ink_on(a), a) >= 4.5);
  }
}

TEST_CASE("a colour with contrast enough is left alone") {
  CHECK(with_contrast(rgb(0x0072B2), rgb(0xFBFBFA), 3) == rgb(0x0072B2));
}

TEST_CASE("a dark ground swallows no task's colour: the black one is light there, and all others are the same") {
  for (std::size_t i = 0; i < 100; ++i) {
    CAPTURE(i);
    const bool same = task_color(i, Ground::dark) == task_color(i, Ground::light);
    CHECK(same == (i != 7));
  }
  CHECK(contrast(task_color(7, Ground::dark), rgb(0x000000)) >= 3);
}

TEST_CASE("a colour that is written has its contrast as it is written, not before it is rounded") {
  const Rgb ground = rgb(0xFBFBFA);
  for (std::size_t i = 0; i < 1000; ++i) {
    const Rgb line = with_contrast(rounded(task_color(i, Ground::light)), ground, kLineContrast);
    CHECK(contrast(line, ground) >= kLineContrast);
  }
}

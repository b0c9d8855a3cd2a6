#include "app/gui/model/picture/viewport.h"

#include <doctest/doctest.h>

namespace interleave::gui {

TEST_CASE("zooming keeps the moment under the pointer where it is") {
  Viewport viewport;
  viewport.set_extent(10);
  const TimeScale before(viewport.range(), 100, 900);
  const double x = before.x(4.0);
  viewport.zoom(4.0, 3);
  viewport.settle();
  const TimeScale after(viewport.range(), 100, 900);
  CHECK(after.x(4.0) == doctest::Approx(x));
  CHECK(after.seconds_per_pixel() == doctest::Approx(before.seconds_per_pixel() / 3));
}

TEST_CASE("pixels and moments convert both ways") {
  const TimeScale scale({2, 6}, 50, 450);
  CHECK(scale.x(2.0) == doctest::Approx(50));
  CHECK(scale.x(6.0) == doctest::Approx(450));
  CHECK(scale.time(scale.x(3.21)) == doctest::Approx(3.21));
}

TEST_CASE("a fitted viewport grows with the run, a zoomed one stays") {
  Viewport viewport;
  viewport.set_extent(2);
  viewport.set_extent(8);
  CHECK(viewport.range().end > 8);
  viewport.zoom(1, 4);
  viewport.settle();
  const double end = viewport.range().end;
  viewport.set_extent(100);
  CHECK(viewport.range().end == doctest::Approx(end));
  viewport.fit();
  viewport.settle();
  CHECK(viewport.range().end > 100);
}

TEST_CASE("zoom is animated for a fifth of a second and then stands still") {
  Viewport viewport;
  viewport.set_extent(10);
  viewport.zoom(0, 2);
  CHECK(viewport.moving());
  CHECK(viewport.advance(0.1));
  CHECK(viewport.range().end > viewport.target().end);
  CHECK_FALSE(viewport.advance(0.15));
  CHECK(viewport.range().end == doctest::Approx(viewport.target().end));
  CHECK_FALSE(viewport.moving());
}

TEST_CASE("nobody pans or zooms out so far that the run is out of sight") {
  Viewport viewport;
  viewport.set_extent(10);
  for (int i = 0; i < 100; ++i) viewport.pan(50);
  viewport.settle();
  CHECK(viewport.range().begin < 11);
  for (int i = 0; i < 100; ++i) viewport.pan(-50);
  viewport.settle();
  CHECK(viewport.range().end > 0);
  for (int i = 0; i < 100; ++i) viewport.zoom(5, 0.5);
  viewport.settle();
  CHECK(viewport.range().length() < 100);
}

TEST_CASE("a moment is found to the nanosecond, and never before the start") {
  CHECK(moment_at(1.5) == Time{Duration{1'500'000'000}});
  CHECK(moment_at(-3) == Time{});
  CHECK(moment_at(1e300) == kNever);
}

}  // namespace interleave::gui

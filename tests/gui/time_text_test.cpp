#include "app/gui/model/picture/time_text.h"

#include <doctest/doctest.h>

namespace interleave::gui {

namespace {

std::vector<std::string> labels(TimeRange range, float width) {
  std::vector<std::string> texts;
  for (const Tick& tick : axis_ticks(TimeScale(range, 0, width), 100)) texts.push_back(tick.label);
  return texts;
}

using Labels = std::vector<std::string>;

}  // namespace

TEST_CASE("an axis of seconds counts whole seconds where there is room for them") {
  CHECK(labels({0, 5}, 600) == Labels{"0 s", "1 s", "2 s", "3 s", "4 s", "5 s"});
}

TEST_CASE("an axis of a millisecond counts in microseconds, one of a day in hours") {
  CHECK(labels({0, 0.001}, 600) == Labels{"0 s", "200 µs", "400 µs", "600 µs", "800 µs", "1.0 ms"});
  CHECK(labels({0, 86400}, 500) == Labels{"0 s", "6 h", "12 h", "18 h", "24 h"});
}

TEST_CASE("no two neighbours of an axis are labelled alike, however far one zooms in") {
  for (double length = 1e5; length > 1e-7; length /= 3) {
    for (double begin : {0.0, 0.7312, 3.1, 4000.25}) {
      const auto texts = labels({begin, begin + length}, 1200);
      for (std::size_t i = 1; i < texts.size(); ++i) {
        CAPTURE(length);
        CAPTURE(begin);
        CHECK(texts[i - 1] != texts[i]);
      }
    }
  }
}

TEST_CASE("a length is written in the unit that suits it") {
  CHECK(time_text(3.4) == "3.40 s");
  CHECK(time_text(0.0) == "0.00 s");
  CHECK(time_text(0.25) == "0.25 s");
  CHECK(time_text(0.0125) == "12.5 ms");
  CHECK(time_text(0.000002) == "2 µs");
}

TEST_CASE("the playhead's moment gains digits as one zooms in") {
  CHECK(moment_text(3.4, 0.005) == "3.40 s");
  CHECK(moment_text(3.4, 0.0001) == "3.4000 s");
}

}  // namespace interleave::gui

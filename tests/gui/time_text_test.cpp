#include "app/gui/model/picture/time_text.h"

#include <doctest/doctest.h>

#include "app/gui/model/update/update.h"
#include "tests/gui/headless.h"

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

TEST_CASE(
    "no two neighbours of an axis are labelled alike, however far one zooms in, in short pictures and long ones") {
  for (const double end : {0.0, 100.0, 1e5}) {
    const PictureTimes times(end);
    for (double length = 1e5; length > 1e-7; length /= 3) {
      for (double begin : {0.0, 0.7312, 3.1, 4000.25}) {
        const auto texts = labels({begin, begin + length}, 1200);
        for (std::size_t i = 1; i < texts.size(); ++i) {
          CAPTURE(end);
          CAPTURE(length);
          CAPTURE(begin);
          CHECK(texts[i - 1] != texts[i]);
        }
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

TEST_CASE("a picture of ten minutes or of a day has one way to write times, on its axis and in its texts") {
  {
    const PictureTimes ten_minutes(600);
    CHECK(labels({0, 600}, 500) == Labels{"0 s", "2 min", "4 min", "6 min", "8 min", "10 min"});
    CHECK(time_text(600.0) == "10 min");
    CHECK(time_text(240.0) == "4 min");
    CHECK(time_text(65.5) == "1 min 5.50 s");
    CHECK(time_text(30.0) == "30 s");
    CHECK(time_text(0.0) == "0 s");
    CHECK(time_text(0.25) == "0.25 s");
    CHECK(time_text(59.999) == "1 min");
    CHECK(signed_time_text(-90) == "-1 min 30 s");
    CHECK(moment_text(90.4, 1) == "1 min 30 s");
    CHECK(moment_text(90.4, 0.01) == "1 min 30.40 s");
  }
  const PictureTimes day(86400);
  CHECK(labels({0, 86400}, 500) == Labels{"0 s", "6 h", "12 h", "18 h", "24 h"});
  CHECK(time_text(86400.0) == "24 h");
  CHECK(time_text(5400.0) == "1 h 30 min");
  CHECK(time_text(3661.0) == "1 h 1 min 1 s");
  // Looked at closely, it is still the same.
  CHECK(labels({5400, 5402}, 400) == Labels{"1 h 30 min", "1 h 30 min 1 s", "1 h 30 min 2 s"});
}

TEST_CASE("a picture of four minutes counts seconds on its axis too, as its texts do") {
  CHECK(labels({0, 240}, 450) == Labels{"0 s", "60 s", "120 s", "180 s", "240 s"});
  CHECK(time_text(240.0) == "240.00 s");
}

TEST_CASE("the window writes a day's times alike: what it takes, its axis and its playhead") {
  Headless window(from_text(R"({"interleave": 1, "title": "day", "tasks": [
    {"name": "a", "steps": [{"sleep": 86400}]}, {"name": "b", "steps": [{"sleep": 600}]}]})"));
  update(window.state, command::MovePlayhead{moment_at(43200)});
  window.frame();
  CHECK(window.shows("predicted to take 24 h 10 min"));
  CHECK(window.shows("12 h"));
  CHECK_FALSE(window.shows("43200"));
  CHECK_FALSE(window.shows("87000"));
}

TEST_CASE("the playhead's moment gains digits as one zooms in") {
  CHECK(moment_text(3.4, 0.005) == "3.40 s");
  CHECK(moment_text(3.4, 0.0001) == "3.4000 s");
}

}  // namespace interleave::gui

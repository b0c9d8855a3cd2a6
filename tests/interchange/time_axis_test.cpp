#include "core/interchange/time_axis.h"

#include <array>
#include <cstdint>
#include <doctest/doctest.h>

#include "tests/support/events.h"

using namespace interleave;
using namespace interleave::testing;

TEST_CASE("ticks are round moments a whole number of columns apart") {
  const TimeAxis five(at(5), 54);
  CHECK(five.columns_a_tick() == 10);
  CHECK(five.columns() == 50);
  CHECK(five.label(10) == "1 s");
  CHECK(five.begin_of(15) == at(1.5));

  const TimeAxis long_one(at(86'400), 60);
  CHECK(long_one.label(long_one.columns_a_tick()) == "20000 s");
  const TimeAxis short_one(at(0.0042), 40);
  CHECK(short_one.label(short_one.columns_a_tick()) == "0.001 s");
}

TEST_CASE("a column begins at its own moment and holds all up to the next one's, whatever the length of the axis") {
  for (std::int64_t length : std::array<std::int64_t, 5>{1, 5, 999, 1'000'000'007, 4'999'999'999}) {
    for (int most : {1, 7, 40, 200}) {
      CAPTURE(length);
      CAPTURE(most);
      const Time end{Duration(length)};
      const TimeAxis axis(end, most);
      CHECK(axis.columns() >= 1);
      CHECK(axis.columns() <= most);
      CHECK(axis.begin_of(axis.columns()) >= end);
      CHECK(axis.begin_of(axis.columns() - 1) < end);
      for (int column = 0; column < axis.columns(); ++column) {
        CHECK(axis.column_of(axis.begin_of(column)) == column);
        CHECK(axis.column_of(axis.begin_of(column + 1) - Duration{1}) == column);
      }
    }
  }
}

TEST_CASE("labels of neighbouring ticks never touch") {
  for (std::int64_t ns : std::array<std::int64_t, 4>{5, 4'200'000, 750'000'000, 9'000'000'000}) {
    const TimeAxis axis(Time(Duration(ns)), 60);
    for (int column = 0; column + axis.columns_a_tick() <= axis.columns(); column += axis.columns_a_tick()) {
      CHECK(static_cast<int>(axis.label(column).size()) < axis.columns_a_tick());
    }
  }
}

TEST_CASE("a run that takes no time has an axis of its one moment") {
  const TimeAxis axis(at(0), 40);
  CHECK(axis.columns() == 0);
  CHECK(axis.column_of(at(0)) == 0);
  CHECK(axis.label(0) == "0 s");
}

TEST_CASE("moments have as many digits as matter") {
  const TimeAxis axis(at(5), 50);
  CHECK(axis.moment_text(at(5)) == "5 s");
  CHECK(axis.moment_text(at(1.0507)) == "1.051 s");
  CHECK(axis.moment_text(at(0.000123)) == "0 s");
}

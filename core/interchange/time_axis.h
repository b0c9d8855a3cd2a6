#pragma once

#include <string>

#include "core/base/time.h"

namespace interleave {

// A time axis of text columns: ticks at 1, 2 or 5 times a power of ten, each a whole number of columns from the next.
class TimeAxis {
 public:
  // From 0 to `end` in at most `most_columns` columns, which is at least 1.
  TimeAxis(Time end, int most_columns);

  // How many columns reach from 0 to the end; what happens at the end itself stands in the column behind the last.
  int columns() const { return columns_; }
  Time begin_of(int column) const;
  int column_of(Time t) const;

  int columns_a_tick() const { return columns_a_tick_; }
  // The tick that stands at a column: `3 s`, `0.25 s`.
  std::string label(int column) const;
  // A moment with no more digits than matter on this axis: `1.051 s`.
  std::string moment_text(Time t) const;

 private:
  int columns_for(Time end) const;

  Duration tick_{1};
  int columns_a_tick_ = 1;
  int columns_ = 0;
  Duration digit_{1};  // what the last digit of a moment stands for
};

}  // namespace interleave

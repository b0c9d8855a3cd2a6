#pragma once

#include <string>

#include "core/timeline/timeline.h"

namespace interleave {

struct ChartOptions {
  int columns = 80;  // of a line; at least 40 are used
  bool utf8 = true;  // else nothing but ASCII is written
};

// A Gantt chart in text, for people: what the run was, its lanes by task and by worker with a glyph for each state, and
// a legend. Lines end in newlines and have no trailing blanks. Beyond 200 lanes it says how many more there are.
std::string text_chart(const Timeline& timeline, const ChartOptions& options);

}  // namespace interleave

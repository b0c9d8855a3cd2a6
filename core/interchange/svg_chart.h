#pragma once

#include <string>
#include <string_view>

#include "core/timeline/timeline.h"

namespace interleave {

// The run as a picture of its own, an SVG document 1200 pixels wide: what it was, its lanes by task and by worker in
// the looks and colours of the window on a light ground, where each task ended, and a legend. Beyond 100 lanes of a
// kind it says how many more there are. Spans that are too short to draw, or too many, share marks, and it says how
// many do: a picture has some 45 000 bars at most.
std::string svg_chart(const Timeline& timeline);

// The same as a part of an HTML page.
struct SvgPart {
  double width = 1200;        // pixels; of text a narrower one shows more on the same paper
  bool by_task = true;        // its lanes, and those of what tasks share
  bool by_worker = true;      // its lanes
  std::string_view ids = {};  // what its ids begin with, so that they are unique on the page
};
std::string svg_part(const Timeline& timeline, const SvgPart& part);

}  // namespace interleave

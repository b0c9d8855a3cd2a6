#pragma once

#include <string>

#include "core/timeline/timeline.h"

namespace interleave {

// The run as a picture of its own, an SVG document 1200 pixels wide: what it was, its lanes by task and by worker in
// the looks and colours of the window on a light ground, where each task ended, and a legend. Beyond 100 lanes of a
// kind it says how many more there are. Spans that are too short to draw, or too many, share marks, and it says how
// many do: a picture has some 45 000 bars at most.
std::string svg_chart(const Timeline& timeline);

}  // namespace interleave

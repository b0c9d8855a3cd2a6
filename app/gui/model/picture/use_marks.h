#pragma once

#include <vector>

#include "app/gui/model/picture/viewport.h"
#include "core/timeline/timeline.h"

namespace interleave::gui {

// A mark on a task's bar where it used something that tasks share; uses that are close to each other have one.
struct UseMark {
  float x = 0;
  std::vector<std::size_t> uses;  // positions in the timeline's accesses, of the first few
  std::size_t count = 0;          // of all of them
};

inline constexpr std::size_t kUsesKept = 8;

// For each task, from left to right, of what happened until then and is in sight; at least so many pixels apart.
std::vector<std::vector<UseMark>> use_marks(const Timeline& timeline, const TimeScale& scale, Time until,
                                            float apart_px);

}  // namespace interleave::gui

#pragma once

#include <cstdint>

namespace interleave::gui {

// What stands beside the picture in a hall; each is one key away, and large.
enum class Beside : std::uint8_t { nothing, code, console, now };

// How a hall sees the window. The picture is the largest thing; tools stand over it while somebody uses them.
struct Lecture {
  Beside beside = Beside::nothing;
  bool black = false;    // the whole screen, so that all look at the speaker
  bool frozen = false;   // the hall sees the same, whatever is done meanwhile
  double tools_for = 0;  // seconds for which the tools stay yet
  bool toolbar = false;  // with them the toolbar, which stands over the picture
};

inline constexpr double kToolsStay = 2;  // seconds after the pointer moved last

}  // namespace interleave::gui

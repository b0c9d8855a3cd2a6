#pragma once

#include "core/looks/color.h"

// What is neutral, and the accent, on a light and on a dark ground: of the window's themes, of pictures and pages.
namespace interleave {

struct Tones {
  Rgb ground;
  Rgb raised;  // plates on it
  Rgb line;    // between parts
  Rgb text;
  Rgb quiet_text;  // what can be read second
  Rgb accent;
};

inline constexpr Tones kLightTones = {.ground = rgb(0xFBFBFA),
                                      .raised = rgb(0xEEF0F3),
                                      .line = rgb(0xD5D9E0),
                                      .text = rgb(0x1A1F27),
                                      .quiet_text = rgb(0x515B69),
                                      .accent = rgb(0x1F5FD0)};

inline constexpr Tones kDarkTones = {.ground = rgb(0x14171C),
                                     .raised = rgb(0x262B33),
                                     .line = rgb(0x343A44),
                                     .text = rgb(0xE8EBF0),
                                     .quiet_text = rgb(0xA9B2BF),
                                     .accent = rgb(0x2F6FDE)};

}  // namespace interleave

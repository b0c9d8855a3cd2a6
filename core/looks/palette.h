#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/looks/color.h"

// The colours of tasks: hue tells the task, and all else is neutral.
namespace interleave {

// Distinguishable to nearly everybody: Okabe and Ito, "Color Universal Design", 2008.
inline constexpr std::array kOkabeIto = {rgb(0xE69F00), rgb(0x56B4E9), rgb(0x009E73), rgb(0xF0E442),
                                         rgb(0x0072B2), rgb(0xD55E00), rgb(0xCC79A7), rgb(0x000000)};

enum class Ground : std::uint8_t { light, dark };

// The colour of the task at that position: the eight in order, then others of varied hue and lightness. The eighth is
// black, which a dark ground swallows: there its opposite stands for it.
Color task_color(std::size_t position, Ground ground);

// What lines and frames need at least against their ground.
inline constexpr float kLineContrast = 3;

// How much of the task's colour is behind the stripes of waiting.
inline constexpr float kTint = 0.16F;

}  // namespace interleave

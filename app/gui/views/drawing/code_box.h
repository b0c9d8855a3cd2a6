#pragma once

#include <imgui.h>

namespace interleave::gui {

// A letter that no font has: its number in hexadecimal digits, within a frame. No two letters have the same box. A byte
// that belongs to no letter (kLooseByte) has two digits.

// With the space around it, in whole pixels, on a line of that size.
float code_box_width(char32_t code, float size);
// With the line's upper left end there.
void draw_code_box(ImDrawList& list, ImVec2 at, char32_t code, float size, ImU32 ink);

}  // namespace interleave::gui

#pragma once

#include <vector>

namespace interleave::gui {

// Where the widths need more than the room, the widest give way; none goes below its least, where these are given.
void share_widths(std::vector<float>& widths, float room, const std::vector<float>& least = {});

}  // namespace interleave::gui

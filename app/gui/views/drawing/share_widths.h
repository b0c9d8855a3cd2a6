#pragma once

#include <vector>

namespace interleave::gui {

// Where the widths need more than the room, the widest give way.
void share_widths(std::vector<float>& widths, float room);

}  // namespace interleave::gui

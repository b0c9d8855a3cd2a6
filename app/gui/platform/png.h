#pragma once

#include <string>
#include <vector>

#include "app/gui/platform/graphics.h"

namespace interleave::gui {

// The bytes of a PNG file with these pixels, 3 bytes each; none where there is no memory for them.
std::string png_of(const std::vector<unsigned char>& pixels, Size size);

}  // namespace interleave::gui

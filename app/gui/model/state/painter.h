#pragma once

#include <functional>
#include <string>

#include "core/base/result.h"

namespace interleave::gui {

// A picture of the window, as the bytes of a PNG file.
struct Painting {
  std::string png;
  int width = 0;  // pixels
  int height = 0;
};

// Draws the window once more, without dialogs and so many times as wide and as high as it is: the real window's, or a
// test's own. The error is a sentence.
using Painter = std::function<Result<Painting, std::string>(int times)>;

}  // namespace interleave::gui

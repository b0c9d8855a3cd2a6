#pragma once

#include <functional>
#include <string>

#include "core/lesson/blocks.h"

namespace interleave::cli {

// The picture of that name within the lesson's folder as a data: URI; empty where there is none.
using PictureUri = std::function<std::string(const std::string& file)>;

// A slide's text; a heading of level 1 is the page's of level `top`.
std::string html_blocks(const lesson::Blocks& blocks, const PictureUri& picture, int top);

}  // namespace interleave::cli

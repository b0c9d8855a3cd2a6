#pragma once

#include <string>

#include "core/lesson/blocks.h"

namespace interleave::lesson {

// What can be read in them, a line for each paragraph, cell and line of code; of a picture its description.
std::string plain_text(const Blocks& blocks);

}  // namespace interleave::lesson

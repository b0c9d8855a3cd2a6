#pragma once

#include <string>

namespace interleave::cli {

// How a page looks: on A4, on a phone, light, and dark on a screen that is.
std::string handout_style();

}  // namespace interleave::cli

#pragma once

#include <cstddef>
#include <string>

namespace interleave {

// Why a text is no JSON: at which byte, and what to write instead.
struct JsonError {
  std::size_t offset = 0;
  std::string message;
};

}  // namespace interleave

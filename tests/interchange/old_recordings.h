#pragma once

#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>

namespace interleave::testing {

// The bytes of a recording that an earlier version of the format wrote.
inline std::string recording_of_version(std::uint64_t version) {
  std::ifstream file(
      INTERLEAVE_SOURCE_DIR "/tests/interchange/recordings/format-" + std::to_string(version) + ".interleave",
      std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace interleave::testing

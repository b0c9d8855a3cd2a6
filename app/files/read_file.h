#pragma once

#include <cstddef>
#include <string>

#include "core/base/result.h"

namespace interleave {

// Why a file cannot be read, as a sentence for the user.
struct ReadError {
  std::string message;
};

// The bytes of the file of that name. No more than `most` bytes
// (and a little) are read of anything: a device may have no end.
Result<std::string, ReadError> read_file(const std::string& path, std::size_t most);

// The same of a file that has its bytes: no pipe, whose end may never come, no device and no folder.
Result<std::string, ReadError> read_regular_file(const std::string& path, std::size_t most);

}  // namespace interleave

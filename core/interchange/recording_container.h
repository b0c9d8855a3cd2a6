#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace interleave {

// A recording's outside: what tells that a file is one, which version wrote it, how long it is, and a checksum.
std::string packed_recording(std::string_view contents);

// The contents, within `bytes`; or why there are none, as the end of a sentence that begins with the file's name.
Result<std::string_view, std::string> unpacked_recording(std::string_view bytes);

}  // namespace interleave

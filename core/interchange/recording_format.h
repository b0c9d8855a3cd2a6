#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace interleave {

// A recording's outside: what tells that a file is one, which version wrote it, how long it is, and a checksum.

// Of the contents. Whatever is added to them, the numbers of enumerations included, goes to their ends and gets a new
// version, and what read the old ones stays.
//   1  what happened
//   2  and what is known of the program: arguments, plans, steps and cores; there may be no mode
//   3  and what it is written in, whether it had an interpreter's lock, and when tasks were created
//   4  and what tasks share, how they used it, and for which of it or of each other they waited
//   5  and runs on processes, of which each has what tasks share for itself
//   6  and in which order steps came, and who stood until it was their turn
inline constexpr std::uint64_t kRecordingVersion = 6;

struct RecordingContents {
  std::string_view bytes;
  std::uint64_t version = kRecordingVersion;
};

std::string packed_recording(const RecordingContents& contents);

// The contents, within `bytes`; or why there are none, as the end of a sentence that begins with the file's name.
Result<RecordingContents, std::string> unpacked_recording(std::string_view bytes);

}  // namespace interleave

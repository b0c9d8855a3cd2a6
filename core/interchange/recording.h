#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/timeline/timeline.h"

namespace interleave {

// How the file of a saved run is called.
inline constexpr std::string_view kRecordingExtension = ".interleave";

// A finished run, saved.
struct Recording {
  std::string scenario;  // the text of the scenario's file, as whoever saved it gave it; empty where there is none
  // Older versions did not keep what is known of the program's steps: whoever can load the scenario describes it again;
  // nor which waits were not over in time.
  std::shared_ptr<Timeline> timeline;
};

// The bytes of a file that keeps the finished timeline. It holds what the timeline came to rather than the events it
// came from, since a timeline does not keep those, and so that reading checks plain facts instead of executing what a
// broken file says.
std::string write_recording(const Timeline& timeline, std::string_view scenario);

// What was written: the timeline answers every question as the one that was saved. Or why
// that cannot be, as the end of a sentence that begins with the file's name: "ends too early". Whatever the bytes, what
// is returned keeps a timeline's promises about order, ranges and ids, and takes at most some 50 times as much memory
// as the bytes do.
Result<Recording, std::string> read_recording(std::string_view bytes);

}  // namespace interleave
